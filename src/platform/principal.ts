/** Who is asking, as the sign-in of `people` found out: nobody, a person, a person in a company, or a company's API key. */
import type { Id } from '#core/ids'
import type { Permission } from './contract.ts'
import type { Actor } from './context.ts'

export type Principal = {
  readonly actor: Actor
  readonly personId: Id | undefined
  /** The company this request works in; undefined when the person named none and belongs to several or none. */
  readonly companyId: Id | undefined
  /** True when the company was named but is not open to this person. */
  readonly companyRefused: boolean
  may(permission: Permission): boolean
}

export type Identify = (headers: Headers) => Promise<Principal | undefined>

/** Who is at the other end of the connection: set by our own HTTP layer, for rate limits and lists of sessions. */
export const CLIENT_ADDRESS_HEADER = 'encours-client-address'
