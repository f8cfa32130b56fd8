/** What the player of a sample company works with. */
import type { Id } from '#core/ids'
import type { World } from '../../worlds/index.ts'

export type Stage = {
  readonly world: World
  readonly companyId: Id
  /** Ids given by the application, by the keys of the plan. */
  readonly ids: Map<string, Id>
  /** Calls an operation by name with input as it travels on the wire; answers as the API would. */
  readonly perform: (name: string, input: unknown) => Promise<unknown>
}

export function find<T extends { readonly key: string }>(list: readonly T[], key: string): T {
  const found = list.find((each) => each.key === key)
  if (!found) throw new Error(`the plan has no ${key}`)
  return found
}
