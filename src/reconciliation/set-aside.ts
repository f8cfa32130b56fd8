import { lockLine, setLineState } from '#banking'
import { Refusal } from '#core/refusal'
import type { OperationsOf } from '#platform/api'
import type { reconciliationContract } from './contract.ts'
import { lineNow, waitingLine } from './waiting-line.ts'

type Operations = OperationsOf<typeof reconciliationContract>

/** The line is no payment of a customer: interest, a refund of a supplier, our own money from another account. */
export const setAside: Operations['setAside'] = async (context, { lineId, reason }) => {
  await waitingLine(context, lineId)
  await setLineState(context, lineId, 'set_aside', reason)
  return lineNow(context, lineId)
}

export const bringBack: Operations['bringBack'] = async (context, { lineId }) => {
  const row = await lockLine(context, lineId)
  if (!row) throw new Refusal('not_found', { status: 404 })
  if (row.state !== 'set_aside') throw new Refusal('line_not_aside', { status: 409 })
  await setLineState(context, lineId, 'to_do')
  return lineNow(context, lineId)
}
