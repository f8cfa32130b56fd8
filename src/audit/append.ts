import { canonicalJson } from '#platform/canonical'
import { NO_COMPANY } from '#platform/context'
import type { AppendAudit } from '#platform/write-door'
import { appendEntry, insertEvents } from './store.ts'

/** Longest input kept word for word in the trail; a longer one is kept by its hash in the operation's own rows. */
const LONGEST_INPUT = 20_000

/** The last act of every write: its events join the timeline, and one entry joins the company's hash chain. */
export const appendAudit: AppendAudit = async (context, { operation, actor, input, events }) => {
  if (context.companyId === NO_COMPANY) return
  if (events.length > 0) await insertEvents(context, events)
  const payload = canonicalJson({
    operation,
    actor,
    at: context.now,
    input: input !== null && input.length <= LONGEST_INPUT ? JSON.parse(input) : null,
    events,
  })
  await appendEntry(context, payload)
}
