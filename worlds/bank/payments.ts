/** Who pays what and when, with what goes wrong on the way. */
import { addDays, addMonths, type Day, laterOf, startOfMonth } from '#core/day'
import { type Cents, sum, toCents } from '#core/money'
import { workingDayFrom } from '#core/working-day'
import type { Chance } from '../chance.ts'
import type { Shape, TruthInvoice, TruthShare } from './model.ts'
import type { Payer } from './payers.ts'

export type Payment = {
  readonly on: Day
  readonly payer: Payer
  readonly amountCents: Cents
  readonly shape: Shape
  readonly shares: readonly TruthShare[]
  readonly closes: readonly string[]
  /** The numbers that the payer has before its eyes, right or wrong. */
  readonly numbers: readonly string[]
}

/** Of a hundred payments of one invoice, how many go their own way. Two in a hundred transfers quote a wrong number, one in eight is in part. */
const TROUBLES: readonly (readonly [Shape, number])[] = [
  ['part', 0.06],
  ['fee', 0.008],
  ['rounded', 0.006],
  ['over', 0.007],
  ['twice', 0.003],
  ['advance', 0.005],
  ['third-party', 0.03],
  ['wrong-number', 0.012],
  ['transposed', 0.008],
]
const TWO_AT_ONCE = 0.055

export function paymentsOf(
  payer: Payer,
  invoices: readonly TruthInvoice[],
  anyNumber: (chance: Chance) => string,
  chance: Chance,
): Payment[] {
  const planned = invoices.map((invoice) => ({ invoice, on: payDay(payer, invoice, chance) }))
  const payments: Payment[] = []
  for (const together of Map.groupBy(joined(payer, planned, chance), ({ on }) => on).values()) {
    const [first, ...others] = together
    if (!first) continue
    if (others.length > 0 && (payer.paysByMonth || others.length < 3))
      payments.push(
        groupOf(
          payer,
          first.on,
          together.map(({ invoice }) => invoice),
        ),
      )
    else for (const { invoice, on } of together) payments.push(...paying(payer, invoice, on, { previous: invoices, anyNumber }, chance))
  }
  return payments
}

function payDay({ delay, paysByMonth }: Payer, { dueOn, issuedOn }: TruthInvoice, chance: Chance): Day {
  const late = delay.middle + Math.round(delay.spread * (chance.next() + chance.next() - 1))
  const wished = laterOf(addDays(dueOn, late), addDays(issuedOn, 1))
  return workingDayFrom(paysByMonth ? addDays(startOfMonth(addMonths(wished, 1)), 9) : wished)
}

type Planned = { readonly invoice: TruthInvoice; readonly on: Day }

/** Now and then an invoice is paid with the one before. */
function joined({ paysByMonth }: Payer, planned: readonly Planned[], chance: Chance): Planned[] {
  if (paysByMonth) return [...planned]
  let last: Day | undefined
  return planned.map(({ invoice, on }) => {
    const day = last !== undefined && last > invoice.issuedOn && chance.happens(TWO_AT_ONCE) ? last : on
    last = day
    return { invoice, on: day }
  })
}

function groupOf(payer: Payer, on: Day, invoices: readonly TruthInvoice[]): Payment {
  return {
    on,
    payer,
    shape: 'group',
    amountCents: sum(invoices.map(({ amountCents }) => amountCents)),
    shares: invoices.map(whole),
    closes: [],
    numbers: invoices.map(({ number }) => number),
  }
}

const whole = ({ amountCents, id }: TruthInvoice): TruthShare => ({ invoiceId: id, amountCents })

type Around = { readonly previous: readonly TruthInvoice[]; readonly anyNumber: (chance: Chance) => string }

function paying(payer: Payer, invoice: TruthInvoice, on: Day, around: Around, chance: Chance): Payment[] {
  const shape = troubleOf(chance)
  const plain: Payment = {
    on,
    payer,
    shape,
    amountCents: invoice.amountCents,
    shares: [whole(invoice)],
    closes: [],
    numbers: [invoice.number],
  }
  const short = (lessCents: bigint): Payment => {
    const amountCents = toCents(invoice.amountCents - lessCents)
    return { ...plain, amountCents, shares: [{ invoiceId: invoice.id, amountCents }], closes: [invoice.id] }
  }
  switch (shape) {
    case 'part':
      return inTwo(plain, invoice, chance)
    case 'fee':
      return [short(chance.pick([500n, 1200n, 1500n, 2000n]) < invoice.amountCents ? chance.pick([500n, 1200n, 1500n]) : 0n)]
    case 'rounded':
      return [short(invoice.amountCents % 100n)]
    case 'over':
      return [{ ...plain, amountCents: toCents(invoice.amountCents + BigInt(chance.whole(1, 60)) * 100n) }]
    case 'twice':
      return [
        { ...plain, shape: 'whole' },
        { ...plain, on: workingDayFrom(addDays(on, chance.whole(4, 20))), shares: [] },
      ]
    case 'advance':
      return [
        { ...plain, on: workingDayFrom(addDays(invoice.issuedOn, -chance.whole(8, 30))), shares: [], closes: [invoice.id], numbers: [] },
      ]
    case 'wrong-number':
      return [{ ...plain, numbers: [wrongNumber(invoice, around, chance)] }]
    case 'transposed':
      return [{ ...plain, numbers: [transposed(invoice.number, chance)] }]
    case 'whole':
    case 'third-party':
    case 'group':
    case 'rest':
    case 'other':
      return [plain]
    default:
      return shape satisfies never
  }
}

function troubleOf(chance: Chance): Shape {
  let drawn = chance.next()
  for (const [shape, share] of TROUBLES) {
    if (drawn < share) return shape
    drawn -= share
  }
  return 'whole'
}

function inTwo(plain: Payment, { amountCents, id }: TruthInvoice, chance: Chance): Payment[] {
  const first = toCents((amountCents * BigInt(chance.whole(3, 7))) / 10n)
  const rest = toCents(amountCents - first)
  if (first <= 0n || rest <= 0n) return [{ ...plain, shape: 'whole' }]
  const later = workingDayFrom(addDays(plain.on, chance.whole(10, 40)))
  return [
    { ...plain, amountCents: first, shares: [{ invoiceId: id, amountCents: first }] },
    { ...plain, shape: 'rest', on: later, amountCents: rest, shares: [{ invoiceId: id, amountCents: rest }] },
  ]
}

/** The label of last time sent again, or a number copied from elsewhere. */
function wrongNumber(invoice: TruthInvoice, { anyNumber, previous }: Around, chance: Chance): string {
  const before = previous.filter(({ issuedOn }) => issuedOn < invoice.issuedOn)
  const last = before.at(-1)
  return last && chance.happens(0.7) ? last.number : anyNumber(chance)
}

function transposed(number: string, chance: Chance): string {
  const figures = number.split('')
  const places = figures.flatMap((figure, at) =>
    /\d/.test(figure) && /\d/.test(figures[at + 1] ?? '') && figure !== figures[at + 1] ? [at] : [],
  )
  if (places.length === 0) return number
  const at = chance.pick(places)
  ;[figures[at], figures[at + 1]] = [figures[at + 1] ?? '', figures[at] ?? '']
  return figures.join('')
}
