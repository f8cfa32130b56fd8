/** What a world says of itself when it is measured: delays, shares, aged balance. Used by its tests; a second way of knowing for others'. */
import { type Day, daysBetween, laterOf } from '#core/day'
import { type Cents, ZERO, parseMoney, toCents } from '#core/money'
import type { BankLine, InvoiceIssued, Settlement, World, WorldEvent } from './plan.ts'

export type Payment = {
  readonly on: Day
  readonly customer: string
  readonly settles: readonly Settlement[]
  readonly unallocatedCents: Cents
}

export type Life = {
  readonly invoice: InvoiceIssued
  readonly grossCents: Cents
  readonly creditedCents: Cents
  readonly payments: readonly { readonly on: Day; readonly amountCents: Cents }[]
  readonly dueCents: Cents
  /** Day of the last payment, once nothing is due any more; nothing for an invoice that was credited in full. */
  readonly settledOn?: Day
  /** Days from the last due date to the last payment, negative when early. */
  readonly delayDays?: number
}

export const eventsOf = <K extends WorldEvent['kind']>(world: World, kind: K): Extract<WorldEvent, { kind: K }>[] =>
  world.events.filter((event): event is Extract<WorldEvent, { kind: K }> => event.kind === kind)

export const bankLinesOf = (world: World): BankLine[] => eventsOf(world, 'bank-statement').flatMap(({ lines }) => lines)

/** Every payment of a customer, by the bank or by hand, as the truth tells it. */
export function paymentsOf(world: World): Payment[] {
  const transfers = bankLinesOf(world).flatMap(({ bookedOn, truth }): Payment[] =>
    truth.kind === 'customer-transfer'
      ? [{ on: bookedOn, customer: truth.customer, settles: truth.settles, unallocatedCents: parseMoney(truth.unallocated) }]
      : [],
  )
  const typed = eventsOf(world, 'payment-typed').map(({ on, customer, settles }): Payment => ({
    on,
    customer,
    settles,
    unallocatedCents: ZERO,
  }))
  return [...transfers, ...typed]
}

export function livesOf(world: World): Life[] {
  const credited = new Map(eventsOf(world, 'credit-note').map(({ invoice, totals }) => [invoice, parseMoney(totals.gross)]))
  const paid = new Map<string, { on: Day; amountCents: Cents }[]>()
  for (const { on, settles } of paymentsOf(world)) {
    for (const { invoice, amount } of settles) paid.set(invoice, [...(paid.get(invoice) ?? []), { on, amountCents: parseMoney(amount) }])
  }
  return eventsOf(world, 'invoice-issued').map((invoice) => lifeOf(invoice, credited.get(invoice.key) ?? ZERO, paid.get(invoice.key) ?? []))
}

function lifeOf(invoice: InvoiceIssued, creditedCents: Cents, payments: Life['payments']): Life {
  const grossCents = parseMoney(invoice.totals.gross)
  const paidCents = payments.reduce((total, { amountCents }) => total + amountCents, 0n)
  const dueCents = toCents(grossCents - creditedCents - paidCents)
  const [first] = payments
  const life = { invoice, grossCents, creditedCents, payments, dueCents }
  if (dueCents !== ZERO || !first) return life
  const settledOn = payments.reduce((latest, { on }) => laterOf(latest, on), first.on)
  return { ...life, settledOn, delayDays: daysBetween(lastDueOn(invoice), settledOn) }
}

export const lastDueOn = ({ instalments, on }: InvoiceIssued): Day => instalments.reduce((latest, { dueOn }) => laterOf(latest, dueOn), on)

export const AGED_COLUMNS = ['not due', '1–30', '31–60', '61–90', '91–120', '> 120'] as const

export type AgedColumn = (typeof AGED_COLUMNS)[number]

/** What is due at the end of the story, by instalment; payments and credits are taken from the first instalment on. */
export function agedBalanceOf(world: World): Record<AgedColumn, Cents> {
  const columns: Record<AgedColumn, Cents> = { 'not due': ZERO, '1–30': ZERO, '31–60': ZERO, '61–90': ZERO, '91–120': ZERO, '> 120': ZERO }
  for (const { invoice, dueCents } of livesOf(world)) {
    let leftCents: bigint = dueCents
    for (const { dueOn, amount } of invoice.instalments.toReversed()) {
      const openCents = leftCents < parseMoney(amount) ? leftCents : parseMoney(amount)
      leftCents -= openCents
      const column = columnOf(daysBetween(dueOn, world.until))
      columns[column] = toCents(columns[column] + openCents)
    }
  }
  return columns
}

function columnOf(lateDays: number): AgedColumn {
  if (lateDays <= 0) return 'not due'
  return AGED_COLUMNS[Math.min(Math.ceil(lateDays / 30), 5)] ?? '> 120'
}

/** Share of the variance of delays that knowing the customer explains (eta squared). */
export function varianceExplainedByCustomer(lives: readonly Life[]): number {
  const delays = lives.flatMap(({ delayDays, invoice }) => (delayDays === undefined ? [] : [{ delayDays, customer: invoice.customer }]))
  const mean = average(delays.map(({ delayDays }) => delayDays))
  const total = delays.reduce((all, { delayDays }) => all + (delayDays - mean) ** 2, 0)
  let between = 0
  for (const own of Map.groupBy(delays, ({ customer }) => customer).values()) {
    between += own.length * (average(own.map(({ delayDays }) => delayDays)) - mean) ** 2
  }
  return between / total
}

export const average = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length
