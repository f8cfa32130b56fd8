/**
 * A session once verified is believed for three seconds: a page that asks ten questions costs one look-up. What ends a session is felt at
 * once in this process (`forget`), and within these seconds in any other.
 */
import type { Id } from '#core/ids'
import type { OpenSession } from './auth-store.ts'

const BELIEVED_MS = 3_000
/** Bounds the memory: more people than this at work within three seconds only cost look-ups. */
const MOST_SESSIONS = 2_000

export type SessionCache = {
  get(cookie: string): OpenSession | undefined
  put(cookie: string, session: OpenSession): void
  forget(personId: Id): void
}

export function createSessionCache(milliseconds: () => number = () => performance.now()): SessionCache {
  const kept = new Map<string, { session: OpenSession; until: number }>()
  return {
    get: (cookie) => {
      const entry = kept.get(cookie)
      if (entry && entry.until > milliseconds()) return entry.session
      kept.delete(cookie)
      return undefined
    },
    put: (cookie, session) => {
      const oldest = kept.keys().next()
      if (kept.size >= MOST_SESSIONS && !oldest.done) kept.delete(oldest.value)
      kept.set(cookie, { session, until: milliseconds() + BELIEVED_MS })
    },
    forget: (personId) => {
      for (const [cookie, { session }] of kept) if (session.person.id === personId) kept.delete(cookie)
    },
  }
}
