/**
 * What a bank line pays. Certain when the payer named the invoices and paid exactly what is open on them; otherwise proposals, each with
 * its reasons in facts, best first. Never a score.
 */
import { moneyText, sum } from '#core/money'
import type { Evidence, LineFacts, OpenInvoice, Proposal, Recognised, Verdict } from './model.ts'
import { customerOf, type CustomerSeen, customersPossible } from './names.ts'
import { lessCredit, openLessCredit } from './less-credit.ts'
import { findNumbers, type NumbersFound } from './numbers.ts'
import type { OpenBook } from './open-book.ts'
import { plainText } from './plain-text.ts'
import { exactFor, fillOldestFirst, inPartFor, isNear, proposalOf, shareAll } from './proposals.ts'
import { confirmTyped, typedBefore } from './typed.ts'

/** More than these would be a list to read, not a proposal. */
const MOST_PROPOSALS = 5

type Certain = Pick<Verdict, 'ground'> & { readonly certain: Proposal }

const NOT_CERTAIN = { certain: undefined, ground: undefined }

export type FindOptions = { readonly isRefused?: (key: string) => boolean }

export function findMatch(line: LineFacts, book: OpenBook, { isRefused = () => false }: FindOptions = {}): Verdict {
  if (line.amountCents <= 0n) return { ...NOT_CERTAIN, proposals: [], recognised: [] }
  const numbers = findNumbers(book.numbers, [...line.texts, ...line.references])
  const customer = customerOf(book.customers, line)
  const named = namedInvoices(line, book, numbers, customer)
  const typed = typedBefore(line, book, new Set([...named.map(({ customerId }) => customerId), ...(customer ? [customer.customerId] : [])]))
  const byNumber = proposeNamed(line, named, numbers)
  const possible = customer ? [customer] : customersPossible(book.customers, line)
  const exact = possible.flatMap((seen) => exactFor(line, book, seen))
  const lessen = proposeLessCredit(line, book, named, exact.length === 0 ? customer : undefined)
  const candidates = [...typed.map((payments) => confirmTyped(line, payments, customer)), ...lessen, ...byNumber, ...exact]
  if (!customer) candidates.push(...invoicesOfThisAmount(line, book))
  if (candidates.length === 0) candidates.push(...possible.flatMap((seen) => inPartFor(line, book, seen)))
  const keys = candidates.map(({ key }) => key)
  const proposals = candidates.filter(({ key }, index) => keys.indexOf(key) === index && !isRefused(key))
  const clear = !line.returned && typed.length === 0 && lessen.length === 0 && !numbers.ambiguous && numbers.others.length === 0
  const clearly = clear
    ? (certainByNumber(line, book, named, numbers, byNumber, exact, customer) ?? certainByPayer(line, numbers, exact, customer))
    : undefined
  const certain = clearly && proposals.includes(clearly.certain) ? clearly : NOT_CERTAIN
  return { ...certain, proposals: proposals.slice(0, MOST_PROPOSALS), recognised: recognisedIn(numbers, named, customer) }
}

/** The invoices named, or else those of the customer recognised, less the credit they have with us. */
function proposeLessCredit(line: LineFacts, book: OpenBook, named: readonly OpenInvoice[], customer: CustomerSeen | undefined): Proposal[] {
  const [first] = named
  if (!first) return customer ? openLessCredit(line, book, customer.customerId, customer.evidence) : []
  const own = named.filter(({ customerId }) => customerId === first.customerId)
  const seen = own.map((invoice) => numberSeen(invoice, line))
  return [lessCredit(line, book, own, seen)].filter((proposal) => proposal !== undefined)
}

/** Open invoices whose numbers are written. Bare figures that nothing announces count only where amount or payer confirm them. */
function namedInvoices(line: LineFacts, book: OpenBook, numbers: NumbersFound, customer: CustomerSeen | undefined): OpenInvoice[] {
  return numbers.found.flatMap(({ invoiceId, sure }) => {
    const invoice = book.invoice(invoiceId)
    if (!invoice) return []
    return sure || invoice.openCents === line.amountCents || invoice.customerId === customer?.customerId ? [invoice] : []
  })
}

/** Named and paid exactly; or named, by the customer itself, and paid in part with an amount that means nothing else. No other customer is seen. */
function certainByNumber(
  line: LineFacts,
  book: OpenBook,
  named: readonly OpenInvoice[],
  numbers: NumbersFound,
  [first]: readonly Proposal[],
  exact: readonly Proposal[],
  customer: CustomerSeen | undefined,
): Certain | undefined {
  if (!first || named.length !== numbers.found.length) return undefined
  if (named.some((invoice) => invoice.customerId !== first.customerId)) return undefined
  if (customer?.sure && customer.customerId !== first.customerId) return undefined
  const isSure = numbers.found.every(({ sure }) => sure)
  const isOwn = customer?.sure === true
  if (!isSure && !isOwn) return undefined
  const [only, another] = named
  const isExact =
    line.amountCents === sum(named.map((invoice) => invoice.openCents)) ||
    (another === undefined && only?.instalments[0]?.openCents === line.amountCents)
  if (isExact && !isOwn && only && hasTwin(only, line, book)) return undefined
  if (isExact) return { certain: first, ground: isSure ? 'number' : 'payer' }
  const inPart = isOwn && !another && only && exact.length === 0 && line.amountCents < only.openCents && !explainsItself(line, only)
  return inPart ? { certain: first, ground: 'payer' } : undefined
}

/** Words by which payers say why they send less. */
const WHY_LESS = /\b(?:ESCOMPTE|ESC|RETENUE|RG|REMISE|RISTOURNE|AVOIR|LITIGE|DEDUCTION|COMPENSATION|FRAIS|COMMISSION)\b/

/** So little is missing, or in such words, that it is no payment in part: a person says what the rest is. */
function explainsItself(line: LineFacts, { openCents }: OpenInvoice): boolean {
  return isNear(openCents, line.amountCents) || WHY_LESS.test(plainText(line.texts.join(' ')))
}

/** Another customer owes the same amount under a number that one slip of the fingers turns into this one. */
function hasTwin(invoice: OpenInvoice, { amountCents }: LineFacts, book: OpenBook): boolean {
  return book
    .invoicesOfAmount(amountCents)
    .some((other) => other.customerId !== invoice.customerId && isSlipOf(invoice.number, other.number))
}

/** One figure replaced, or two neighbours exchanged. */
function isSlipOf(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  const different = Array.from(a, (_, at) => at).filter((at) => a[at] !== b[at])
  const [first = 0, second] = different
  if (different.length === 1) return true
  return different.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first]
}

/** Words that say the money is for something else than what is owed. */
const FOR_LATER = /\b(?:ACOMPTE|ACPTE|AVANCE|ARRHES|DEPOT|PROVISION|CAUTION)\b/

/** No number at all, yet the payer is known and the amount says one thing only. */
function certainByPayer(
  line: LineFacts,
  numbers: NumbersFound,
  exact: readonly Proposal[],
  customer: CustomerSeen | undefined,
): Certain | undefined {
  if (!customer?.sure || numbers.found.length > 0) return undefined
  if (FOR_LATER.test(plainText(line.texts.join(' ')))) return undefined
  const [first, second] = exact
  if (!first || !CLEAR_REASONS.has(first.evidence[1]?.code ?? '')) return undefined
  const isClear = second === undefined || second.evidence[1]?.code === 'amount_equal_to_several'
  return isClear ? { certain: first, ground: 'payer' } : undefined
}

const CLEAR_REASONS: ReadonlySet<string> = new Set([
  'amount_equal_to_one',
  'amount_equal_to_several',
  'amount_equals_all_due',
  'amount_equals_all_open',
])

function proposeNamed(line: LineFacts, named: readonly OpenInvoice[], numbers: NumbersFound): Proposal[] {
  const [first, second] = named
  if (!first) return []
  const customerId = first.customerId
  // Invoices of two customers on one line are for a person to part.
  const own = named.filter((invoice) => invoice.customerId === customerId)
  const wary: Evidence[] = numbers.others.map((number) => ({ code: 'other_number', facts: { number } }))
  if (numbers.ambiguous) wary.push({ code: 'number_ambiguous', facts: { number: first.number } })
  const seen = second
    ? { code: 'numbers_found', facts: { count: own.length, numbers: own.map(({ number }) => number).join(', ') } }
    : numberSeen(first, line)
  const shares = fillOldestFirst(own, line.amountCents)
  const all = proposalOf(line, customerId, shares, [seen, amountAgainst(line, own), ...wary])
  // Several named and one of them paid exactly: that one may be the only one meant.
  const exact = second ? own.filter((invoice) => invoice.openCents === line.amountCents) : []
  const alone = exact.map((invoice) =>
    proposalOf(line, customerId, shareAll([invoice]), [numberSeen(invoice, line), amountEqual(line), ...wary]),
  )
  return line.amountCents === sum(own.map((invoice) => invoice.openCents)) ? [all, ...alone] : [...alone, all]
}

function numberSeen({ number }: OpenInvoice, line: LineFacts): Evidence {
  const structured = line.references.some(
    (reference) => reference.replace(/\W/g, '').toUpperCase() === number.replace(/\W/g, '').toUpperCase(),
  )
  return { code: structured ? 'reference_equal' : 'number_found_once', facts: { number } }
}

const amountEqual = (line: LineFacts): Evidence => ({ code: 'amount_equal', facts: { amount: moneyText(line.amountCents) } })

function amountAgainst(line: LineFacts, invoices: readonly OpenInvoice[]): Evidence {
  const total = sum(invoices.map((invoice) => invoice.openCents))
  const [only, another] = invoices
  const instalment = only?.instalments[0]
  const gap = total - line.amountCents
  if (gap === 0n)
    return another ? { code: 'amount_equals_sum', facts: { count: invoices.length, amount: moneyText(total) } } : amountEqual(line)
  if (!another && instalment?.openCents === line.amountCents)
    return { code: 'amount_equals_instalment', facts: { dueOn: instalment.dueOn, amount: moneyText(line.amountCents) } }
  if (gap > 0n) return { code: 'amount_below', facts: { left: moneyText(gap as typeof total) } }
  return { code: 'amount_above', facts: { rest: moneyText(-gap as typeof total) } }
}

/** More of one amount would be a guess. */
const MOST_OF_AN_AMOUNT = 3

/** Nobody is recognised, yet few open invoices have this amount: the oldest of them first. */
function invoicesOfThisAmount(line: LineFacts, book: OpenBook): Proposal[] {
  const found = book.invoicesOfAmount(line.amountCents)
  const amount = moneyText(line.amountCents)
  return found
    .slice(0, MOST_OF_AN_AMOUNT)
    .map((invoice) =>
      proposalOf(line, invoice.customerId, shareAll([invoice]), [
        found.length === 1
          ? { code: 'amount_unique', facts: { number: invoice.number, amount } }
          : { code: 'amount_of_several', facts: { count: found.length, amount } },
      ]),
    )
}

function recognisedIn(numbers: NumbersFound, named: readonly OpenInvoice[], customer: CustomerSeen | undefined): Recognised[] {
  const known = new Set(named.map(({ invoiceId }) => invoiceId))
  const written = numbers.found
    .filter(({ invoiceId }) => known.has(invoiceId))
    .map(({ written: text }) => ({ kind: 'number' as const, text }))
  return customer ? [...written, customer.recognised] : written
}
