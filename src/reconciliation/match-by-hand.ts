import type { OperationsOf } from '#platform/api'
import type { reconciliationContract } from './contract.ts'
import { settleLine } from './settle.ts'
import { lineNow, waitingLine } from './waiting-line.ts'

export const matchByHand: OperationsOf<typeof reconciliationContract>['matchByHand'] = async (
  context,
  { customerId, differences, lineId, shares },
) => {
  const row = await waitingLine(context, lineId)
  const { actor } = context
  const evidence = [{ code: 'by_hand', facts: actor.kind === 'person' ? { name: actor.name } : {} }]
  const wished = shares.map(({ amount, invoiceId }) => ({ invoiceId, amountCents: amount }))
  const missing = differences.map(({ amount, kind }) => ({ kind, amountCents: amount }))
  await settleLine(context, row, { origin: 'manual', evidence, shares: wished, differences: missing, customerId })
  return lineNow(context, lineId)
}
