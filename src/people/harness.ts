/** For tests: the API with sign-in on a database of its own, people who keep their cookies, and a clock to move. */
import { createApi, type RequestContext } from '#platform/api'
import { appendAudit } from '#audit'
import { movableClock } from '#platform/clock'
import { createTestDatabase, type TestServerAddress } from '#platform/db/test-database'
import { localeOf } from '#platform/http'
import { silentLog } from '#platform/log'
import { CLIENT_ADDRESS_HEADER } from '#platform/principal'
import { createProblems } from '#platform/problems'
import { createWriteDoor } from '#platform/write-door'
import { uuidv7 } from '#core/ids'
import { createPeople, peopleContract, peopleTexts } from './index.ts'

export type Answer = { readonly status: number; readonly body: Record<string, unknown>; readonly cookies: readonly string[] }
export type Caller = {
  call(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer>
  /** Another browser of nobody in particular, or this one's with other headers. */
  with(headers: Readonly<Record<string, string>>): Caller
}

export type People = Awaited<ReturnType<typeof openPeople>>

const SECRET = new TextEncoder().encode('a secret of the tests and of nothing else')
export const PASSWORD = 'le rabot du matin'

export async function openPeople(server: TestServerAddress) {
  const test = await createTestDatabase(server)
  const { database } = test
  const clock = movableClock('2026-03-02T09:00:00Z')
  const start = () => createPeople({ database, secret: SECRET, publicUrl: 'https://encours.test', contract: { people: peopleContract } })
  const people = start()
  const write = createWriteDoor({ database, clock, reactions: [], appendAudit })
  const problems = createProblems([peopleTexts])
  const contract = { people: peopleContract }
  const { handler } = createApi(contract, { people: people.operations }, { database, clock, write, problems, log: silentLog })

  async function send(identify: typeof people.identify, request: Request): Promise<{ response: Response; given: Headers }> {
    const given = new Headers()
    const context: RequestContext = {
      principal: await identify(request.headers),
      headers: request.headers,
      locale: localeOf(request.headers),
      idempotencyKey: request.headers.get('idempotency-key') ?? undefined,
      dryRun: new URL(request.url).searchParams.get('dryRun') === 'true',
      responseHeaders: given,
    }
    const { response } = await handler.handle(request, { prefix: '/api', context })
    if (!response) throw new Error(`no operation answers ${request.url}`)
    return { response, given }
  }

  function caller(jar: Map<string, string>, extra: Readonly<Record<string, string>>, identify = people.identify): Caller {
    return {
      with: (headers) => caller(jar, { ...extra, ...headers }, identify),
      call: async (method, path, body) => {
        const headers = new Headers({ [CLIENT_ADDRESS_HEADER]: '203.0.113.7', origin: 'https://encours.test', ...extra })
        if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '))
        if (method === 'POST') headers.set('content-type', 'application/json')
        const request = new Request(`https://encours.test/api${path}`, {
          method,
          headers,
          ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
        })
        const { given, response } = await send(identify, request)
        for (const cookie of given.getSetCookie()) keep(jar, cookie)
        return { status: response.status, body: (await response.json()) as Record<string, unknown>, cookies: given.getSetCookie() }
      },
    }
  }

  return {
    database,
    clock,
    close: () => test.drop(),
    /** A browser without cookies. */
    browser: () => caller(new Map(), {}),
    /** A program with an API key. */
    program: (secret: string) => caller(new Map(), { authorization: `Bearer ${secret}` }),
    /** The same browser seen by another web process, with a memory of its own. */
    anotherProcess: (cookies: readonly string[]) => {
      const jar = new Map<string, string>()
      for (const cookie of cookies) keep(jar, cookie)
      return caller(jar, {}, start().identify)
    },
    foundCompany: async (slug: string, name: string) => {
      const id = uuidv7(clock.now())
      await database.owner.insertInto('companies').values({ id, slug, name, created_at: clock.now() }).execute()
      return id
    },
  }
}

function keep(jar: Map<string, string>, cookie: string): void {
  const [pair = ''] = cookie.split(';', 1)
  const [name = '', value = ''] = pair.split('=', 2)
  if (value === '') jar.delete(name)
  else jar.set(name, value)
}
