/** Payments typed by hand that a bank line may now confirm: one of the same amount, or several cheques paid in together. */
import { daysBetween } from '#core/day'
import type { Id } from '#core/ids'
import { moneyText, sum, toCents, ZERO } from '#core/money'
import type { Evidence, LineFacts, Proposal, TypedPayment } from './model.ts'
import type { CustomerSeen } from './names.ts'
import type { OpenBook } from './open-book.ts'
import { plainText } from './plain-text.ts'
import { subsetsThatAddUp } from './subset.ts'

/** A cheque or a transfer typed by hand reaches the bank within these days, before or after. */
const TYPED_WITHIN_DAYS = 10

/** Who pays card payments out, less what it keeps. */
const PROVIDERS =
  /\b(?:STRIPE|SUMUP|PAYPAL|MOLLIE|GOCARDLESS|ADYEN|PAYPLUG|LYDIA|SQUARE|ZETTLE|WORLDLINE|STANCER|ALMA|LEMONWAY|VIVA ?WALLET|MYPOS|SMILEANDPAY)\b/
/** More than this of a payout is no fee. */
const MOST_FEE = { hundredths: 6n }

/** How banks name the paying in of what was typed, by method. */
const DEPOSITS: readonly { readonly method: string; readonly words: RegExp }[] = [
  { method: 'cheque', words: /\bREM(?:ISE)?\b.*\bCH(?:E?Q(?:UES?)?)\b|\bCHEQUES?\b|\bREM CHQ\b/ },
  { method: 'card', words: /\bREM(?:ISE)? (?:CB|CARTES?)\b|\bTPE\b/ },
  { method: 'card', words: PROVIDERS },
  { method: 'cash', words: /\bESPECES\b|\bVERSEMENT\b/ },
]

export function typedBefore(line: LineFacts, book: OpenBook, payers: ReadonlySet<Id>): TypedPayment[][] {
  const near = ({ paidOn }: TypedPayment) => Math.abs(daysBetween(paidOn, line.bookedOn)) <= TYPED_WITHIN_DAYS
  // A deposit names no payer: then the amount alone speaks, of payments that are no transfers.
  const mayBe = (payment: TypedPayment) =>
    near(payment) && (payers.size > 0 ? payers.has(payment.customerId) : payment.method !== 'transfer')
  const same = book.typedPayments(line.amountCents).filter(mayBe)
  if (same.length > 0) return same.map((payment) => [payment])
  const words = plainText(line.texts.join(' '))
  const deposit = DEPOSITS.find((candidate) => candidate.words.test(words))
  if (!deposit || payers.size > 0) return []
  const paidIn = book.allTypedPayments().filter((payment) => payment.method === deposit.method && near(payment))
  const exact = subsetsThatAddUp(paidIn, (payment) => payment.amountCents, line.amountCents)
  return exact.length > 0 || deposit.method !== 'card' ? exact : paidOut(paidIn, line.amountCents)
}

const MOST_PAYOUTS = 3

/** Card payments of days that follow one another, less a fee: the runs that leave the smallest one first. */
function paidOut(payments: readonly TypedPayment[], amountCents: bigint): TypedPayment[][] {
  const byDay = [...Map.groupBy(payments, ({ paidOn }) => paidOn)].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, own]) => own)
  const runs = byDay.flatMap((_, from) => byDay.slice(from).map((_day, length) => byDay.slice(from, from + length + 1).flat()))
  return runs
    .map((run) => ({ run, feeCents: sum(run.map((payment) => payment.amountCents)) - amountCents }))
    .filter(({ feeCents }) => feeCents > 0n && feeCents * 100n <= (amountCents + feeCents) * MOST_FEE.hundredths)
    .toSorted((a, b) => (a.feeCents < b.feeCents ? -1 : 1))
    .slice(0, MOST_PAYOUTS)
    .map(({ run }) => run)
}

export function confirmTyped(line: LineFacts, payments: readonly TypedPayment[], customer: CustomerSeen | undefined): Proposal {
  const customers = new Set(payments.map(({ customerId }) => customerId))
  const [customerId = null] = customers
  const paymentIds = payments.map(({ paymentId }) => paymentId)
  const fee = toCents(sum(payments.map(({ amountCents }) => amountCents)) - line.amountCents)
  const kept: Evidence[] = fee > 0n ? [{ code: 'paid_out', facts: { count: payments.length, fee: moneyText(fee) } }] : []
  const typed: Evidence[] = payments.map(({ amountCents, method, paidOn }) => ({
    code: 'already_typed',
    facts: { paidOn, method, amount: moneyText(amountCents) },
  }))
  return {
    key: paymentIds.toSorted().join(' '),
    customerId: customers.size === 1 ? customerId : null,
    shares: [],
    paymentIds,
    restCents: ZERO,
    evidence: [...kept, ...typed, ...(customer ? [customer.evidence] : [])],
  }
}
