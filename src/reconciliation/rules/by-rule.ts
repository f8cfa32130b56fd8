/** What a rule's customer has paid with a line that names no invoice, and whether a line names one. */
import type { Id } from '#core/ids'
import type { LineFacts, Proposal } from './model.ts'
import { findNumbers } from './numbers.ts'
import type { OpenBook } from './open-book.ts'
import { exactFor, fillOldestFirst, proposalOf } from './proposals.ts'

type CustomerRule = { readonly ruleId: Id; readonly name: string; readonly customerId: Id }

/** The invoices that make the amount when only one way does; else the oldest first, as the rule wants; the rest is credit. */
export function customerByRule(line: LineFacts, book: OpenBook, { customerId, name, ruleId }: CustomerRule): Proposal {
  const fits = { code: 'rule_fits', facts: { name } }
  const seen = { customerId, evidence: fits, recognised: { kind: 'name' as const, text: '' }, sure: true }
  const [exact, another] = exactFor(line, book, seen)
  if (exact && !another) return { ...exact, ruleId }
  const open = book.invoicesOf(customerId)
  const why = { code: open.length === 0 ? 'nothing_open' : 'rule_oldest_first', facts: {} }
  return { ...proposalOf(line, customerId, fillOldestFirst(open, line.amountCents), [fits, why]), ruleId }
}

/** A number, or what could be one, of an open invoice is written: then nobody but that number says what the line is. */
export function namesInvoice(line: LineFacts, book: OpenBook): boolean {
  const { ambiguous, found } = findNumbers(book.numbers, [...line.texts, ...line.references])
  return ambiguous || found.some(({ sure }) => sure)
}
