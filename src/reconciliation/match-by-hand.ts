import type { OperationsOf } from '#platform/api'
import type { reconciliationContract } from './contract.ts'
import { differencesWished } from './differences.ts'
import { byHand } from './evidence.ts'
import { settleLine } from './settle.ts'
import { lineNow, waitingLine } from './waiting-line.ts'

export const matchByHand: OperationsOf<typeof reconciliationContract>['matchByHand'] = async (
  context,
  { customerId, differences, lineId, shares },
) => {
  const row = await waitingLine(context, lineId)
  const wished = shares.map(({ amount, invoiceId }) => ({ invoiceId, amountCents: amount }))
  await settleLine(context, row, {
    origin: 'manual',
    evidence: byHand(context),
    shares: wished,
    differences: differencesWished(differences),
    customerId,
  })
  return lineNow(context, lineId)
}
