/** What a line of money out may be: a payment that the bank takes back, or credit given back to a customer. Proposed with reasons, never done alone. */
import { daysBetween } from '#core/day'
import type { Id } from '#core/ids'
import { type Cents, moneyText, negate, ZERO } from '#core/money'
import type { Day } from '#core/day'
import type { Evidence, LineFacts, Proposal } from './model.ts'
import { customerOf, customersPossible, type CustomerIndex } from './names.ts'
import { atomsOf, plainText } from './plain-text.ts'

/** A payment that still counts, with what its own line and invoices said. */
export type ReturnablePayment = {
  readonly paymentId: Id
  readonly customerId: Id
  readonly paidOn: Day
  readonly amountCents: Cents
  readonly method: string
  readonly iban: string | undefined
  readonly endToEndId: string | undefined
  readonly invoiceNumbers: readonly string[]
}

export type OutBook = {
  readonly customers: CustomerIndex
  readonly payments: readonly ReturnablePayment[]
  /** What each customer has left with us. */
  readonly credits: ReadonlyMap<Id, Cents>
}

/** A debit that was not authorised may be contested for thirteen months (CMF art. L133-24). */
const MOST_DAYS = 400
const MOST_PROPOSALS = 3

/** How banks say that money goes back. */
const SAYS_RETURNED = /\b(?:REJETS?|REJ|IMPAYES?|RETOURS?|CONTRE ?PASS\w*|EXTOURNES?|REVERSAL|RETURN(?:ED)?|CHARGEBACK|UNPAID|REFUSE)\b/

export function findOut(line: LineFacts, book: OutBook): Proposal[] {
  const amountCents = negate(line.amountCents)
  if (amountCents <= 0n) return []
  const says = line.returned || SAYS_RETURNED.test(plainText(line.texts.join(' ')))
  const returned = book.payments
    .filter((payment) => payment.amountCents === amountCents && isBefore(payment, line))
    .map((payment) => ({ payment, reasons: reasonsOf(payment, line, book.customers) }))
    .filter(
      ({ reasons }) => reasons.length > 0 && (says || reasons.some(({ code }) => code !== 'same_account' && code !== 'name_recognised')),
    )
    .toSorted((a, b) => b.reasons.length - a.reasons.length || (a.payment.paidOn < b.payment.paidOn ? 1 : -1))
    .slice(0, MOST_PROPOSALS)
    .map(({ payment, reasons }) => returnOf(payment, says ? [{ code: 'bank_says_returned', facts: {} }, ...reasons] : reasons))
  return returned.length > 0 || says ? returned : refundsOf(line, amountCents, book)
}

const isBefore = ({ paidOn }: ReturnablePayment, { bookedOn }: LineFacts): boolean =>
  paidOn <= bookedOn && daysBetween(paidOn, bookedOn) <= MOST_DAYS

function reasonsOf(payment: ReturnablePayment, line: LineFacts, customers: CustomerIndex): Evidence[] {
  const written = new Set([...line.texts, ...line.references].flatMap((text) => atomsOf(plainText(text)).map((atom) => atom.text)))
  const glued = plainText([...line.texts, ...line.references].join(' ')).replaceAll(/[^A-Z0-9]/g, '')
  const reasons: Evidence[] = []
  if (payment.endToEndId !== undefined && [...line.texts, ...line.references].includes(payment.endToEndId))
    reasons.push({ code: 'same_end_to_end', facts: { reference: payment.endToEndId } })
  const number = payment.invoiceNumbers.find((each) => isWritten(each, written, glued))
  if (number !== undefined) reasons.push({ code: 'pays_number', facts: { number } })
  if (payment.iban !== undefined && payment.iban === line.iban) reasons.push({ code: 'same_account', facts: {} })
  const seen = customerOf(customers, line)
  if (seen?.customerId === payment.customerId) reasons.push(seen.evidence)
  return reasons
}

const SHORTEST_NUMBER = 6

/** The number as one word, or long enough to be told with its signs left out. */
function isWritten(number: string, words: ReadonlySet<string>, glued: string): boolean {
  const plain = plainText(number).replaceAll(/[^A-Z0-9]/g, '')
  return words.has(plain) || (plain.length >= SHORTEST_NUMBER && glued.includes(plain))
}

function returnOf(payment: ReturnablePayment, reasons: readonly Evidence[]): Proposal {
  const { amountCents, customerId, paidOn, paymentId } = payment
  return {
    key: `returned ${paymentId}`,
    out: 'returned',
    customerId,
    shares: [],
    paymentIds: [paymentId],
    restCents: ZERO,
    evidence: [...reasons, { code: 'payment_of', facts: { paidOn, amount: moneyText(amountCents) } }],
  }
}

function refundsOf(line: LineFacts, amountCents: Cents, { credits, customers }: OutBook): Proposal[] {
  const seen = customerOf(customers, line)
  return (seen ? [seen] : customersPossible(customers, line)).flatMap(({ customerId, evidence }): Proposal[] => {
    const credit = credits.get(customerId) ?? ZERO
    if (credit < amountCents) return []
    const reason = { code: credit === amountCents ? 'credit_equal' : 'credit_enough', facts: { credit: moneyText(credit) } }
    return [
      { key: `refund ${customerId}`, out: 'refund', customerId, shares: [], paymentIds: [], restCents: ZERO, evidence: [evidence, reason] },
    ]
  })
}
