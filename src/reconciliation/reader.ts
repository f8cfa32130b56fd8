import { colleaguesIn, may } from '#people'
import type { ReadContext } from '#platform/context'
import type { Reader } from './rules/index.ts'

/** The person who looks, and whether they may match in this company; nobody when a program does. */
export async function readerOf(context: ReadContext): Promise<Reader | undefined> {
  const { actor } = context
  if (actor.kind !== 'person') return undefined
  const member = (await colleaguesIn(context)).find(({ id }) => id === actor.id)
  return member && { personId: member.id, mayMatch: may(member.role, 'reconciliation:write') }
}
