import { refusalOf } from '#ui/api'
import { notifyRefused } from '#ui/notify'
import { people } from './people.tsx'

/** Ends the session and forgets everything that was on the screen, by loading the sign-in page afresh. */
export async function signOut(): Promise<void> {
  try {
    await people.signOut.call({})
  } catch (error) {
    const alreadyOut = refusalOf(error)?.status === 401
    if (!alreadyOut) return notifyRefused(error)
  }
  location.assign('/connexion')
}
