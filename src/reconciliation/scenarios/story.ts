/** For tests: a company with invoices, a bank that sends statements, and what the screen would ask. */
import { camt053, type SampleLine } from '#banking'
import { parseDay } from '#core/day'
import { aCustomer, anIssuedInvoice } from '../../app/samples.fixture.ts'
import type { TestApi } from '../../app/test-api.ts'

export const OUR_IBAN = 'FR7630006000011234567890189'
export const THEIR_IBAN = 'FR1420041010050500013M02606'

export type Share = { invoiceId: string; number: string; amount: string }
export type Proposal = {
  id: string
  kind: string
  customerId: string | null
  shares: Share[]
  payments: { id: string }[]
  rest: string
  certain: boolean
  evidence: { code: string; sentence: string }[]
}
export type BookedPart = { account: string; accountLabel: string; amount: string; vatRate: string | null; vat: string }
export type WorkLine = {
  id: string
  state: string
  amount: string
  text: string
  undone: boolean
  recognised: { kind: string; text: string }[]
  proposals: Proposal[]
  operation: { id: string; kind: string; parts: BookedPart[]; other: { lineId: string } | null; evidence: { sentence: string }[] } | null
  booking: { origin: string; parts: BookedPart[]; other: { lineId: string } | null; evidence: { sentence: string }[] } | null
  match: {
    origin: string
    evidence: { sentence: string }[]
    payments: { id: string; amount: string; open: string; recorded: boolean; invoices: { number: string; amount: string }[] }[]
  } | null
}
export type Imported = {
  outcome: string
  code?: string
  message?: string
  newLines: number
  knownLines: number
  matched: number
  matchedAmount: string
  byRules: number
  toDo: number
  statements: { id: string; accountId: string; accountName: string; proven: boolean; newAccount: boolean }[]
}

export const day = parseDay

export function fileOf(content: string | Uint8Array<ArrayBuffer>, name = 'releve.xml'): File {
  return new File([content], name)
}

export function upload(file: File, more: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData()
  form.append('file', file)
  for (const [name, value] of Object.entries(more)) form.append(name, value)
  return form
}

export function bankOf(api: TestApi) {
  let opening = 1000
  const send = (file: File, more?: Readonly<Record<string, string>>) => api.call<Imported>('POST', '/bank/statements', upload(file, more))
  return {
    send,
    /** A statement of our account with these lines, after the one before. */
    sends: (lines: readonly SampleLine[], name?: string, iban = OUR_IBAN) => {
      const file = camt053({ account: { iban, currency: 'EUR' }, opening: opening.toFixed(2), lines })
      opening += lines.reduce((total, line) => total + Number(line.amount), 0)
      return send(fileOf(file, name))
    },
    lines: async (state: string) => (await api.call<{ rows: WorkLine[] }>('GET', `/reconciliation/lines?state=${state}`)).body.rows,
    line: async (text: string) => {
      const { body } = await api.call<{ rows: { id: string }[] }>('GET', `/bank/lines?search=${encodeURIComponent(text)}`)
      return (await api.call<WorkLine>('GET', `/reconciliation/lines/${body.rows[0]?.id}`)).body
    },
    act: (lineId: string, act: string, body: unknown = {}) =>
      api.call<WorkLine & { code: string; message: string }>('POST', `/reconciliation/lines/${lineId}/${act}`, body),
    open: async (invoiceId: string) => (await api.call<{ open: string }>('GET', `/invoices/${invoiceId}`)).body.open,
    /** What each account holds: debit less credit. */
    balances: async () => {
      const { body } = await api.call<{ accounts: { account: string; balance: string }[] }>('GET', '/ledger/balances')
      return Object.fromEntries(body.accounts.map(({ account, balance }) => [account, balance]))
    },
    books: async () =>
      (await api.call<{ balance411: string; open: string; differences: unknown[]; faults: string[] }>('GET', '/ledger/check')).body,
  }
}

/** An invoice of exactly this amount, tax included. */
export async function owes(api: TestApi, customerId: string, amount: string) {
  return anIssuedInvoice(api, customerId, {
    lines: [{ name: 'Pose', nature: 'service', quantity: '1', unitPrice: amount, vatCode: 'EXEMPT_261D_2' }],
  })
}

export const customerNamed = (api: TestApi, name: string) => aCustomer(api, { name })
