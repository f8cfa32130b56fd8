import { lockLine } from '#banking'
import { Refusal } from '#core/refusal'
import { SUSPENSE } from '#ledger'
import type { OperationsOf } from '#platform/api'
import { bookLine, bringLineBack, checkParts, sizeOf } from './book.ts'
import type { reconciliationContract } from './contract.ts'
import { byHand } from './evidence.ts'
import { partOf } from './rules/index.ts'
import { lineNow, undecidedLine } from './waiting-line.ts'

type Operations = OperationsOf<typeof reconciliationContract>

/** The line is no payment of a customer: it is booked to the accounts that a person names, else to suspense. */
export const setAside: Operations['setAside'] = async (context, { lineId, parts: wished, reason }) => {
  const row = await undecidedLine(context, lineId)
  const whole = sizeOf(row)
  const parts =
    wished.length === 0
      ? [partOf(SUSPENSE, whole, null)]
      : wished.map(({ account, amount, vatRate }) => partOf(account === '' ? SUSPENSE : account, amount, vatRate ?? null))
  checkParts(parts, whole)
  await bookLine(context, row, parts, { origin: 'manual', evidence: byHand(context, 'booked_by_hand'), note: reason })
  return lineNow(context, lineId)
}

export const bringBack: Operations['bringBack'] = async (context, { lineId }) => {
  const row = await lockLine(context, lineId)
  if (!row) throw new Refusal('not_found', { status: 404 })
  if (row.state !== 'set_aside') throw new Refusal('line_not_aside', { status: 409 })
  await bringLineBack(context, row)
  return lineNow(context, lineId)
}
