/** A program with an API key, over HTTP like any integrator's. */
import type { Running } from './installation.ts'
import { runCommand } from './installation.ts'

export class Failed extends Error {
  readonly status: number
  constructor(what: string, status: number, body: string) {
    super(`${what}: ${status} ${body.slice(0, 300)}`)
    this.status = status
  }
}

export type Client = <Body>(method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Body>

/** Headers that say who asks: they outlive the server. */
export type Credentials = Readonly<Record<string, string>>

/** A server that dies never answers: whoever asked must not wait for ever. */
const PATIENCE_MS = 30_000

export function clientOf(url: string, credentials: Credentials): Client {
  return async <Body>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Body> => {
    const response = await fetch(`${url}/api${path}`, {
      method,
      headers: {
        'accept-language': 'en',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...credentials,
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const text = await response.text()
    if (!response.ok) throw new Failed(`${method} ${path}`, response.status, text)
    return JSON.parse(text) as Body
  }
}

/** The SIREN is invented and passes its key. */
const COMPANY = {
  name: 'Atelier de Mesure',
  legalForm: 'SARL',
  siren: '732829320',
  rcsCity: 'Rennes',
  vatNumber: 'FR44732829320',
  address: { line1: '12 rue des Carmes', postcode: '35000', city: 'Rennes', country: 'FR' },
  email: 'compta@atelier-de-mesure.example',
}
const ACCOUNT = {
  paymentTerms: [{ part: 'rest', term: { base: 'issue', days: 30, endOfMonth: 'none' } }],
  iban: 'FR7630006000011234567890189',
  bic: 'AGRIFRPP',
}

/** Signs up as the first owner, founds a company ready to invoice, and returns an API key of it. */
export async function foundCompany({ url }: Running): Promise<Credentials> {
  const entrance = await fetch(`${url}/api/people/sign-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Maud Le Goff', email: 'maud@atelier-de-mesure.example', password: 'le rabot du matin' }),
  })
  if (!entrance.ok) throw new Failed('sign-up', entrance.status, await entrance.text())
  const owner = clientOf(url, { cookie: cookieOf(entrance) })
  const { slug } = await owner<{ slug: string }>('POST', '/companies', COMPANY)
  const inCompany = { 'encours-company': slug }
  await owner('PUT', '/company/terms', ACCOUNT, inCompany)
  return keyOf(owner, inCompany)
}

/** An API key of a company already there, through a one-time link of one of its owners. */
export async function enterCompany({ dataDir, url }: Running, email: string, slug: string): Promise<Credentials> {
  const { output } = await runCommand(dataDir, ['user', 'link', email])
  const token = /\/lien\/(\S+)/.exec(output)?.[1]
  if (token === undefined) throw new Error(`no sign-in link: ${output}`)
  const entrance = await fetch(`${url}/api/people/sign-in-link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  })
  if (!entrance.ok) throw new Failed('sign-in by link', entrance.status, await entrance.text())
  return keyOf(clientOf(url, { cookie: cookieOf(entrance) }), { 'encours-company': slug })
}

async function keyOf(owner: Client, inCompany: Record<string, string>): Promise<Credentials> {
  const { secret } = await owner<{ secret: string }>('POST', '/people/api-keys', { name: 'Measures', role: 'bookkeeper' }, inCompany)
  return { authorization: `Bearer ${secret}` }
}

const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ')
