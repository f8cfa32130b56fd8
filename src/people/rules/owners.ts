/** A company always has an owner: without one nobody could let anybody in again. */
import type { Role } from './permissions.ts'

/** `next` is the role to come, undefined when the member leaves. */
export function leavesNoOwner(member: { readonly role: Role; readonly owners: number }, next: Role | undefined): boolean {
  return member.role === 'owner' && next !== 'owner' && member.owners <= 1
}
