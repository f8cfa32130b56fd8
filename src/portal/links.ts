import type { Day } from '#core/day'
import type { Id } from '#core/ids'
import { linkExpiry, signLink } from './rules/link.ts'

export type LinkSettings = {
  readonly secret: Uint8Array
  /** How customers reach us, without a final slash. */
  readonly publicUrl: string
}

/** The address at which a customer opens an issued document. The same document gets the same address each time, until that grows old. */
export type HostedLinks = (companyId: Id, invoice: { readonly id: Id; readonly issuedOn: Day }, today: Day) => string

/** What a message to a customer is made with: the links in it, and whether it `leaves` or is kept here because no mail server is set. */
export type Outgoing = {
  readonly links: HostedLinks
  readonly leaves: boolean
  /** How people reach us, without a final slash. */
  readonly publicUrl: string
}

export function hostedLinks({ publicUrl, secret }: LinkSettings): HostedLinks {
  return (companyId, { id, issuedOn }, today) =>
    `${publicUrl}/f/${signLink(secret, { companyId, invoiceId: id, expiresOn: linkExpiry(issuedOn, today) })}`
}
