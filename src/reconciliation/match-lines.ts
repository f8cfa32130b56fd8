/** What settles by itself: lines whose payer named the invoices and paid exactly what is open on them, or more if the company wants it. */
import { setImmediate } from 'node:timers/promises'
import { type LineRow, lockWaitingLines } from '#banking'
import type { Id } from '#core/ids'
import { type Cents, toCents } from '#core/money'
import type { WriteContext } from '#platform/context'
import type { Place } from '#platform/cursor'
import { holdOpenItems, openOnInvoice } from '#receivables'
import { lookAt } from './look.ts'
import { type OpenBook, type Proposal, waitedFor } from './rules/index.ts'
import { settleLine } from './settle.ts'
import { automaticIn } from './store.ts'

/** Matches of one transaction: some seconds of work. What is left is done by the job, as many at a time. */
const MATCHES_AT_ONCE = 200

/** Lines of one transaction: looking at them takes some tenths of a second. */
export const LINES_AT_ONCE = 2_000

/** Between so many lines others have their turn. */
const LINES_BETWEEN_BREATHS = 50

export type Matched = {
  readonly count: number
  readonly amountCents: Cents
  /** Stopped at a bound: there may be more. */
  readonly goesOn: boolean
  /** The last line that was looked at. */
  readonly last: Place | undefined
}

/** These lines, or those that wait from the oldest on, after a place. */
export async function matchLines(context: WriteContext, wanted: readonly Id[] | { readonly after: Place | undefined }): Promise<Matched> {
  const nothing = { count: 0, amountCents: 0n as Cents, goesOn: false, last: undefined }
  const automatic = await automaticIn(context)
  const ids = 'length' in wanted ? wanted : undefined
  if (ids?.length === 0 || automatic === 'off') return nothing
  const held = await lockWaitingLines(context, 'length' in wanted ? wanted.slice(0, LINES_AT_ONCE) : { ...wanted, limit: LINES_AT_ONCE })
  const isAll = ids ? ids.length <= LINES_AT_ONCE : held.length < LINES_AT_ONCE
  // A line dated tomorrow waits for its day.
  const lines = held.filter((line) => line.booked_on <= context.today)
  const look = await lookAt(context, lines)
  let { amountCents, count } = nothing
  let last: Place | undefined
  for (const [index, line] of lines.entries()) {
    if (index % LINES_BETWEEN_BREATHS === 0) await setImmediate()
    if (count === MATCHES_AT_ONCE) return { count, amountCents, goesOn: true, last }
    last = placeOf(line)
    if (look.undone.has(line.id)) continue
    const { certain, ground } = look.verdictOn(line)
    if (ground === 'payer' && automatic !== 'clear') continue
    if (!certain || !(await stillHolds(context, look.book, certain))) continue
    await settleCertain(context, line, certain)
    look.book.pay(certain.shares)
    count += 1
    amountCents = toCents(amountCents + line.amount_cents)
  }
  return { count, amountCents, goesOn: !isAll, last: placeOf(held.at(-1)) }
}

const placeOf = (line: LineRow | undefined): Place | undefined => line && { place: line.booked_on, id: line.id }

/** Nobody is paying or crediting these invoices at this very moment, and they are open as they were read. */
export async function stillHolds(context: WriteContext, book: OpenBook, { customerId, shares }: Proposal): Promise<boolean> {
  if (customerId === null || !(await holdOpenItems(context, customerId))) return false
  for (const { invoiceId } of shares) if ((await openOnInvoice(context, invoiceId)) !== book.invoice(invoiceId)?.openCents) return false
  return true
}

/** A line that was put off is no exception, and says so: what it waited for has come. */
async function settleCertain(context: WriteContext, line: LineRow, { customerId, evidence, shares }: Proposal): Promise<void> {
  await settleLine(context, line, {
    origin: 'automatic',
    evidence: [...evidence, ...waitedFor({ heldUntil: line.held_until, openQuestionId: line.open_question_id }, context.today)],
    shares,
    customerId: customerId ?? undefined,
  })
}
