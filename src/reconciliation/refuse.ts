import { Refusal } from '#core/refusal'
import type { OperationsOf } from '#platform/api'
import type { reconciliationContract } from './contract.ts'
import { lookAt } from './look.ts'
import { proposalId } from './proposal-id.ts'
import { BY_RULE } from './operation-proposals.ts'
import { insertRefusal } from './store.ts'
import { lineNow, undecidedLine } from './waiting-line.ts'

export const refuse: OperationsOf<typeof reconciliationContract>['refuse'] = async (context, { lineId, proposalId: wanted }) => {
  const row = await undecidedLine(context, lineId)
  const look = await lookAt(context, [row])
  const operation = look.operationOn(row)
  const proposed = [...look.verdictOn(row).proposals, ...(operation ? [operation] : [])]
  const refused = proposed.find(({ key }) => proposalId(key) === wanted)
  if (!refused) throw new Refusal('proposal_gone', { status: 409 })
  await insertRefusal(context, lineId, wanted)
  // No rule takes this line from now on, whatever the rules become.
  if (refused.ruleId !== undefined) await insertRefusal(context, lineId, proposalId(BY_RULE))
  return lineNow(context, lineId)
}
