/** Whatever number a change is asked with, the contract or the business answers: the database never has to say no. */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { contract } from './contract.ts'
import { A_RULE, type Ids, line, openPort, type Port } from './bad-input.fixture.ts'
import { type Kind, type NumberAsked, numbersAsked } from './numbers-asked.fixture.ts'

let port: Port
beforeAll(async () => {
  port = await openPort(inject('databaseServer'))
})
afterAll(() => port.close())

const EXTREMES: Readonly<Record<Kind, readonly unknown[]>> = {
  money: ['0', '-0.01', '10000000000', '10000000000.01', '-10000000000.01', '999999999999999.99', '-999999999999999.99'],
  quantity: ['0', '-1', '10000000000', '-10000000000', '10000000000.0001', '99999999999.9999', '-99999999999.9999'],
  unitPrice: ['0', '0.000001', '10000000000', '10000000000.000001', '99999999999.999999'],
  rate: ['0', '100', '100.01', '150', '999.99'],
  day: ['1900-01-01', '2199-12-31'],
  number: [-1, 0, 1, 31, 90, 365, 9_999, 9_999_999, 2_147_483_647, 2_147_483_648, 1e15, -1e15, Number.MAX_SAFE_INTEGER, 1e21, 0.5],
}

const TERMS = [
  { part: 'percent', basisPoints: 3000, term: { days: 0, dayOfMonth: 15, endOfMonth: 'after' } },
  { part: 'rest', term: { days: 30, dayOfMonth: 15 } },
]
const draft = (ids: Ids) => ({
  customerId: ids.customerId,
  issuedOn: '2026-03-02',
  deliveredOn: '2026-03-02',
  paymentTerms: TERMS,
  lines: [line({ discount: '5' }), line({ discount: '5' })],
})
const mapping = (amount: object) => ({
  csvMapping: {
    encoding: 'utf-8',
    separator: ';',
    header: null,
    dateOrder: 'dmy',
    decimal: ',',
    currency: 'EUR',
    columns: {
      bookedOn: 0,
      valueOn: 1,
      amount,
      text: [3],
      reference: 4,
      counterparty: 5,
      counterpartyIban: 6,
      balance: 7,
      currency: 8,
      account: 9,
      status: 10,
    },
  },
})
const shares = (ids: Ids) => [{ invoiceId: ids.open.id, amount: '1' }]

const DIFFERENCES = [{ kind: 'bank_fee', amount: '1' }]

type Valid = { readonly at?: (ids: Ids) => string; readonly body: (ids: Ids) => object }

/** Of each change that asks for a number, requests that are accepted: each number is then replaced by what nobody expects. */
const VALID: Readonly<Record<string, readonly Valid[]>> = {
  'company.create': [{ body: () => ({ name: 'Neuve', shareCapital: '1000' }) }],
  'company.save': [{ body: () => ({ name: 'Atelier Brocéliande', shareCapital: '1000', version: 1 }) }],
  'company.saveTerms': [{ body: () => ({ paymentTerms: TERMS }) }],
  'customers.create': [{ body: () => ({ name: 'Rossi', paymentTerms: TERMS }) }],
  'customers.save': [{ at: ({ customerId }) => customerId, body: () => ({ name: 'Le Bihan', paymentTerms: TERMS, version: 1 }) }],
  'catalog.create': [{ body: () => ({ name: 'Porte', unitPrice: '1' }) }],
  'catalog.save': [{ at: ({ itemId }) => itemId, body: () => ({ name: 'Porte', unitPrice: '1', version: 1 }) }],
  'invoices.createDraft': [{ body: draft }],
  'invoices.saveDraft': [{ at: ({ draftId }) => draftId, body: (ids) => ({ ...draft(ids), version: 1 }) }],
  'invoices.credit': [{ at: ({ open }) => open.id, body: ({ lineId }) => ({ lines: [{ lineId, quantity: '1' }] }) }],
  'invoices.setNumbering': [{ at: () => 'credit_note', body: () => ({ pattern: 'A{YYYY}-{0000}', firstSequence: 1 }) }],
  'payments.record': [
    { body: (ids) => ({ customerId: ids.customerId, paidOn: '2026-03-02', amount: '10', allocate: shares(ids) }) },
    { body: (ids) => ({ customerId: ids.customerId, paidOn: '2026-03-02', amount: '10' }) },
  ],
  'payments.allocate': [{ at: ({ paymentId }) => paymentId, body: (ids) => ({ allocations: shares(ids) }) }],
  'payments.reverse': [{ at: ({ paymentId }) => paymentId, body: () => ({ reversedOn: '2026-03-02', reason: 'Sans provision' }) }],
  'banking.saveMapping': [
    { at: ({ accountId }) => accountId, body: () => mapping({ kind: 'signed', amount: 2 }) },
    { at: ({ accountId }) => accountId, body: () => mapping({ kind: 'split', debit: 2, credit: 11, debitsNegative: false }) },
    { at: ({ accountId }) => accountId, body: () => mapping({ kind: 'sided', amount: 2, side: 11 }) },
  ],
  'reconciliation.accept': [
    { at: ({ bankLineId }) => bankLineId, body: (ids) => ({ proposalId: 'none', shares: shares(ids), differences: DIFFERENCES }) },
  ],
  'reconciliation.matchByHand': [
    { at: ({ bankLineId }) => bankLineId, body: (ids) => ({ shares: shares(ids), differences: DIFFERENCES }) },
  ],
  'reconciliation.hold': [{ at: ({ bankLineId }) => bankLineId, body: () => ({ until: '2026-03-20' }) }],
  'reconciliation.setAside': [
    { at: ({ bankLineId }) => bankLineId, body: () => ({ parts: [{ account: '627800', amount: '1', vatRate: '20' }] }) },
  ],
  'reconciliation.createRule': [{ body: () => A_RULE }],
  'reconciliation.saveRule': [{ at: ({ ruleId }) => ruleId, body: () => ({ ...A_RULE, version: 1 }) }],
  'dunning.saveSettings': [{ body: () => ({ enabled: true, delayDays: 7 }) }],
}

/** The same body with another value wherever the path leads; nothing when it leads nowhere. */
function replaced(body: unknown, path: readonly string[], value: unknown): unknown {
  const [first, ...rest] = path
  if (first === undefined) return value
  if (first === '*') {
    if (!Array.isArray(body)) return undefined
    const rows = body.map((row) => replaced(row, rest, value))
    return rows.every((row) => row === undefined) ? undefined : rows.map((row, index) => row ?? body[index])
  }
  if (typeof body !== 'object' || body === null || !(first in body)) return undefined
  const inner = replaced((body as Record<string, unknown>)[first], rest, value)
  return inner === undefined ? undefined : { ...body, [first]: inner }
}

const asked = numbersAsked(contract)
const byOperation = [...Map.groupBy(asked, ({ operation }) => operation)]

/** Nothing is kept: the same request may come again. */
async function answerTo({ method, url }: NumberAsked, valid: Valid, body: unknown) {
  const path = url.replace(/\{\w+\}/, valid.at?.(port.ours) ?? '')
  return port.api.call<{ code?: string; message?: string }>(method, `${path}?dryRun=true`, body)
}

it('the walk finds the numbers that anybody would name', () => {
  expect(asked.map(({ kind, operation, path }) => `${operation} ${path} ${kind}`)).toEqual(
    expect.arrayContaining([
      'invoices.createDraft lines.*.discount rate',
      'payments.record amount money',
      'payments.record allocate.*.amount money',
      'company.saveTerms paymentTerms.*.term.days number',
      'catalog.save version number',
    ]),
  )
})

describe.each(byOperation)('%s', (operation, numbers) => {
  const requests = VALID[operation] ?? []

  it.each(numbers)('answers in a sentence whatever $path is', async (number) => {
    const { kind, path } = number
    const reached = requests.filter((valid) => replaced(valid.body(port.ours), path.split('.'), EXTREMES[kind][0]) !== undefined)
    expect(reached, `no request of ours asks for ${path}`).not.toEqual([])
    for (const valid of reached) {
      for (const value of EXTREMES[kind]) {
        const answer = await answerTo(number, valid, replaced(valid.body(port.ours), path.split('.'), value))
        expect(answer, `${path} ${String(value)}`).not.toMatchObject({ status: 500 })
        if (answer.status >= 400) expect(answer.body.message).toMatch(/^\p{Lu}.{10,}[.)]$/su)
      }
    }
  })

  it('and when all of them are extreme at once', async () => {
    for (let round = 0; round < 15; round += 1) {
      for (const valid of requests) {
        const body = numbers.reduce<unknown>((whole, { kind, path }) => {
          const values = EXTREMES[kind]
          return replaced(whole, path.split('.'), values[round % values.length]) ?? whole
        }, valid.body(port.ours))
        const [first] = numbers
        if (first) expect(await answerTo(first, valid, body), JSON.stringify(body)).not.toMatchObject({ status: 500 })
      }
    }
  })
})

it.each([
  ['/ledger/balances', 'on'],
  ['/vat/treatments', 'on'],
  ['/aged-balance', 'asOf'],
  ['/aged-balance.csv', 'asOf'],
  ['/aged-balance/{customerId}', 'asOf'],
  ['/customers/{customerId}/statement', 'from'],
  ['/customers/{customerId}/statement', 'to'],
])('%s answers whatever its day %s is', async (url, name) => {
  for (const on of ['1900-01-01', '1950-01-01', '2099-12-31', '2199-12-31']) {
    const answer = await port.api.call('GET', `${url.replace('{customerId}', port.ours.customerId)}?${name}=${on}`)
    expect(answer.status, on).toBeLessThan(500)
  }
})

it.each<[string, object, string, RegExp]>([
  ['a price beyond ten billion', { unitPrice: '10000000000.01' }, 'lines.0.unitPrice', /^Prix.*ligne 1.*: 10.000.000.000,00.€ au plus\.$/u],
  ['a quantity beyond ten billion', { quantity: '-10000000000.5' }, 'lines.0.quantity', /^Quantité.*ligne 1.*: 10.000.000.000 au plus\.$/u],
  ['a discount beyond the whole', { discount: '150' }, 'lines.0.discount', /^Remise.*ligne 1.*: de 0 à 100/u],
  [
    'a quantity that makes too much of a price',
    { quantity: '999999999', unitPrice: '999999999.999999' },
    'lines.0.quantity',
    /^Ligne 1 : le montant dépasse 10.000.000.000,00.€/u,
  ],
])('%s names its line', async (_, changes, field, sentence) => {
  const answer = await port.ask({ method: 'POST', path: '/invoices', body: { lines: [line(changes)] } })
  expect(answer.status).toBeLessThan(500)
  expect(answer.body).toMatchObject({ data: { field }, message: expect.stringMatching(sentence) })
})

it('lines that only together are too much are refused by their total', async () => {
  const nearly = line({ quantity: '1', unitPrice: '9999999999' })
  const answer = await port.ask({ method: 'POST', path: '/invoices', body: { lines: [nearly, nearly] } })
  expect(answer).toMatchObject({ status: 422, body: { code: 'invoice_too_large', data: { field: 'lines' } } })
})
