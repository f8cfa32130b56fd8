/** The pages that a customer opens with a signed link: the document, its PDF, its XML. No password, no cookie, no JavaScript needed. */
import { Hono, type Context } from 'hono'
import { documentOfInvoice } from '#archive'
import { type Day, dayInParis } from '#core/day'
import type { Id } from '#core/ids'
import { Refusal } from '#core/refusal'
import type { Locale } from '#core/text'
import { writeCii } from '#einvoice'
import type { Clock } from '#platform/clock'
import type { ReadContext } from '#platform/context'
import { type Database, readIn } from '#platform/db'
import type { Log } from '#platform/log'
import type { Identify } from '#platform/principal'
import type { WriteDoor } from '#platform/write-door'
import { type HostedDocument, loadHostedDocument } from './hosted-document.ts'
import { documentPage, COPY_SCRIPT_PATH } from './pages/document.ts'
import { COPY_SCRIPT, type HostedPage } from './pages/frame.ts'
import { refusedPage } from './pages/refused.ts'
import { type LinkFacts, readLink } from './rules/link.ts'
import { isPersonReading } from './rules/reader.ts'
import { noteViewed } from './viewed.ts'

export type PortalParts = {
  readonly database: Database
  readonly clock: Clock
  readonly write: WriteDoor
  readonly identify: Identify
  readonly secret: Uint8Array
  readonly log: Log
}

export function createPortalRoutes(parts: PortalParts): Hono {
  const routes = new Hono()
  routes.get(COPY_SCRIPT_PATH, (c) => {
    c.header('content-type', 'text/javascript; charset=utf-8')
    c.header('cache-control', 'public, max-age=3600')
    return c.body(COPY_SCRIPT)
  })
  routes.get('/f/:token', (c) =>
    opened(parts, c, loadHostedDocument, async (hosted, { companyId }, today) => {
      if (isPersonReading(c.req.method, c.req.raw.headers)) await viewed(parts, c, companyId, hosted)
      const address = `/f/${c.req.param('token')}`
      return page(c, documentPage({ hosted, locale: chosenLocale(c) ?? hosted.locale, today, address }), 200)
    }),
  )
  routes.get('/f/:token/facture.pdf', (c) =>
    opened(parts, c, documentOfInvoice, (archived) => {
      if (!archived) return page(c, refusedPage('being_drawn'), 503)
      return file(c, new Uint8Array(archived.bytes), { mediaType: archived.media_type, name: archived.file_name })
    }),
  )
  routes.get('/f/:token/facture.xml', (c) =>
    opened(parts, c, loadHostedDocument, ({ document }) => {
      const xml = new TextEncoder().encode(writeCii(document))
      return file(c, xml, { mediaType: 'text/xml; charset=utf-8', name: `${document.number.replaceAll('/', '-')}.xml` })
    }),
  )
  return routes
}

/** Reads the link, then what it opens in one snapshot of its company, then answers. What a link does not open is told in a page. */
async function opened<Found>(
  parts: PortalParts,
  c: Context,
  read: (context: ReadContext, invoiceId: Id) => Promise<Found>,
  answer: (found: Found, link: LinkFacts, today: Day) => Response | Promise<Response>,
): Promise<Response> {
  c.header('x-robots-tag', 'noindex, nofollow')
  const now = parts.clock.now()
  const today = dayInParis(now)
  try {
    const link = readLink(parts.secret, c.req.param('token') ?? '', today)
    const { companyId, invoiceId } = link
    const found = await readIn(parts.database, { companyId, personId: undefined }, (db) =>
      read({ db, companyId, actor: { kind: 'link', name: 'portal' }, locale: 'fr', now, today }, invoiceId),
    )
    return await answer(found, link, today)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'link_expired') return page(c, refusedPage('link_expired'), 410)
    if (error instanceof Refusal && error.code === 'link_unknown') return page(c, refusedPage('link_unknown'), 404)
    throw error
  }
}

/** The customer comes first: a view that cannot be noted is logged, and the page is shown all the same. */
async function viewed(parts: PortalParts, c: Context, companyId: Id, hosted: HostedDocument): Promise<void> {
  try {
    const headers = new Headers(c.req.raw.headers)
    headers.set('encours-company', companyId)
    const member = await parts.identify(headers)
    if (member?.companyId === companyId) return
    await noteViewed(parts, companyId, hosted)
  } catch (error) {
    parts.log.error({ err: error }, 'a view was not noted')
  }
}

function chosenLocale(c: Context): Locale | undefined {
  const asked = c.req.query('lang')
  return asked === 'fr' || asked === 'en' ? asked : undefined
}

function page(c: Context, { html, policy }: HostedPage, status: 200 | 404 | 410 | 503): Response {
  c.header('content-security-policy', policy)
  c.header('cache-control', 'private, no-store')
  return c.html(html, status)
}

function file(c: Context, bytes: Uint8Array<ArrayBuffer>, { mediaType, name }: { mediaType: string; name: string }): Response {
  c.header('content-type', mediaType)
  c.header('content-disposition', `attachment; filename="${name.replaceAll(/[^\w.+-]/g, '_')}"`)
  c.header('cache-control', 'private, no-store')
  return c.body(bytes)
}
