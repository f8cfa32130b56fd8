import { Refusal } from '#core/refusal'
import type { OperationsOf } from '#platform/api'
import type { bankingContract } from './contract.ts'
import { statementWithdrawn } from './events.ts'
import { lockAccounts } from './store.ts'
import { dropEmptyAccounts, handOverRepeated, lockLinesOf, markWithdrawn, statementsOfSameFile } from './withdraw-store.ts'

/**
 * The file was imported by mistake: what it alone brought counts no more, and it may be imported again. Its bytes stay in the archive, its
 * rows as a trace. A line that pays something, or stands in the books, must first be brought back by whoever decided it.
 */
export const withdraw: OperationsOf<typeof bankingContract>['withdraw'] = async (context, { id }) => {
  await lockAccounts(context)
  const statements = await statementsOfSameFile(context, id)
  const [first] = statements
  if (!first) throw new Refusal('not_found', { status: 404 })
  const { fileName, sha256 } = first
  const ids = statements.map((statement) => statement.id)
  const linesKept = await handOverRepeated(context, ids)
  const lines = await lockLinesOf(context, ids)
  const matched = lines.filter(({ state }) => state === 'matched' || state === 'set_aside').length
  if (matched > 0) throw new Refusal('statement_lines_matched', { status: 409, facts: { count: matched, fileName } })
  await markWithdrawn(context, ids)
  const accountsDropped = await dropEmptyAccounts(context, ids)
  context.record(statementWithdrawn({}, { fileName, sha256, statements: ids.length, lines: lines.length, linesKept }))
  return { fileName, statements: ids.length, lines: lines.length, linesKept, accountsDropped }
}
