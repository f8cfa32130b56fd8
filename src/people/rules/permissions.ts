/** What each role may do. Rights are named `capability:read` or `capability:write`; in doubt, no. */
export const ROLES = ['owner', 'bookkeeper', 'reader'] as const
export type Role = (typeof ROLES)[number]

/** A program writes and reads; it never decides who may enter. */
export const API_KEY_ROLES = ['bookkeeper', 'reader'] as const
export type ApiKeyRole = (typeof API_KEY_ROLES)[number]

/** Who may enter and what the company is stays with its owners. */
const OWNERS_ONLY: ReadonlySet<string> = new Set(['people:write', 'company:write'])

const isRight = (permission: string): boolean => /^[a-z-]+:(read|write)$/.test(permission)

const RIGHTS: Readonly<Record<Role, (permission: string) => boolean>> = {
  owner: isRight,
  bookkeeper: (permission) => isRight(permission) && !OWNERS_ONLY.has(permission),
  reader: (permission) => isRight(permission) && permission.endsWith(':read'),
}

export function may(role: Role, permission: string): boolean {
  return RIGHTS[role](permission)
}
