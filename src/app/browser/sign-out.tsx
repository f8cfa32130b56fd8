import { send } from '#ui/transport'

/** Ends the session and forgets everything that was on the screen, by loading the sign-in page afresh. */
export async function signOut(): Promise<void> {
  await send(new Request('/api/auth/sign-out', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' }))
  location.assign('/connexion')
}
