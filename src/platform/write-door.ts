/**
 * The one door every change passes: idempotency key → begin → operation → reactions in the same transaction → timeline and audit entry →
 * commit. A dry run is the same, rolled back. Contract decoding and permission come before it (`platform/api.ts`).
 */
import { sql } from 'kysely'
import { type Id, uuidv7 } from '#core/ids'
import { Refusal } from '#core/refusal'
import { dayInParis } from '#core/day'
import type { Locale } from '#core/text'
import { canonicalJson, sha256Hex } from './canonical.ts'
import type { Clock } from './clock.ts'
import type { Actor, Write, WriteContext } from './context.ts'
import { type Database, type Db, enterScope } from './db.ts'
import type { DomainEvent, Reaction } from './events.ts'

export type WriteRequest<Input> = {
  readonly operation: string
  readonly companyId: Id
  readonly personId: Id | undefined
  readonly actor: Actor
  readonly locale: Locale
  readonly input: Input
  readonly sensitive?: boolean
  readonly idempotencyKey?: string | undefined
  readonly dryRun?: boolean
}

/** Appends the operation and its events to the company's timeline and hash chain; given by the audit capability. */
export type AppendAudit = (
  context: WriteContext,
  entry: { operation: string; actor: Actor; input: string | null; events: readonly DomainEvent[] },
) => Promise<void>

export type WriteDoor = {
  <Input, Output>(request: WriteRequest<Input>, run: Write<Input, Output>): Promise<Output>
  /** The same steps within a transaction already open, at the clock's time: for whoever plays many changes at once (sample companies). */
  within<Input, Output>(db: Db, request: WriteRequest<Input>, run: Write<Input, Output>): Promise<Output>
}

/** Longest key against repetition, as the table holds it. */
export const IDEMPOTENCY_KEY_LENGTH = 200

/** A reaction may record events in its turn; more than this in one write is a loop. */
const EVENTS_PER_WRITE = 5_000

class RolledBack extends Error {
  readonly answer: unknown
  constructor(answer: unknown) {
    super('rolled back')
    this.answer = answer
  }
}

export function createWriteDoor(parts: {
  database: Database
  clock: Clock
  reactions: readonly Reaction[]
  appendAudit: AppendAudit
}): WriteDoor {
  const reactionsByEvent = Map.groupBy(parts.reactions, (reaction) => reaction.eventName)

  async function perform<Input, Output>(db: Db, request: WriteRequest<Input>, run: Write<Input, Output>, bulk: boolean): Promise<Output> {
    const inputText = canonicalJson(request.input)
    const now = parts.clock.now()
    const replayed = await claimIdempotencyKey(db, request, inputText, now)
    if (replayed) return replayed.answer as Output

    const events: DomainEvent[] = []
    const context = writeContext(db, request, now, events, bulk)
    const answer = await run(context, request.input)
    await react(context, events, reactionsByEvent)
    await parts.appendAudit(context, {
      operation: request.operation,
      actor: request.actor,
      input: request.sensitive ? null : inputText,
      events,
    })
    await keepAnswer(db, request, answer)
    return answer
  }

  async function write<Input, Output>(request: WriteRequest<Input>, run: Write<Input, Output>): Promise<Output> {
    try {
      return await parts.database.writes.transaction().execute(async (db) => {
        await enterScope(db, { companyId: request.companyId, personId: request.personId })
        const answer = await perform(db, request, run, false)
        if (request.dryRun) throw new RolledBack(answer)
        return answer
      })
    } catch (error) {
      if (error instanceof RolledBack) return error.answer as Output
      throw error
    }
  }

  const within: WriteDoor['within'] = (db, request, run) => perform(db, request, run, true)
  return Object.assign(write, { within })
}

function writeContext(db: Db, request: WriteRequest<unknown>, now: Date, events: DomainEvent[], bulk: boolean): WriteContext {
  const context = {
    db,
    companyId: request.companyId,
    actor: request.actor,
    locale: request.locale,
    now,
    today: dayInParis(now),
    bulk,
    newId: () => uuidv7(now, orderedChance()),
    record: (event: DomainEvent) => {
      events.push(event)
      if (events.length > EVENTS_PER_WRITE) throw new Error(`more than ${EVENTS_PER_WRITE} events in one write`)
    },
    later: async (job: string, payload: Readonly<Record<string, unknown>>, options: { key?: string; at?: Date } = {}) => {
      const body = JSON.stringify({ ...payload, companyId: context.companyId })
      if (options.key !== undefined && askedAlready(db, `${job} ${options.key} ${options.at?.toISOString() ?? ''} ${body}`)) return
      await sql`select enqueue_job(${job}, ${body}::json, ${options.key ?? null}, ${options.at ?? null})`.execute(db)
    },
    enterCompany: async (companyId: Id) => {
      context.companyId = companyId
      await enterScope(db, { companyId, personId: request.personId })
    },
  }
  return context
}

const asked = new WeakMap<Db, Set<string>>()

/** Within one transaction a wish with a key is told to the queue once: thousands of changes may share it. */
function askedAlready(db: Db, wish: string): boolean {
  const wishes = asked.get(db) ?? new Set<string>()
  asked.set(db, wishes)
  return wishes.has(wish) || !wishes.add(wish)
}

let idsGiven = 0

/** Ids made within one millisecond keep the order in which they were asked for: 28 bits of count before the chance (RFC 9562 §6.2). */
function orderedChance(): Uint8Array {
  const bytes = crypto.getRandomValues(new Uint8Array(10))
  idsGiven = (idsGiven + 1) % 2 ** 28
  bytes[0] = idsGiven >>> 20
  // The low half of this byte holds the variant.
  bytes[1] = ((idsGiven >>> 16) & 0xf) << 4
  bytes[2] = (idsGiven >>> 8) & 0xff
  bytes[3] = idsGiven & 0xff
  return bytes
}

async function react(context: WriteContext, events: DomainEvent[], reactionsByEvent: Map<string, Reaction[]>): Promise<void> {
  // The list grows while it is walked: an event recorded by a reaction has its own reactions.
  for (const event of events) {
    for (const reaction of reactionsByEvent.get(event.name) ?? []) await reaction.run(context, event)
  }
}

/** Takes the key for this transaction; a second request with the same key waits for the first, then gets its answer. */
async function claimIdempotencyKey(
  db: Db,
  request: WriteRequest<unknown>,
  inputText: string,
  now: Date,
): Promise<{ answer: unknown } | undefined> {
  if (request.idempotencyKey === undefined) return undefined
  const inputSha256 = sha256Hex(inputText)
  const claimed = await db
    .insertInto('idempotency_keys')
    .values({
      company_id: request.companyId,
      key: request.idempotencyKey,
      operation: request.operation,
      input_sha256: inputSha256,
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  if (claimed) return undefined
  const first = await db
    .selectFrom('idempotency_keys')
    .select(['operation', 'input_sha256', 'answer'])
    .where('company_id', '=', request.companyId)
    .where('key', '=', request.idempotencyKey)
    .executeTakeFirstOrThrow()
  if (first.operation !== request.operation || first.input_sha256 !== inputSha256) {
    throw new Refusal('idempotency_key_reused', { status: 409, facts: { key: request.idempotencyKey } })
  }
  return { answer: first.answer }
}

async function keepAnswer(db: Db, request: WriteRequest<unknown>, answer: unknown): Promise<void> {
  if (request.idempotencyKey === undefined) return
  await db
    .updateTable('idempotency_keys')
    .set({ answer: JSON.stringify(answer ?? null) })
    .where('company_id', '=', request.companyId)
    .where('key', '=', request.idempotencyKey)
    .execute()
}
