/** The shapes of a proposal, and what a recognised customer may have paid when it names no invoice. */
import { type Cents, minCents, moneyText, negate, sum, toCents } from '#core/money'
import type { Id } from '#core/ids'
import type { Evidence, LineFacts, OpenInvoice, Proposal, Share } from './model.ts'
import type { CustomerSeen } from './names.ts'
import type { OpenBook } from './open-book.ts'
import { subsetsThatAddUp } from './subset.ts'

export function proposalOf(line: LineFacts, customerId: Id, shares: readonly Share[], evidence: readonly Evidence[]): Proposal {
  const key =
    shares.length > 0
      ? shares
          .map(({ invoiceId }) => invoiceId)
          .toSorted()
          .join(' ')
      : `credit of ${customerId}`
  const restCents = toCents(line.amountCents - sum(shares.map(({ amountCents }) => amountCents)))
  return { key, customerId, shares, paymentIds: [], restCents, evidence }
}

export const shareAll = (invoices: readonly OpenInvoice[]): Share[] =>
  invoices.map(({ invoiceId, openCents }) => ({ invoiceId, amountCents: openCents }))

/** Never more than the line holds, nor more than an invoice owes. */
export function fillOldestFirst(invoices: readonly OpenInvoice[], amountCents: Cents): Share[] {
  const inOrder = invoices.toSorted((a, b) => (dueOn(a) < dueOn(b) ? -1 : dueOn(a) > dueOn(b) ? 1 : 0))
  let left = amountCents
  return inOrder.flatMap(({ invoiceId, openCents }) => {
    const share = minCents(left, openCents)
    left = toCents(left - share)
    return share > 0n ? [{ invoiceId, amountCents: share }] : []
  })
}

const dueOn = ({ instalments, issuedOn }: OpenInvoice): string => instalments[0]?.dueOn ?? issuedOn

/** Customers pay a handful of equal invoices in turn; further ones would only be noise. */
const MOST_EQUALS = 3

/** What a recognised customer may have paid exactly: one invoice, all that is due, all that is open, or a few that add up. */
export function exactFor(line: LineFacts, book: OpenBook, { customerId, evidence }: CustomerSeen): Proposal[] {
  const open = book.invoicesOf(customerId)
  const amount = moneyText(line.amountCents)
  const propose = (invoices: readonly OpenInvoice[], code: string, facts: Evidence['facts']) =>
    proposalOf(line, customerId, fillOldestFirst(invoices, line.amountCents), [evidence, { code, facts }])
  const equal = open.filter((invoice) => invoice.openCents === line.amountCents)
  const [only, another] = equal
  const found: Proposal[] =
    only && !another
      ? [propose([only], 'amount_equal_to_one', { number: only.number, amount })]
      : equal.slice(0, MOST_EQUALS).map((invoice) => propose([invoice], 'amount_equal_to_several', { count: equal.length, amount }))
  const due = open.flatMap((invoice) => dueByThen(invoice, line) ?? [])
  if (due.length > 1 && total(due) === line.amountCents) found.push(propose(due, 'amount_equals_all_due', { count: due.length, amount }))
  if (open.length > 1 && total(open) === line.amountCents && total(due) !== line.amountCents)
    found.push(propose(open, 'amount_equals_all_open', { count: open.length, amount }))
  if (found.length > 0) return found
  const subsets = subsetsThatAddUp(open, (invoice) => invoice.openCents, line.amountCents)
  const code = subsets.length === 1 ? 'amount_equals_some' : 'amount_equals_some_of_many'
  return subsets.map((invoices) => propose(invoices, code, { count: invoices.length, amount }))
}

function dueByThen(invoice: OpenInvoice, line: LineFacts): OpenInvoice | undefined {
  const instalments = invoice.instalments.filter((instalment) => instalment.dueOn <= line.bookedOn)
  return instalments.length === 0 ? undefined : { ...invoice, instalments, openCents: sum(instalments.map(({ openCents }) => openCents)) }
}

const total = (invoices: readonly OpenInvoice[]): Cents => sum(invoices.map(({ openCents }) => openCents))

/** A bank keeps this much at most of a transfer, and a payer rounds by less. */
const SMALL_GAP = { cents: 2500n, hundredths: 5n }

/** No amount fits: an instalment if it is just that, an invoice missed by a little, the oldest as bookkeepers do when nobody says more, or credit. */
export function inPartFor(line: LineFacts, book: OpenBook, { customerId, evidence }: CustomerSeen): Proposal[] {
  const open = book.invoicesOf(customerId)
  const propose = (invoices: readonly OpenInvoice[], reason: Evidence): Proposal =>
    proposalOf(line, customerId, fillOldestFirst(invoices, line.amountCents), [evidence, reason])
  const invoice = open.find(({ instalments }) => instalments[0]?.openCents === line.amountCents)
  const next = invoice?.instalments[0]
  if (invoice && next) {
    return [propose([invoice], { code: 'amount_equals_instalment', facts: { dueOn: next.dueOn, amount: moneyText(next.openCents) } })]
  }
  const asCredit = propose([], { code: open.length === 0 ? 'nothing_open' : 'kept_as_credit', facts: {} })
  if (open.length === 0) return [asCredit]
  const near = open
    .filter(({ openCents }) => isNear(openCents, line.amountCents))
    .map((missed) => propose([missed], missedBy(missed, line)))
  return [...near, propose(open, { code: 'oldest_first', facts: { count: open.length } }), asCredit]
}

/** A difference that a fee, a discount or a rounding may be. */
export function isNear(openCents: bigint, amountCents: bigint): boolean {
  const gap = openCents > amountCents ? openCents - amountCents : amountCents - openCents
  return gap <= SMALL_GAP.cents && gap * 100n <= openCents * SMALL_GAP.hundredths
}

function missedBy({ openCents }: OpenInvoice, { amountCents }: LineFacts): Evidence {
  const gap = toCents(openCents - amountCents)
  return gap > 0n
    ? { code: 'amount_a_little_below', facts: { left: moneyText(gap) } }
    : { code: 'amount_a_little_above', facts: { rest: moneyText(negate(gap)) } }
}
