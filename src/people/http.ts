/** What sign-in takes from a request and gives back with the answer. */
import type { HttpFacts } from '#platform/api'
import { CLIENT_ADDRESS_HEADER } from '#platform/principal'

export const clientAddress = (headers: Headers): string => headers.get(CLIENT_ADDRESS_HEADER) ?? 'unknown'

/** Behind a proxy our own connection is plain: the browser says where it stands. A lie would only harm the liar's own cookie. */
export function isHttps(headers: Headers): boolean {
  if (headers.get('x-forwarded-proto') === 'https') return true
  return (headers.get('origin') ?? headers.get('referer') ?? '').startsWith('https:')
}

/** Hands better-auth's cookies (HttpOnly, SameSite=Lax, 30 days) to the answer, `Secure` when the request came over https. */
export function giveCookies({ http }: HttpFacts, cookies: Headers): void {
  const suffix = isHttps(http.headers) ? '; Secure' : ''
  for (const cookie of cookies.getSetCookie()) http.responseHeaders.append('set-cookie', cookie + suffix)
}
