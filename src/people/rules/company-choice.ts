/** Which company a request works in: the one it names, else the person's only one. */
import type { Id } from '#core/ids'
import type { Role } from './permissions.ts'

export type Membership = { readonly companyId: Id; readonly slug: string; readonly role: Role }

export type CompanyChoice =
  | { readonly kind: 'chosen'; readonly membership: Membership }
  /** Several companies or none, and none named. */
  | { readonly kind: 'open' }
  /** Named, but unknown or not open to this person: the two look alike from outside. */
  | { readonly kind: 'refused' }

export function chooseCompany(memberships: readonly Membership[], named: string | undefined): CompanyChoice {
  if (named !== undefined) {
    const membership = memberships.find(({ companyId, slug }) => slug === named || companyId === named)
    return membership ? { kind: 'chosen', membership } : { kind: 'refused' }
  }
  const [only, ...others] = memberships
  return only && others.length === 0 ? { kind: 'chosen', membership: only } : { kind: 'open' }
}
