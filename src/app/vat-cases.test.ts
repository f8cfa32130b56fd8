/** Every VAT case of French trade, issued once as a person would: what its XML says, what its paper says, and who accepts it. */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { checkInvoice, extractFacturX, type Invoice, type VatBreakdown } from '#einvoice'
import { pdfText } from '#platform/pdf-text.fixture'
import { assertValidCii, hasCorpora, ifCorpora } from '../einvoice/fixtures/schema.ts'
import { type Answer, openTestApi, type TestApi } from './test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await openTestApi(inject('databaseServer'), { at: '2026-11-21T09:00:00Z' })
})
afterAll(() => api.close())

const CUSTOMERS = {
  company: {
    name: 'Client SAS',
    siren: '200000008',
    vatNumber: 'FR37200000008',
    address: { line1: '2 rue de Rivoli', postcode: '75001', city: 'Paris' },
  },
  public: {
    kind: 'public',
    name: 'Commune de Redon',
    siren: '200000008',
    address: { line1: '18 place Saint-Sauveur', postcode: '35600', city: 'Redon' },
  },
  consumer: {
    kind: 'consumer',
    name: 'Jeanne Martin',
    email: 'jeanne@mail.example',
    address: { line1: '3 rue du Port', postcode: '35600', city: 'Redon' },
  },
  german: {
    name: 'Kunde GmbH',
    vatNumber: 'DE123456788',
    email: 'rechnung@kunde.example',
    address: { line1: 'Hauptstraße 1', postcode: '10115', city: 'Berlin', country: 'DE' },
  },
  swiss: {
    name: 'Kunde AG',
    email: 'rechnung@kunde.example',
    address: { line1: 'Bahnhofstrasse 1', postcode: '8001', city: 'Zürich', country: 'CH' },
  },
} as const

const goods = { name: 'Armoire de chêne', nature: 'goods', quantity: '1', unitPrice: '1000' }
const service = { name: 'Conseil', nature: 'service', quantity: '2', unit: 'DAY', unitPrice: '500' }
const inBerlin = { deliveryAddress: { line1: 'Hauptstraße 1', postcode: '10115', city: 'Berlin', country: 'DE' } }
const inZurich = { deliveryAddress: { line1: 'Bahnhofstrasse 1', postcode: '8001', city: 'Zürich', country: 'CH' } }

type Case = readonly [
  name: string,
  vatCode: string,
  line: object,
  customer: keyof typeof CUSTOMERS,
  says: Partial<VatBreakdown>,
  more?: object,
]

const exempt = (code: string, wording: string): Partial<VatBreakdown> => ({
  category: 'E',
  rate: '0',
  exemptionCode: code,
  exemptionReason: wording,
})

const CASES: readonly Case[] = [
  ['a normal sale', 'FR_20', service, 'company', { category: 'S', rate: '20', taxAmount: '200.00' }],
  ['works in a dwelling', 'FR_10', service, 'consumer', { category: 'S', rate: '10', taxAmount: '100.00' }],
  ['food', 'FR_5_5', goods, 'company', { category: 'S', rate: '5.5', taxAmount: '55.00' }],
  ['medicine', 'FR_2_1', goods, 'company', { category: 'S', rate: '2.1', taxAmount: '21.00' }],
  ['a sale to a town', 'FR_20', goods, 'public', { category: 'S', rate: '20', taxAmount: '200.00' }],
  [
    'subcontracted works',
    'AE_BTP',
    service,
    'company',
    { category: 'AE', rate: '0', exemptionCode: 'VATEX-FR-AE', exemptionReason: 'Autoliquidation, art. 283, 2 nonies du CGI' },
  ],
  [
    'scrap',
    'AE_WASTE',
    goods,
    'company',
    { category: 'AE', rate: '0', exemptionCode: 'VATEX-FR-AE', exemptionReason: 'Autoliquidation, art. 283, 2 sexies du CGI' },
  ],
  [
    'a service to a business of the Union',
    'EU_SERVICES',
    service,
    'german',
    {
      category: 'AE',
      rate: '0',
      exemptionCode: 'VATEX-EU-AE',
      exemptionReason: 'Autoliquidation, art. 283, 2 du CGI et art. 196 de la directive 2006/112/CE',
    },
  ],
  [
    'goods to a business of the Union',
    'EU_GOODS',
    goods,
    'german',
    {
      category: 'K',
      rate: '0',
      exemptionCode: 'VATEX-EU-IC',
      exemptionReason: 'Exonération de TVA, art. 262 ter, I du CGI',
    },
    { ...inBerlin, deliveredOn: '2026-11-20' },
  ],
  [
    'an export',
    'EXPORT_GOODS',
    goods,
    'swiss',
    { category: 'G', rate: '0', exemptionCode: 'VATEX-EU-G', exemptionReason: 'Exonération de TVA, art. 262, I du CGI' },
    inZurich,
  ],
  [
    'a service outside the Union',
    'NON_EU_SERVICES',
    service,
    'swiss',
    { category: 'O', exemptionCode: 'VATEX-EU-O', exemptionReason: 'TVA non applicable, art. 259, 1° du CGI' },
  ],
  ['second-hand goods', 'MARGIN_SECOND_HAND', goods, 'consumer', exempt('VATEX-EU-F', 'Régime particulier – Biens d’occasion')],
  ['a work of art', 'MARGIN_ART', goods, 'company', exempt('VATEX-EU-I', 'Régime particulier – Objets d’art')],
  ['an antique', 'MARGIN_ANTIQUES', goods, 'company', exempt('VATEX-EU-J', 'Régime particulier – Objets de collection et d’antiquité')],
  ['a journey', 'MARGIN_TRAVEL', service, 'consumer', exempt('VATEX-EU-D', 'Régime particulier – Agences de voyages')],
  ['teaching', 'EXEMPT_261_4', service, 'company', exempt('VATEX-FR-CGI261-4', 'Exonération de TVA, art. 261, 4 du CGI')],
  ['a building', 'EXEMPT_261_5', goods, 'company', exempt('VATEX-FR-CGI261-5', 'Exonération de TVA, art. 261, 5 du CGI')],
  ['a non-profit service', 'EXEMPT_261_7', service, 'company', exempt('VATEX-FR-CGI261-7', 'Exonération de TVA, art. 261, 7 du CGI')],
  ['a bank fee', 'EXEMPT_261C_1', service, 'company', exempt('VATEX-FR-CGI261C-1', 'Exonération de TVA, art. 261 C, 1° du CGI')],
  ['insurance', 'EXEMPT_261C_2', service, 'company', exempt('VATEX-FR-CGI261C-2', 'Exonération de TVA, art. 261 C, 2° du CGI')],
  ['farm land', 'EXEMPT_261D_1', service, 'company', exempt('VATEX-FR-CGI261D-1', 'Exonération de TVA, art. 261 D, 1° du CGI')],
  ['bare premises', 'EXEMPT_261D_2', service, 'company', exempt('VATEX-FR-CGI261D-2', 'Exonération de TVA, art. 261 D, 2° du CGI')],
  ['furnished housing', 'EXEMPT_261D_4', service, 'consumer', exempt('VATEX-FR-CGI261D-4', 'Exonération de TVA, art. 261 D, 4° du CGI')],
  ['a purchase under suspension', 'SUSPENSION_275', goods, 'company', exempt('VATEX-FR-CGI275', 'Exonération de TVA, art. 275 du CGI')],
  ['goods in a tax warehouse', 'SUSPENSION_277A', goods, 'company', exempt('VATEX-FR-CGI277A', 'Exonération de TVA, art. 277 A du CGI')],
]

type Call = TestApi['call']
const got = <Body>({ body, status }: Answer<Body>): Body => {
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body
}

async function issued(call: Call, vatCode: string, line: object, customer: keyof typeof CUSTOMERS, more: object = {}): Promise<string> {
  const { id: customerId } = got(await call<{ id: string }>('POST', '/customers', CUSTOMERS[customer]))
  const { id } = got(await call<{ id: string }>('POST', '/invoices', { customerId, lines: [{ ...line, vatCode }], ...more }))
  got(await call('POST', `/invoices/${id}/issue`, {}))
  return id
}

/** The document as stored; its archived PDF carries its XML, which official schemas and our rules accept, and prints the wording. */
async function proven(call: Call, id: string): Promise<Invoice> {
  const { document } = await api.database.owner.selectFrom('invoices').select('document').where('id', '=', id).executeTakeFirstOrThrow()
  const invoice = document as unknown as Invoice
  const pdf = got(await call<Uint8Array>('GET', `/invoices/${id}/pdf`))
  const xml = new TextDecoder().decode(extractFacturX(pdf))
  expect(xml).toBe(new TextDecoder().decode(got(await call<Uint8Array>('GET', `/invoices/${id}/xml`))))
  if (hasCorpora) assertValidCii(xml)
  expect(checkInvoice(invoice)).toEqual([])
  for (const { exemptionReason } of invoice.vatBreakdown)
    if (exemptionReason) expect(pdfText(pdf)).toContain(withoutSpaces(exemptionReason))
  return invoice
}

const withoutSpaces = (text: string): string => text.replaceAll(/\s/g, '')

describe(`each VAT case, with the wording the law wants${ifCorpora}`, () => {
  it.each(CASES.map((row) => [row[0], row] as const))('%s', async (_, [, vatCode, line, customer, says, more]) => {
    const invoice = await proven(api.call, await issued(api.call, vatCode, line, customer, more))
    expect(invoice.vatBreakdown).toEqual([{ taxableAmount: '1000.00', taxAmount: '0.00', ...says }])
  })

  it.each([
    ['with a VAT number', 'FR44732829320'],
    ['without one', null],
  ])('a company under the franchise, %s', async (name, vatNumber) => {
    const seller = await api.foundCompany(`franchise-${name === 'without one'}`)
    await api.database.owner
      .updateTable('companies')
      .set({ vat_regime: 'franchise', vat_number: vatNumber })
      .where('id', '=', seller.id)
      .execute()
    const call = api.as({ companyId: seller.id, personId: seller.ownerId, role: 'owner' })
    const invoice = await proven(call, await issued(call, 'FRANCHISE', service, 'company'))
    expect(invoice.vatBreakdown).toMatchObject([exempt('VATEX-FR-FRANCHISE', 'TVA non applicable, art. 293 B du CGI')])
    expect(invoice.seller).toMatchObject(vatNumber === null ? { taxRegistration: '732829320' } : { vatNumber })
  })

  it('a credit note, which follows the case of its invoice', async () => {
    const id = await issued(api.call, 'AE_BTP', service, 'company')
    const note = got(await api.call<{ id: string }>('POST', `/invoices/${id}/credit`, { reason: 'Chantier annulé' }))
    got(await api.call('POST', `/invoices/${note.id}/issue`, {}))
    const credit = await proven(api.call, note.id)
    expect(credit).toMatchObject({
      typeCode: '381',
      vatBreakdown: [{ category: 'AE', exemptionCode: 'VATEX-FR-AE', taxableAmount: '1000.00' }],
    })
  })

  it('two rates on one invoice', async () => {
    const lines = [
      { ...goods, vatCode: 'FR_20' },
      { ...service, vatCode: 'FR_10' },
      { ...service, vatCode: 'FR_20' },
    ]
    const { id: customerId } = got(await api.call<{ id: string }>('POST', '/customers', CUSTOMERS.company))
    const { id } = got(await api.call<{ id: string }>('POST', '/invoices', { customerId, lines }))
    got(await api.call('POST', `/invoices/${id}/issue`, {}))
    expect(
      (await proven(api.call, id)).vatBreakdown
        .map(({ rate, taxAmount }) => `${rate} % ${taxAmount}`)
        .toSorted((a, b) => a.localeCompare(b)),
    ).toEqual(['10 % 100.00', '20 % 400.00'])
  })
})
