import { findLine, type LineRow, lockLine } from '#banking'
import type { Id } from '#core/ids'
import { Refusal } from '#core/refusal'
import type { WriteContext } from '#platform/context'
import { presentOne } from './present.ts'

/** The line, held until the transaction ends, if somebody still has to say what it is: money in, or out. */
export async function undecidedLine(context: WriteContext, lineId: Id): Promise<LineRow> {
  const row = await lockLine(context, lineId)
  if (!row) throw new Refusal('not_found', { status: 404 })
  if (row.state !== 'to_do' && row.state !== 'out') throw new Refusal('line_not_waiting', { status: 409, facts: { state: row.state } })
  return row
}

/** …and it is money in, which a customer may have paid. */
export async function waitingLine(context: WriteContext, lineId: Id): Promise<LineRow> {
  const row = await undecidedLine(context, lineId)
  if (row.state === 'out') throw new Refusal('line_is_money_out')
  return row
}

/** A line of money out that nobody has explained, held until the transaction ends. */
export async function waitingOutLine(context: WriteContext, lineId: Id): Promise<LineRow> {
  const row = await lockLine(context, lineId)
  if (!row) throw new Refusal('not_found', { status: 404 })
  if (row.amount_cents >= 0n) throw new Refusal('line_is_money_in')
  if (row.state !== 'out') throw new Refusal('line_not_waiting', { status: 409, facts: { state: row.state } })
  return row
}

/** The line as it stands after the change. */
export async function lineNow(context: WriteContext, lineId: Id) {
  const row = await findLine(context, lineId)
  if (!row) throw new Error('a line is never deleted')
  return presentOne(context, row)
}
