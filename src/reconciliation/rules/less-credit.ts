/** Payers take credit notes, and what they paid too much, off what they send. */
import type { Id } from '#core/ids'
import { type Cents, minCents, moneyText, sum, toCents } from '#core/money'
import type { CreditShare, Evidence, LineFacts, OpenCredit, OpenInvoice, Proposal, Share } from './model.ts'
import type { OpenBook } from './open-book.ts'

/** Looked at alone or all together; more of them than this would make a sum by chance. */
const MOST_CREDITS = 5

/** These invoices less the customer's credit are just what came in: nothing if they are not. */
export function lessCredit(
  line: LineFacts,
  book: OpenBook,
  invoices: readonly OpenInvoice[],
  seen: readonly Evidence[],
): Proposal | undefined {
  const [first] = invoices
  const gap = toCents(sum(invoices.map(({ openCents }) => openCents)) - line.amountCents)
  if (!first || gap <= 0n) return undefined
  const credits = book.creditsOf(first.customerId).slice(0, MOST_CREDITS)
  const used = [...credits.map((credit) => [credit]), credits].find((some) => some.length > 0 && total(some) === gap)
  if (!used) return undefined
  const reason = {
    code: 'amount_less_credit',
    facts: { count: invoices.length, credit: moneyText(gap), references: used.map(({ reference }) => reference).join(', ') },
  }
  return proposalWith(first.customerId, shared(invoices, used), [...seen, reason])
}

/** Of a recognised customer: one open invoice, or all of them, less its credit. */
export function openLessCredit(line: LineFacts, book: OpenBook, customerId: Id, seen: Evidence): Proposal[] {
  const open = book.invoicesOf(customerId)
  const sets = [...open.map((invoice) => [invoice]), ...(open.length > 1 ? [open] : [])]
  const found = sets.flatMap((invoices) => lessCredit(line, book, invoices, [seen]) ?? [])
  return found.slice(0, 2)
}

const total = (credits: readonly OpenCredit[]): Cents => sum(credits.map(({ openCents }) => openCents))

type Shared = { readonly shares: readonly Share[]; readonly credits: readonly CreditShare[] }

/** The credits fill the invoices first, in the order they fall due; the line pays what they leave. */
function shared(invoices: readonly OpenInvoice[], used: readonly OpenCredit[]): Shared {
  const credits: CreditShare[] = []
  const left = new Map(used.map(({ itemId, openCents }) => [itemId, openCents]))
  const shares = invoices.flatMap(({ invoiceId, openCents }) => {
    let owed = openCents
    for (const [itemId, credit] of left) {
      const amountCents = minCents(owed, credit)
      if (amountCents <= 0n) continue
      credits.push({ itemId, invoiceId, amountCents })
      left.set(itemId, toCents(credit - amountCents))
      owed = toCents(owed - amountCents)
    }
    return owed > 0n ? [{ invoiceId, amountCents: owed }] : []
  })
  return { shares, credits }
}

function proposalWith(customerId: Id, { credits, shares }: Shared, evidence: readonly Evidence[]): Proposal {
  const ids = [...new Set([...credits, ...shares].map(({ invoiceId }) => invoiceId))]
  const key = `${ids.toSorted().join(' ')} less ${credits.map(({ itemId }) => itemId).join(' ')}`
  return { key, customerId, shares, credits, paymentIds: [], restCents: toCents(0n), evidence }
}
