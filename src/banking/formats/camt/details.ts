import { type Cents, moneyText, negate, sum, toCents } from '#core/money'
import type { LineDetail } from '../model.ts'
import type { WarningList } from '../warnings.ts'
import type { XmlElement } from '../xml.ts'
import { operationOf } from './operation.ts'
import type { Ourselves } from './parties.ts'
import { at, textAt } from './tree.ts'
import { type ReadAmount, amountOf } from './values.ts'

export type BookedLine = { readonly credit: boolean; readonly reversal: boolean; readonly currency: string; readonly amountCents: Cents }

/** The children of a batch; for a single operation nothing, except when it was booked net of a fee: then its gross amount is kept. */
export function detailsOf(
  transactions: readonly XmlElement[],
  line: BookedLine,
  context: { readonly ourselves: Ourselves; readonly warnings: WarningList },
): LineDetail[] {
  const amounts = transactions.map((transaction) => transactionAmount(transaction, line.currency, context.warnings))
  const credits = sidesOf(transactions, amounts, line)
  const total = totalOf(amounts, credits)
  const comparable = amounts.every((amount) => amount?.currency === line.currency)
  if (transactions.length < 2 && (!comparable || total === line.amountCents)) return []
  if (transactions.length > 1 && comparable && total !== line.amountCents) {
    const facts = { line: transactions[0]?.line ?? 0, amount: moneyText(line.amountCents), details: moneyText(total) }
    context.warnings.add('details_do_not_add_up', facts)
  }
  return transactions.map((transaction, index) => {
    const credit = credits[index] ?? line.credit
    const amount = amounts[index]
    const operation = operationOf(transaction, { ...line, credit }, context.ourselves)
    return amount ? { ...operation, amountCents: bySide(amount.amountCents, credit), currency: amount.currency } : operation
  })
}

const bySide = (cents: Cents, credit: boolean): Cents => (credit ? cents : negate(cents))

type KnownAmount = { readonly amountCents: Cents; readonly currency: string }

const totalOf = (amounts: readonly (KnownAmount | null)[], credits: readonly boolean[]): Cents =>
  sum(amounts.map((amount, index) => bySide(amount?.amountCents ?? toCents(0), credits[index] ?? true)))

/** Some banks write CRDT on every child of a debit: the side of the entry holds, unless only the children's own sides add up to it. */
function sidesOf(transactions: readonly XmlElement[], amounts: readonly (KnownAmount | null)[], line: BookedLine): readonly boolean[] {
  const entrySides = transactions.map(() => line.credit)
  if (totalOf(amounts, entrySides) === line.amountCents) return entrySides
  const ownSides = transactions.map((transaction) => {
    const indicator = textAt(transaction, 'CdtDbtInd')
    return indicator === undefined ? line.credit : indicator === 'CRDT'
  })
  return totalOf(amounts, ownSides) === line.amountCents ? ownSides : entrySides
}

/** `Amt` from .04 on, `AmtDtls/TxAmt` in .02; of the two, the one in the currency of the line. */
function transactionAmount(transaction: XmlElement, currency: string, warnings: WarningList): KnownAmount | null {
  const candidates = [at(transaction, 'Amt'), at(transaction, 'AmtDtls', 'TxAmt', 'Amt')]
  const read = candidates.map((candidate) => amountOf(candidate, warnings)).filter((amount): amount is ReadAmount => amount !== null)
  const known = read.map((amount) => ({ amountCents: amount.amountCents, currency: amount.currency ?? currency }))
  return known.find((amount) => amount.currency === currency) ?? known[0] ?? null
}
