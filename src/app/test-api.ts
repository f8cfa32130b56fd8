/** For tests: the whole application on a database of its own, a company ready to invoice, its owner, and a clock to move. */
import { createPerson } from '#people'
import { uuidv7 } from '#core/ids'
import { movableClock } from '#platform/clock'
import { type ConnectionSettings, openDatabase } from '#platform/db'
import { createTestDatabase, type TestDatabase, type TestServerAddress } from '#platform/db/test-database'
import { runDueJobs } from '#platform/jobs'
import { silentLog } from '#platform/log'
import type { Mailer } from '#platform/smtp'
import { localMailer } from '#platform/smtp'
import { createApplication } from './application.ts'
import type { Permission } from '#platform/contract'
import type { Principal } from '#platform/principal'
import { may, type Role } from '#people'

export type Answer<Body = Record<string, never>> = { readonly status: number; readonly body: Body; readonly headers: Headers }
export type TestApi = Awaited<ReturnType<typeof openTestApi>>

const SECRET = Buffer.from('a secret of the tests and of nothing else')
export const ORIGIN = 'https://encours.test'

/** A joinery in Rennes, complete enough to issue. The SIREN is invented and passes its key. */
const COMPANY = {
  name: 'Atelier Brocéliande',
  legal_form: 'SARL',
  siren: '732829320',
  vat_number: 'FR44732829320',
  rcs_city: 'Rennes',
  address_line1: '12 rue des Carmes',
  postcode: '35000',
  city: 'Rennes',
  email: 'compta@atelier-broceliande.example',
  iban: 'FR7630006000011234567890189',
  bic: 'AGRIFRPP',
}

export async function openTestApi(server: TestServerAddress, options: { at?: string; mailer?: Mailer; on?: TestDatabase } = {}) {
  const test = options.on ?? (await createTestDatabase(server))
  const { database } = test
  const clock = movableClock(options.at ?? '2026-03-02T09:00:00Z')
  const mail = { mailer: options.mailer ?? localMailer, fromAddress: 'facturation@encours.test' }
  const application = createApplication({ database, clock, log: silentLog, secret: SECRET, publicUrl: ORIGIN, mail })

  async function foundCompany(slug: string, overrides: Partial<typeof COMPANY> = {}) {
    const id = uuidv7(clock.now())
    await database.owner
      .insertInto('companies')
      .values({ id, slug, ...COMPANY, ...overrides, created_at: clock.now() })
      .execute()
    const ownerId = await createPerson(
      database,
      { name: 'Maud Le Goff', email: `owner@${slug}.example`, company: { id, role: 'owner' } },
      clock.now(),
    )
    return { id, slug, ownerId }
  }
  const company = await foundCompany('atelier-broceliande')

  /** Calls the API as a member of a company, past the sign-in (which has tests of its own). */
  function as(who: { companyId: string; personId: string; role: Role }) {
    const principal: Principal = {
      actor: { kind: 'person', id: who.personId, name: 'Maud Le Goff' },
      personId: who.personId,
      companyId: who.companyId,
      companyRefused: false,
      may: (permission: Permission) => may(who.role, permission),
    }
    return async function call<Body = never>(
      method: string,
      path: string,
      body?: unknown,
      headers: Record<string, string> = {},
    ): Promise<Answer<Body>> {
      const form = body instanceof FormData
      const request = new Request(`${ORIGIN}/api${path}`, {
        method,
        headers: { ...(body === undefined || form ? {} : { 'content-type': 'application/json' }), 'accept-language': 'fr', ...headers },
        ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
      })
      const { response } = await application.api.handler.handle(request, {
        prefix: '/api',
        context: {
          principal,
          headers: request.headers,
          locale: request.headers.get('accept-language')?.startsWith('en') ? 'en' : 'fr',
          idempotencyKey: request.headers.get('idempotency-key') ?? undefined,
          dryRun: new URL(request.url).searchParams.get('dryRun') === 'true',
          responseHeaders: new Headers(),
        },
      })
      if (!response) throw new Error(`no operation answers ${method} ${path}`)
      const json = response.headers.get('content-type')?.includes('json') === true
      return { status: response.status, body: (json ? await response.json() : await response.bytes()) as Body, headers: response.headers }
    }
  }

  return {
    application,
    database,
    clock,
    company,
    connection: test.connection satisfies ConnectionSettings,
    foundCompany,
    as,
    call: as({ companyId: company.id, personId: company.ownerId, role: 'owner' }),
    runJobs: () => runDueJobs({ database, jobs: application.jobs, log: silentLog }),
    /** A second process on the same database. */
    reopen: () => openDatabase(test.connection, () => undefined),
    close: () => test.drop(),
  }
}
