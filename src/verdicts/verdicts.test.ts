import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { fingerprints } from '../app/fingerprints.fixture.ts'
import { aCustomer, anIssuedInvoice } from '../app/samples.fixture.ts'
import { createSite } from '../app/site.ts'
import { openTestApi, type TestApi } from '../app/test-api.ts'
import { hybridPdf } from '../einvoice/fixtures/hybrid-pdf.ts'
import { sampleInvoice } from '../einvoice/fixtures/sample-invoice.ts'
import { writeCdar, writeCii, writeUbl } from '#einvoice'
import { pdfText } from '#platform/pdf-text.fixture'
import { MOST_FILE_BYTES } from './contract.ts'

let api: TestApi
beforeAll(async () => {
  api = await openTestApi(inject('databaseServer'), { at: '2026-11-22T09:00:00Z' })
})
afterAll(() => api.close())

type Failure = Record<'rule' | 'severity' | 'term' | 'path' | 'found' | 'sentence', string> & { line: number; column: number }
type Verdict = {
  syntax: string
  profile: string
  hybrid: boolean
  verdict: string
  packs: Record<string, string>
  failures: Failure[]
  shown: Record<string, unknown>
}
type Problem = { code: string; message: string; data: { field?: string } }

type Bytes = string | Uint8Array

const formOf = (content: Bytes, name = 'facture.xml') => {
  const form = new FormData()
  form.append('file', new File([typeof content === 'string' ? content : new Uint8Array(content)], name))
  return form
}
const textOf = (bytes: Bytes): string => (typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString())
const english = { 'accept-language': 'en-GB' }
const check = (content: Bytes, headers = {}) => api.call<Verdict>('POST', '/einvoices/check', formOf(content), headers)
const refusal = (content: Bytes, headers = {}) => api.call<Problem>('POST', '/einvoices/check', formOf(content), headers)
const good = () => writeCii(sampleInvoice())

describe('a file is judged', () => {
  it('a good CII is valid, by packs that are named, and is shown as it was found', async () => {
    const { body, status } = await check(good())
    expect(status).toBe(200)
    expect(body).toMatchObject({ syntax: 'CII', profile: 'EN 16931', hybrid: false, verdict: 'valid', failures: [] })
    expect(body.packs).toMatchObject({ EN16931: expect.stringMatching(/^\d/), 'BR-FR': expect.stringMatching(/^\d/) })
    expect(body.shown).toMatchObject({
      number: 'F2026-00042',
      issuedOn: '2026-11-21',
      seller: { name: 'ACME SARL', address: { city: 'Lyon' } },
      lines: [{ item: { name: 'Prestation de conseil' }, netAmount: '1000.00' }],
      totals: { gross: '1200.00' },
    })
  })

  it('a UBL too', async () => {
    expect((await check(writeUbl(sampleInvoice()))).body).toMatchObject({ syntax: 'UBL', verdict: 'valid' })
  })

  it('a wrong total is told in the language of whoever asks, with its place, its value and its field', async () => {
    const broken = good().replace(/(<ram:GrandTotalAmount>)[^<]*/, '$11300.00')
    const [fr, en] = [(await check(broken)).body, (await check(broken, english)).body]
    expect(fr.verdict).toBe('invalid')
    const told = fr.failures.find(({ rule }) => rule === 'BR-CO-15')
    expect(told).toMatchObject({ severity: 'fatal', term: 'BT-112', path: 'totals.gross', found: '1300.00' })
    expect(broken.split('\n')[(told?.line ?? 0) - 1]).toContain('<ram:GrandTotalAmount>')
    expect(told?.sentence).toMatch(/total TTC/)
    expect(en.failures.find(({ rule }) => rule === 'BR-CO-15')?.sentence).toMatch(/total/i)
    expect(en.failures[0]?.sentence).not.toBe(fr.failures[0]?.sentence)
  })

  it('a code that only the file can tell is wrong is led back to its field', async () => {
    const { body } = await check(good().replace(/(<ram:InvoiceCurrencyCode>)[^<]*/, '$1EURO'))
    expect(body.failures.find(({ rule }) => rule.startsWith('BR-CL-'))).toMatchObject({ path: 'currency', found: 'EURO' })
  })

  it('a lifecycle message is judged, and told in the language of whoever asks', async () => {
    const message = writeCdar({
      guideline: 'urn.cpro.gouv.fr:1p0:CDV:invoice',
      id: 'M1',
      createdAt: '2026-11-21T10:00:00',
      sender: { role: 'WK' },
      issuer: { name: 'ACHETEUR', role: 'BY' },
      recipients: [{ role: 'SE' }],
      acknowledgements: [{ isMultiple: false, phase: '23', postedAt: '2026-11-21T10:00:00', invoices: [{ number: 'F1', status: '205' }] }],
    })
    const { body } = await api.call<Verdict & { message: string[] }>('POST', '/einvoices/check', formOf(message), english)
    expect(body).toMatchObject({ syntax: 'CDAR', message: ['Issued by: ACHETEUR. For: the seller.', 'Invoice F1: Approved (205).'] })
    expect(body.packs).toHaveProperty('BR-FR-CDV')
  })

  it('what the page does not show does not travel: attachments stay where they are', async () => {
    const document = { reference: 'ANNEXE', content: 'QUJD'.repeat(100), mimeType: 'application/pdf', filename: 'annexe.pdf' }
    const { body } = await check(writeCii(sampleInvoice({ supportingDocuments: [document] })))
    expect(body.shown['supportingDocuments']).toEqual([{ reference: 'ANNEXE', filename: 'annexe.pdf' }])
  })

  it('an invoice of ours, as its PDF: valid, and its XML comes out as it went in', async () => {
    const invoice = await anIssuedInvoice(api, await aCustomer(api))
    const pdf = (await api.call<Uint8Array>('GET', `/invoices/${invoice.id}/pdf`)).body
    const { body } = await check(pdf)
    expect(body).toMatchObject({ hybrid: true, verdict: 'valid', shown: { number: invoice.number } })
    expect(body.packs).toHaveProperty('FACTUR-X')
    const extracted = await api.call<Uint8Array>('POST', '/einvoices/extract', formOf(pdf, `${invoice.number}.pdf`))
    expect(extracted.headers.get('content-disposition')).toContain(`${invoice.number}.xml`)
    const xml = (await api.call<Uint8Array>('GET', `/invoices/${invoice.id}/xml`)).body
    expect(Buffer.from(extracted.body).equals(Buffer.from(xml))).toBe(true)
  })

  it('whoever may read invoices may ask; nobody else', async () => {
    const reader = api.as({ companyId: api.company.id, personId: api.company.ownerId, role: 'reader' })
    expect((await reader('POST', '/einvoices/check', formOf(good()))).status).toBe(200)
    const stranger = await createSite(api.application).request('/api/einvoices/check', { method: 'POST', body: formOf(good()) })
    expect(stranger.status).toBe(401)
  })

  it('nothing is kept', async () => {
    const before = await fingerprints(api.database.ownerPool)
    await check(good())
    expect(await fingerprints(api.database.ownerPool)).toEqual(before)
  })
})

/** A form with a file, and what goes with it. */
const asked = (content: Bytes, more: Readonly<Record<string, string>>, name?: string) => {
  const form = formOf(content, name)
  for (const [field, value] of Object.entries(more)) form.append(field, value)
  return form
}

describe('an invoice is shown', () => {
  const show = (content: Bytes, format: string, headers = {}) =>
    api.call<Uint8Array>('POST', '/einvoices/show', asked(content, { format }, 'fausse «x».xml'), headers)

  it('as a page of one file, in the language of whoever asks', async () => {
    const french = await show(good(), 'html')
    expect(french).toMatchObject({ status: 200 })
    expect(french.headers.get('content-type')).toMatch(/^text\/html/)
    expect(textOf(french.body)).toMatch(/Facture.*F2026-00042.*Lecture du fichier «\u00A0fausse «x».xml\u00A0», faite le 22 novembre 2026/s)
    expect(textOf((await show(good(), 'html', english)).body)).toContain('Amount due')
  })

  it('as a PDF', async () => {
    const { body, headers, status } = await show(writeUbl(sampleInvoice()), 'pdf')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/pdf')
    expect(pdfText(body)).toContain('F2026-00042')
  })

  it('of many lines as a page only, and the refusal says so', async () => {
    const [line] = sampleInvoice().lines
    if (!line) throw new Error('the sample has a line')
    const long = writeCii(sampleInvoice({ lines: Array.from({ length: 2001 }, () => line) }))
    expect(await show(long, 'html')).toMatchObject({ status: 200 })
    const { body, status } = await api.call<Problem>('POST', '/einvoices/show', asked(long, { format: 'pdf' }))
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'einvoice_too_long_to_draw' })
    expect(body.message.replaceAll(/\s/g, ' ')).toContain('2 001 lignes')
  })
})

describe('an invoice is converted', () => {
  type Converted = { name: string; xml: string; losses: { term: string | null; path: string; value: string }[] }
  const convert = (content: Bytes, to: string) => api.call<Converted>('POST', '/einvoices/convert', asked(content, { to }))

  it('to the other syntax, whole', async () => {
    const { body } = await convert(good(), 'ubl')
    expect(body).toMatchObject({ name: 'facture.ubl.xml', xml: expect.stringContaining('<Invoice'), losses: [] })
    expect((await check(body.xml)).body).toMatchObject({ syntax: 'UBL', verdict: 'valid' })
  })

  it('to less than it holds, and what is lost is named with its value', async () => {
    const { losses } = (await convert(good(), 'basic-wl')).body
    expect(losses).toContainEqual({ term: 'BT-153', path: 'lines.0.item.name', value: 'Prestation de conseil' })
  })

  it('to nothing else', async () => {
    expect(await convert(good(), 'paper')).toMatchObject({ status: 400, body: { code: 'invalid_input' } })
  })
})

describe('an invoice is packed', () => {
  type Packed = { name: string; pdf: string; pdfA: string; reasons: { code: string; sentence: string }[] }
  const pack = (xml: Bytes, pdf: Bytes) => {
    const form = new FormData()
    form.append('xml', formOf(xml).get('file') ?? '')
    form.append('pdf', formOf(pdf, 'page.pdf').get('file') ?? '')
    return api.call<Packed & Problem>('POST', '/einvoices/pack', form)
  }

  it('into a PDF of somebody else: valid when it was an archive, else with the reasons', async () => {
    const drawn = await api.call<Uint8Array>('POST', '/einvoices/show', asked(good(), { format: 'pdf' }))
    const { body } = await pack(good(), drawn.body)
    expect(body).toMatchObject({ name: 'page.pdf', pdfA: 'declared', reasons: [] })
    expect((await check(Buffer.from(body.pdf, 'base64'))).body).toMatchObject({ hybrid: true, verdict: 'valid' })
    const plain = await pack(good(), hybridPdf({ xml: good(), names: '', af: '', xmp: undefined }))
    expect(plain.body).toMatchObject({ pdfA: 'impossible' })
    expect(plain.body.reasons).toContainEqual({ code: 'no_metadata', sentence: expect.stringContaining('PDF/A') })
  })

  it('no UBL, and nothing into what is no PDF', async () => {
    const drawn = await api.call<Uint8Array>('POST', '/einvoices/show', asked(good(), { format: 'pdf' }))
    expect((await pack(writeUbl(sampleInvoice()), drawn.body)).body).toMatchObject({ code: 'pack_not_cii' })
    expect((await pack(good(), good())).body).toMatchObject({ code: 'pdf_unreadable' })
  })
})

it('while large files are read, other requests are answered, and a crowd is asked to come back', async () => {
  const [line] = sampleInvoice().lines
  if (!line) throw new Error('the sample has a line')
  const large = writeCii(sampleInvoice({ lines: Array.from({ length: 3000 }, () => line) }))
  let over = false
  const crowd = Promise.all(Array.from({ length: 14 }, () => check(large))).then((all) => {
    over = true
    return all.map(({ status }) => status)
  })
  expect(await api.call('GET', '/items')).toMatchObject({ status: 200 })
  expect(over).toBe(false)
  expect(new Set(await crowd)).toEqual(new Set([200, 429]))
})

describe('a file that cannot be read is refused by name', () => {
  const BOMB = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><a>&c;</a>'
  it.each<[string, () => Bytes, string, RegExp, RegExp]>([
    ['an entity bomb', () => BOMB, 'xml_doctype', /DTD/, /DTD/],
    ['another XML', () => '<?xml version="1.0"?><catalog/>', 'xml_not_einvoice', /ni une facture CII/, /neither a CII/],
    ['a picture', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'xml_', /\.$/, /\.$/],
    ['nothing', () => '', 'xml_empty', /vide/, /empty/],
    ['half of an invoice', () => good().slice(0, 900), 'xml_truncated', /ligne \d+, colonne \d+/, /line \d+, column \d+/],
    ['a damaged PDF', () => '%PDF-1.7 and no more', 'pdf_', /PDF/, /PDF/],
  ])('%s', async (_, content, code, fr, en) => {
    for (const [said, headers] of [
      [fr, {}],
      [en, english],
    ] as const) {
      const { body, status } = await refusal(content(), headers)
      expect(status).toBe(422)
      expect(body.code).toMatch(new RegExp(`^${code}`))
      expect(body.message).toMatch(/^\p{Lu}.{10,}\.$/su)
      expect(body.message).toMatch(said)
    }
  })

  it('more than 10 MB', async () => {
    const { body, status } = await refusal(new Uint8Array(MOST_FILE_BYTES + 1))
    expect({ status, code: body.code, field: body.data.field }).toEqual({ status: 413, code: 'einvoice_too_large', field: 'file' })
    expect(body.message).toMatch(/10 Mo/)
  })

  it('no file at all', async () => {
    const { body, status } = await api.call<Problem>('POST', '/einvoices/check', new FormData())
    expect(status).toBe(400)
    expect(body.message).toMatch(/Fichier/)
  })

  it('a PDF without an invoice has nothing to extract, and an XML is no PDF', async () => {
    const answer = await api.call<Problem>('POST', '/einvoices/extract', formOf(good()))
    expect(answer.status).toBe(422)
    expect(answer.body.code).toBe('pdf_unreadable')
  })
})
