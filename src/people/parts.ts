import type { OperationsOf } from '#platform/api'
import type { Attempts } from './attempts.ts'
import type { Auth } from './auth.ts'
import type { peopleContract } from './contract.ts'
import type { SessionCache } from './session-cache.ts'

export type Operations = OperationsOf<typeof peopleContract>

/** What the operations of sign-in work with, besides the transaction. */
export type PeopleParts = {
  readonly auth: Auth
  readonly attempts: Attempts
  readonly sessions: SessionCache
  /** Where people reach Encours, without a slash at the end: links in mails begin with it. */
  readonly publicUrl: string
  /** Every right that the contracts name: a person is told which of them they have. */
  readonly permissions: readonly string[]
}
