import { Refusal } from '#core/refusal'
import type { OperationsOf } from '#platform/api'
import type { reconciliationContract } from './contract.ts'
import { lookAt, proposalId } from './look.ts'
import { insertRefusal } from './store.ts'
import { lineNow, waitingLine } from './waiting-line.ts'

export const refuse: OperationsOf<typeof reconciliationContract>['refuse'] = async (context, { lineId, proposalId: wanted }) => {
  const row = await waitingLine(context, lineId)
  const known = (await lookAt(context, [row])).verdictOn(row).proposals.some(({ key }) => proposalId(key) === wanted)
  if (!known) throw new Refusal('proposal_gone', { status: 409 })
  await insertRefusal(context, lineId, wanted)
  return lineNow(context, lineId)
}
