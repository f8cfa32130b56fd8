import { returnAddress } from '../rules/return-address.ts'

/** Goes on as the person now signed in, by loading afresh: nothing of an earlier session stays on the screen. */
export function enter(address?: string): void {
  location.assign(returnAddress(address))
}
