/** How the money travels: transfers (one for several invoices, sometimes too much or too little), cheques, cards, cash. */
import { type Day, addDays, daysBetween } from '#core/day'
import { type Cents, ZERO, moneyText, parseMoney, sum, toCents } from '#core/money'
import { workingDayFrom } from '#core/working-day'
import type { Chance } from './chance.ts'
import type { Player } from './customers.ts'
import type { CreditNoteIssued, PaymentTyped, Settlement } from './plan.ts'
import type { Part } from './settlements.ts'

/** `unallocatedCents` is what the customer sent beyond what it owed. */
export type Transfer = {
  readonly on: Day
  readonly player: Player
  readonly settles: readonly Settlement[]
  readonly unallocatedCents: Cents
}

/** Code monétaire et financier, art. D112-3: no more than 1,000 EUR in notes. */
const CASH_CAP_CENTS = toCents(100_000)
const GROUPING_DAYS = 6
/** What a bank outside the euro keeps of a transfer on its way. */
const FOREIGN_CHARGE_CENTS = toCents(1_800)

const settlementOf = ({ invoice, amountCents }: Part): Settlement => ({ invoice: invoice.key, amount: moneyText(amountCents) })

export function typedPaymentsOf(player: Player, parts: readonly Part[], chance: Chance): Omit<PaymentTyped, 'key'>[] {
  const { paysBy } = player.role
  if (paysBy === 'transfer') return []
  return parts.map((part) => {
    const method = paysBy === 'cash' && part.amountCents > CASH_CAP_CENTS ? 'cheque' : paysBy
    return {
      kind: 'payment-typed',
      on: part.paidOn,
      customer: player.customer.key,
      method,
      amount: moneyText(part.amountCents),
      reference: method === 'cheque' ? chance.digits(7) : method === 'card' ? `T${chance.digits(6)}` : '',
      settles: [settlementOf(part)],
    }
  })
}

export function transfersOf(player: Player, parts: readonly Part[], chance: Chance): Transfer[] {
  const { paysBy, grouped, vat } = player.role
  if (paysBy !== 'transfer') return []
  return groupsOf(parts, grouped === true).map((group) => {
    const abroad = vat === 'nonEu' && chance.happens(0.5)
    const settles = group.map((part) => settlementOf(abroad ? lessForeignCharge(part) : part))
    return { on: group[0]?.paidOn as Day, player, settles, unallocatedCents: ZERO }
  })
}

const lessForeignCharge = (part: Part): Part => ({ ...part, amountCents: toCents(part.amountCents - FOREIGN_CHARGE_CENTS) })

/** Payments that lie a few days apart leave together, on the day of the first, if all the invoices had arrived by then. */
function groupsOf(parts: readonly Part[], grouped: boolean): Part[][] {
  const groups: Part[][] = []
  for (const part of parts.toSorted((a, b) => (a.paidOn < b.paidOn ? -1 : a.paidOn > b.paidOn ? 1 : 0))) {
    const group = groups.at(-1)
    const first = group?.[0]
    const joins = grouped && first && part.earliestOn <= first.paidOn && daysBetween(first.paidOn, part.paidOn) <= GROUPING_DAYS
    const sameInvoice = group?.some(({ invoice }) => invoice.key === part.invoice.key)
    if (group && joins && !sameInvoice) group.push(part)
    else groups.push([part])
  }
  return groups
}

/** Customers who pay too much: the credit note forgotten, a sum rounded up, two figures swapped, an invoice paid twice. */
export function withOverpayments(
  transfers: readonly Transfer[],
  creditNotes: ReadonlyMap<string, CreditNoteIssued>,
  until: Day,
  chance: Chance,
): Transfer[] {
  const all = [...transfers]
  const singles = chance.shuffled(
    all.filter(({ settles, on, player }) => settles.length === 1 && daysBetween(on, until) > 40 && player.role.vat !== 'nonEu'),
  )
  const ofInvoice = ({ settles }: Transfer): string => settles[0]?.invoice ?? ''
  const forgotten = singles.find((transfer) => creditNotes.has(ofInvoice(transfer)))
  const [rounded, swapped, twice] = singles.filter((transfer) => !creditNotes.has(ofInvoice(transfer)))
  const overpay = (transfer: Transfer | undefined, unallocatedCents: Cents): void => {
    if (transfer) all[all.indexOf(transfer)] = { ...transfer, unallocatedCents }
  }
  overpay(forgotten, parseMoney(creditNotes.get(forgotten ? ofInvoice(forgotten) : '')?.totals.gross ?? '0'))
  overpay(rounded, toRoundSum(amountOf(rounded)))
  overpay(swapped, toCents(9_000))
  if (twice) all.push({ ...twice, on: workingDayFrom(addDays(twice.on, 9)), settles: [], unallocatedCents: amountOf(twice) })
  return all
}

/** What lacks to reach the next ten euros. */
const toRoundSum = (amountCents: Cents): Cents => toCents(1_000n - (amountCents % 1_000n))

export function amountOf(transfer: Transfer | undefined): Cents {
  if (!transfer) return ZERO
  return toCents(sum(transfer.settles.map(({ amount }) => parseMoney(amount))) + transfer.unallocatedCents)
}
