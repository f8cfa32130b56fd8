/** The one HTTP port: API, hosted pages and web bundle on Hono, with the limits and headers that every answer carries. */
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import type { Locale } from '#core/text'
import type { RequestContext } from './api.ts'
import type { Log } from './log.ts'
import type { Identify } from './principal.ts'
import type { Problems } from './problems.ts'

/** A bank statement of a year with details stays below this; a logo or an invoice far below. */
export const BODY_LIMIT_BYTES = 50 * 1024 * 1024

export type HttpParts = {
  readonly api: { handle(request: Request, options: { prefix: '/api'; context: RequestContext }): Promise<{ matched: boolean; response?: Response }> }
  readonly identify: Identify
  readonly problems: Problems
  readonly log: Log
}

/** French unless the reader's browser or program prefers English. */
export function localeOf(headers: Headers): Locale {
  const first = (headers.get('accept-language') ?? 'fr').split(',', 1)[0] ?? 'fr'
  return first.trim().toLowerCase().startsWith('en') ? 'en' : 'fr'
}

export function createHttp(parts: HttpParts): Hono {
  const http = new Hono()
  http.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        // Mantine positions its overlays with style attributes.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        frameSrc: ["'self'", 'blob:'],
        frameAncestors: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
      },
      xFrameOptions: 'SAMEORIGIN',
      referrerPolicy: 'same-origin',
      strictTransportSecurity: false,
    }),
  )
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
  http.all('/api/*', async (c) => {
    const request = c.req.raw
    const responseHeaders = new Headers()
    const locale = localeOf(request.headers)
    const context: RequestContext = {
      principal: await parts.identify(request.headers),
      headers: request.headers,
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
  return http
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
