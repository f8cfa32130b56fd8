/** For tests of what must not come in: two companies with one of everything each, a program at the HTTP port, and how it is to be refused. */
import { expect } from 'vitest'
import type { Locale } from '#core/text'
import type { TestServerAddress } from '#platform/db/test-database'
import { fingerprints } from './fingerprints.fixture.ts'
import { aBusyMonth, THREE_LINES } from './samples.fixture.ts'
import { createSite } from './site.ts'
import { openTestApi, type TestApi } from './test-api.ts'

type Problem = { readonly code: string; readonly message: string; readonly data?: { readonly field?: string } }
export type Ids = Awaited<ReturnType<typeof aBusyMonth>> &
  Record<'draftId' | 'paymentId' | 'allocationId' | 'itemId' | 'lineId' | 'mailId' | 'accountId' | 'bankLineId' | 'ruleId', string>
export type Asked = { readonly method: string; readonly path: string; readonly body?: unknown; readonly headers?: Record<string, string> }
type Expected = { readonly fr?: RegExp; readonly en?: RegExp; readonly field?: string }

export type Port = Awaited<ReturnType<typeof openPort>>

export async function openPort(server: TestServerAddress) {
  const api = await openTestApi(server)
  const http = createSite(api.application)
  const keyOf = async (role: string) => (await api.call<{ secret: string }>('POST', '/people/api-keys', { name: role, role })).body.secret
  const bookkeeper = await keyOf('bookkeeper')
  const neighbour = await api.foundCompany('voisin')
  const theirCall = api.as({ companyId: neighbour.id, personId: neighbour.ownerId, role: 'owner' })

  /** As a program with a bookkeeper's key. A text, a stream or a form goes as it is. */
  async function ask({ body, headers, method, path }: Asked, locale: Locale = 'fr'): Promise<{ status: number; body: Problem }> {
    const asIs = typeof body === 'string' || body instanceof FormData || body instanceof ReadableStream
    const answer = await http.request(`/api${path}`, {
      method,
      headers: {
        authorization: `Bearer ${bookkeeper}`,
        'accept-language': locale === 'fr' ? 'fr-FR,fr;q=0.9' : 'en-GB,en;q=0.9',
        ...(body instanceof FormData ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: asIs ? body : JSON.stringify(body) }),
      ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
    })
    return { status: answer.status, body: (await answer.json()) as Problem }
  }

  /** Both sentences must say something, each in its language, and name nothing that only a program knows. */
  async function refused(asked: () => Asked, status: number, code: string, expected: Expected = {}): Promise<void> {
    for (const locale of ['fr', 'en'] as const) {
      const answer = await ask(asked(), locale)
      expect(answer).toMatchObject({ status, body: { code } })
      expect(answer.body.message).toMatch(/^\p{Lu}.{10,}[.)]$/su)
      expect(answer.body.message).not.toMatch(/\b[a-z]+_[a-z]+|undefined|null|\[object|Zod/)
      expect(answer.body.message).toMatch(expected[locale] ?? /./)
      if (expected.field !== undefined) expect(answer.body.data?.field).toBe(expected.field)
    }
  }

  return {
    api,
    bookkeeper,
    reader: await keyOf('reader'),
    ours: await aLife(api),
    theirs: await aLife({ ...api, company: neighbour, call: theirCall }),
    ask,
    refused,
    /** When a key was last used is noted, and is no business. */
    fingerprint: async () => {
      const { ['public.api_keys']: _, ...prints } = await fingerprints(api.database.ownerPool)
      return prints
    },
    close: () => api.close(),
  }
}

/** Takes no line of these. */
export const A_RULE = {
  name: 'Prêt',
  words: ['ECHEANCE PRET'],
  least: '1',
  most: '2',
  action: {
    kind: 'accounts',
    parts: [{ account: '661100', share: '50', vatRate: '20' }, { account: '616000', amount: '0.10' }, { account: '164000' }],
  },
}

/** A company in which there is one of everything, and the ids of it all. */
async function aLife(company: TestApi): Promise<Ids> {
  const month = await aBusyMonth(company)
  const draft = await company.call<{ id: string }>('POST', '/invoices', { customerId: month.customerId, lines: THREE_LINES })
  const firstOf = async (path: string) => (await company.call<{ rows: { id: string }[] }>('GET', path)).body.rows[0]?.id ?? ''
  const paymentId = await firstOf('/payments')
  const payment = await company.call<{ allocations: { id: string }[] }>('GET', `/payments/${paymentId}`)
  const open = await company.call<{ lines: { id: string }[] }>('GET', `/invoices/${month.open.id}`)
  const rule = await company.call<{ ruleId: string }>('POST', '/reconciliation/rules', A_RULE)
  return {
    ...month,
    ruleId: rule.body.ruleId,
    draftId: draft.body.id,
    paymentId,
    allocationId: payment.body.allocations[0]?.id ?? '',
    itemId: await firstOf('/items'),
    lineId: open.body.lines[0]?.id ?? '',
    mailId: await firstOf('/mail'),
    accountId: (await company.call<{ accounts: { id: string }[] }>('GET', '/bank/accounts')).body.accounts[0]?.id ?? '',
    bankLineId: await firstOf('/bank/lines?state=to_do'),
  }
}

export const post = (path: string, body: unknown, headers?: Record<string, string>): Asked => ({
  method: 'POST',
  path,
  body,
  ...(headers && { headers }),
})
export const line = (changes: object) => ({ name: 'Porte', quantity: '1', unitPrice: '10', vatCode: 'FR_20', ...changes })

export function upload(content: string | Uint8Array<ArrayBuffer>, more: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData()
  form.append('file', new File([content], 'releve.xml'))
  for (const [name, value] of Object.entries(more)) form.append(name, value)
  return form
}

/** A camt.053 of one line, in a currency. */
export const CAMT = (currency: string) => `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId><CreDtTm>2026-03-01T08:00:00</CreDtTm></GrpHdr>
<Stmt><Id>1</Id><CreDtTm>2026-03-01T08:00:00</CreDtTm><Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id><Ccy>${currency}</Ccy></Acct>
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">0.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-02-28</Dt></Dt></Bal>
<Ntry><Amt Ccy="${currency}">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-02-28</Dt></BookgDt><BkTxCd/></Ntry></Stmt></BkToCstmrStmt></Document>`
