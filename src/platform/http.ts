/** The one HTTP port: API, hosted pages and web bundle on Hono, with the limits and headers that every answer carries. */
import { serve } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import type { Locale } from '#core/text'
import type { RequestContext } from './api.ts'
import type { Log } from './log.ts'
import { CLIENT_ADDRESS_HEADER, type Identify } from './principal.ts'
import type { Problems } from './problems.ts'

/** A bank statement of a year with details stays below this; a logo or an invoice far below. */
export const BODY_LIMIT_BYTES = 50 * 1024 * 1024

const STRICT_POLICY =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'; base-uri 'none'; form-action 'self'"

export type HttpParts = { readonly problems: Problems; readonly log: Log }

export type ApiParts = {
  readonly api: {
    handle(
      request: Request,
      options: { prefix: '/api'; context: RequestContext },
    ): Promise<{ matched: boolean; response?: Response | undefined }>
  }
  readonly identify: Identify
  readonly problems: Problems
}

/** French unless the reader's browser or program prefers English. */
export function localeOf(headers: Headers): Locale {
  const first = (headers.get('accept-language') ?? 'fr').split(',', 1)[0] ?? 'fr'
  return first.trim().toLowerCase().startsWith('en') ? 'en' : 'fr'
}

/** What every answer carries. Pages are added in the order in which they are asked. */
export function createHttp(parts: HttpParts): Hono {
  const http = new Hono()
  http.use(
    secureHeaders({
      xFrameOptions: 'SAMEORIGIN',
      referrerPolicy: 'same-origin',
      strictTransportSecurity: false,
    }),
  )
  http.use(async (c, next) => {
    await next()
    // A page that needs more says so itself; everything else may load nothing.
    if (!c.res.headers.has('content-security-policy')) c.res.headers.set('content-security-policy', STRICT_POLICY)
  })
  http.use(
    bodyLimit({
      maxSize: BODY_LIMIT_BYTES,
      onError: (c) => {
        const message = parts.problems.houseSentence('payload_too_large', localeOf(c.req.raw.headers))
        return c.json({ code: 'payload_too_large', status: 413, message }, 413)
      },
    }),
  )
  http.onError((error, c) => {
    parts.log.error({ err: error, path: c.req.path }, 'surprise')
    const message = parts.problems.houseSentence('surprise', localeOf(c.req.raw.headers))
    return c.json({ code: 'surprise', status: 500, message }, 500)
  })
  return http
}

/** Every operation, under `/api`. */
export function apiPages(parts: ApiParts): Hono {
  const pages = new Hono()
  pages.all('/api/*', async (c) => {
    const request = c.req.raw
    const headers = withClientAddress(request.headers, c)
    const responseHeaders = new Headers()
    const locale = localeOf(headers)
    const context: RequestContext = {
      principal: await parts.identify(headers),
      headers,
      locale,
      idempotencyKey: request.headers.get('idempotency-key') ?? undefined,
      dryRun: new URL(request.url).searchParams.get('dryRun') === 'true',
      responseHeaders,
    }
    const { matched, response } = await parts.api.handle(request, { prefix: '/api', context })
    if (!matched || !response) {
      return c.json({ code: 'not_found', status: 404, message: parts.problems.houseSentence('not_found', locale) }, 404)
    }
    const answer = new Response(response.body, response)
    for (const [name, value] of responseHeaders) answer.headers.append(name, value)
    answer.headers.set('cache-control', 'no-store')
    return answer
  })
  return pages
}

/** The address at the other end of the connection, in place of whatever the caller wrote there. Behind a proxy it is the proxy's. */
function withClientAddress(received: Headers, c: Context): Headers {
  const headers = new Headers(received)
  const connection: { incoming?: { socket?: { remoteAddress?: string } } } | undefined = c.env
  const address = connection?.incoming?.socket?.remoteAddress
  if (address === undefined) headers.delete(CLIENT_ADDRESS_HEADER)
  else headers.set(CLIENT_ADDRESS_HEADER, address)
  return headers
}

export type Listening = { readonly port: number; close(): Promise<void> }

/** Opens the port; 0 takes any free one. */
export function listen(http: Hono, options: { port: number; host: string }): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: http.fetch, port: options.port, hostname: options.host }, (info) => {
      resolve({
        port: info.port,
        close: () =>
          new Promise((done) => {
            server.close(() => {
              done()
            })
            if ('closeAllConnections' in server) server.closeAllConnections()
          }),
      })
    })
    server.on('error', reject)
  })
}
