import { Refusal } from '#core/refusal'
import type { Id } from '#core/ids'
import type { ReadContext } from '#platform/context'

/** The person at work; a program has no sessions, no password, and invites nobody. */
export function personOf({ actor }: ReadContext): { readonly id: Id; readonly name: string } {
  if (actor.kind !== 'person') throw new Refusal('person_required', { status: 403 })
  return actor
}
