/** A line that is no customer's money goes to the books, and is brought back. The books follow by reaction: posted, then the opposite. */
import { type LineRow, lockLine, setLineState, undecidedState } from '#banking'
import type { Id } from '#core/ids'
import { type Cents, moneyText, sum, toCents } from '#core/money'
import { Refusal } from '#core/refusal'
import { accountProblem, OWN_TRANSFERS } from '#ledger'
import type { WriteContext } from '#platform/context'
import { bookingsOf, endBooking, insertBooking, type NewBooking } from './booking-store.ts'
import { lineBooked, type LineBookedFacts, lineBroughtBack } from './events.ts'
import { type Evidence, type Part, partOf } from './rules/index.ts'

export type Decision = Pick<NewBooking, 'origin' | 'evidence'> & { readonly note?: string; readonly applicationId?: Id | null }

/** What the line holds, without its sign. */
export const sizeOf = (line: LineRow): Cents => toCents(line.amount_cents < 0n ? -line.amount_cents : line.amount_cents)

/** Refuses parts that do not add up to the line, and accounts that it cannot go to, naming the field. */
export function checkParts(parts: readonly Part[], wholeCents: Cents): void {
  for (const [index, { account, amountCents }] of parts.entries()) {
    refuseAccount(account, `parts.${index}.account`)
    if (amountCents <= 0n) throw new Refusal('booking_part_not_positive', { field: `parts.${index}.amount` })
  }
  const total = sum(parts.map(({ amountCents }) => amountCents))
  if (total !== wholeCents)
    throw new Refusal('booking_parts_differ', {
      field: `parts.${parts.length - 1}.amount`,
      facts: { amount: moneyText(wholeCents), total: moneyText(total) },
    })
}

export function refuseAccount(account: string, field: string): void {
  const problem = accountProblem(account)
  if (problem) throw new Refusal(problem, { field, facts: { account } })
}

export async function bookLine(context: WriteContext, line: LineRow, parts: readonly Part[], decision: Decision): Promise<void> {
  await book(context, line, { parts, otherLineId: null }, decision)
}

/** The other side of a transfer: to be booked along, or booked before. */
export type OtherSideOfTransfer = {
  readonly lineId: Id
  readonly alongside?: { readonly row: LineRow; readonly evidence: readonly Evidence[] }
}

/** One transfer between our own accounts: both sides when the other is there, in one gesture. */
export async function bookTransfer(
  context: WriteContext,
  line: LineRow,
  other: OtherSideOfTransfer | undefined,
  decision: Decision,
): Promise<void> {
  const parts = [partOf(OWN_TRANSFERS, sizeOf(line), null)]
  await book(context, line, { parts, otherLineId: other?.lineId ?? null }, decision)
  if (!other?.alongside) return
  const { evidence, row } = other.alongside
  await book(context, row, { parts, otherLineId: line.id }, { ...decision, evidence })
}

async function book(
  context: WriteContext,
  line: LineRow,
  { otherLineId, parts }: Pick<NewBooking, 'parts' | 'otherLineId'>,
  { applicationId = null, evidence, note = '', origin }: Decision,
): Promise<void> {
  if (line.booked_on > context.today) throw new Refusal('booking_in_future', { field: 'lineId' })
  await insertBooking(context, { lineId: line.id, origin, note, evidence, otherLineId, applicationId, parts })
  await setLineState(context, line.id, 'set_aside', note)
  context.record(lineBooked({}, { ...factsOf(line, parts), origin, evidence }))
}

/** The line is undecided again, with the other side of its transfer; the books get the opposite on the line's own day. */
export async function bringLineBack(context: WriteContext, line: LineRow): Promise<void> {
  const [booking] = await bookingsOf(context, [line.id])
  await setLineState(context, line.id, undecidedState(line.amount_cents))
  // Set aside before lines were booked: it is in no books.
  if (!booking) return
  await endBooking(context, booking.id)
  context.record(lineBroughtBack({}, factsOf(line, booking.parts)))
  if (booking.other_line_id === null) return
  const other = await lockLine(context, booking.other_line_id)
  const [otherBooking] = await bookingsOf(context, [booking.other_line_id])
  if (other && otherBooking?.other_line_id === line.id) await bringLineBack(context, other)
}

const factsOf = (line: LineRow, parts: readonly Part[]): LineBookedFacts => ({
  lineId: line.id,
  amountCents: toCents(line.amount_cents),
  bookedOn: line.booked_on,
  text: line.text === '' ? (line.counterparty ?? '') : line.text,
  reference: line.reference ?? '',
  parts: parts.map(({ account, amountCents, vatCents }) => ({ account, amountCents, vatCents })),
})
