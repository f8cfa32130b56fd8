import { accountsOf, type LineRow, lockLine } from '#banking'
import type { Id } from '#core/ids'
import { Refusal } from '#core/refusal'
import type { WriteContext } from '#platform/context'
import { bookLine, bookTransfer } from './book.ts'
import type { OperationProposal } from './operation-proposals.ts'

type How = { readonly origin: 'automatic' | 'manual'; readonly applicationId?: Id }

/** Books what was proposed, with its reasons; the other side of a transfer too, if it is still undecided. */
export async function carryOut(context: WriteContext, line: LineRow, operation: OperationProposal, how: How): Promise<void> {
  const { evidence, kind, other, parts } = operation
  if (kind === 'accounts') return bookLine(context, line, parts, { ...how, evidence })
  const decision = { ...how, evidence }
  if (other?.booked) return bookTransfer(context, line, { lineId: other.lineId }, decision)
  const otherRow = other && (await lockLine(context, other.lineId))
  if (other && (!otherRow || (otherRow.state !== 'to_do' && otherRow.state !== 'out'))) throw new Refusal('proposal_gone', { status: 409 })
  if (!otherRow) return bookTransfer(context, line, undefined, decision)
  const name = (await accountsOf(context)).find(({ id }) => id === line.account_id)?.name ?? ''
  const otherEvidence = [
    ...evidence.filter(({ code }) => code === 'rule_fits'),
    { code: 'opposite_line', facts: { name, bookedOn: line.booked_on } },
  ]
  return bookTransfer(context, line, { lineId: otherRow.id, alongside: { row: otherRow, evidence: otherEvidence } }, decision)
}
