/** What an operation is given: who asks, for which company, when, and the transaction. It never commits and never calls the network. */
import type { Day } from '#core/day'
import type { Id } from '#core/ids'
import type { Locale } from '#core/text'
import type { Db } from './db.ts'
import type { DomainEvent } from './events.ts'

export type Actor =
  | { readonly kind: 'person'; readonly id: Id; readonly name: string }
  | { readonly kind: 'api-key'; readonly id: Id; readonly name: string }
  /** What happens by itself: a job, with its name. */
  | { readonly kind: 'system'; readonly name: string }
  /** A customer with a signed link. */
  | { readonly kind: 'link'; readonly name: string }

/** Enough to read a company's rows. */
export type Tenant = { readonly db: Db; readonly companyId: Id }

export type ReadContext = {
  readonly db: Db
  readonly companyId: Id
  readonly actor: Actor
  readonly locale: Locale
  readonly now: Date
  /** The calendar day in France at `now`. */
  readonly today: Day
}

export type WriteContext = ReadContext & {
  /** Many changes are being played in one transaction: heavy work that may follow (drawing documents) is left to a job. */
  readonly bulk: boolean
  /** A new id, ordered by time. */
  newId(): Id
  /** States that something happened; its reactions run in this transaction, after the operation. */
  record(event: DomainEvent): void
  /** Asks for work after the commit; it may run twice, so it must be idempotent. `key` merges repeated wishes into one. */
  later(job: string, payload: Readonly<Record<string, unknown>>, options?: { key?: string; at?: Date }): Promise<void>
  /** Only for the operation that founds a company: from here on the transaction works in it. */
  enterCompany(companyId: Id): Promise<void>
}

export type Read<Input, Output> = (context: ReadContext, input: Input) => Promise<Output>
export type Write<Input, Output> = (context: WriteContext, input: Input) => Promise<Output>

/** No company: what a transaction works in before a person has chosen or founded one. No row belongs to it. */
export const NO_COMPANY: Id = '00000000-0000-0000-0000-000000000000'
