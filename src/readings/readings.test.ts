import { expect, test } from 'vitest'
import { parseDay } from '#core/day'
import type { Locale } from '#core/text'
import { type Invoice, readInvoice, writeCii, writeUbl } from '#einvoice'
import { pdfPages, pdfText } from '#platform/pdf-text.fixture'
import { sampleInvoice } from '../einvoice/fixtures/sample-invoice.ts'
import { readingPage, readingPdf, sheetOfReading } from './index.ts'

const HOSTILE = `<script>alert(1)</script>"'> & #panic("x") *A* $b$`
const at = new Date('2026-11-21T10:00:00Z')
const about = (locale: Locale = 'fr', fileName = 'facture.xml') => ({ fileName, on: parseDay('2026-11-21'), locale })

const sheet = (changes: Partial<Invoice> = {}, locale: Locale = 'fr', write = writeCii) =>
  sheetOfReading(readInvoice(new TextEncoder().encode(write(sampleInvoice(changes)))), locale)

const page = (changes?: Partial<Invoice>, locale?: Locale) => readingPage(sheet(changes, locale), about(locale))
const printed = async (changes?: Partial<Invoice>, locale?: Locale) => pdfText(await readingPdf(sheet(changes, locale), about(locale), at))
const plain = (text: string): string => text.replaceAll(/\s/g, '')

const [line] = sampleInvoice().lines
if (!line) throw new Error('the sample has a line')

/** What a reader must find, whatever the medium. */
const TOLD: Readonly<Record<Locale, readonly string[]>> = {
  fr: [
    'Facture',
    'F2026-00042',
    'ACME SARL',
    '21 nov. 2026',
    '2 jours',
    '500,00 €',
    '1 200,00 €',
    'Virement SEPA',
    'Net à payer',
    'France',
  ],
  en: ['Invoice', 'F2026-00042', 'ACME SARL', '21 Nov 2026', '2 days', '€500.00', '€1,200.00', 'SEPA credit transfer', 'Amount due'],
}

test.each(['fr', 'en'] as const)('page and PDF tell the same, in words, in %s, of CII and of UBL', async (locale) => {
  for (const write of [writeCii, writeUbl]) {
    const read = sheet({}, locale, write)
    const media = [readingPage(read, about(locale)), pdfText(await readingPdf(read, about(locale), at))]
    for (const medium of media) for (const part of TOLD[locale]) expect(plain(medium)).toContain(plain(part))
  }
})

test('the foot says of which file it is a reading, and that it is not the invoice', async () => {
  const foot = 'Lecture du fichier « facture.xml », faite le 21 novembre 2026. Ce n’est pas la facture'
  for (const medium of [page(), await printed()]) expect(plain(medium)).toContain(plain(foot))
})

test('the PDF is an archive that carries no invoice', async () => {
  const file = Buffer.from(await readingPdf(sheet(), about(), at)).toString('latin1')
  expect(file).toContain('<pdfaid:part>3</pdfaid:part>')
  expect(file).not.toContain('EmbeddedFile')
})

test('a hostile name is text, on the page and on paper, and so is the name of the file', async () => {
  const changes = {
    seller: { ...sampleInvoice().seller, name: HOSTILE },
    notes: [{ subject: HOSTILE, text: HOSTILE }],
    paymentTerms: HOSTILE,
  }
  const html = readingPage(sheet(changes), about('fr', HOSTILE))
  expect(html).not.toContain('<script')
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(html).toMatch(/default-src 'none'|default-src &#39;none&#39;/)
  expect(await printed(changes)).toContain(plain(HOSTILE))
})

test('marks that turn the reading order do not reach the reader', () => {
  expect(page({ seller: { ...sampleInvoice().seller, name: 'A\u202Eevil\u202C' } })).toContain('>Aevil<')
})

test('allowances, charges, periods, references and attachments are told; an attachment by its name only', async () => {
  const changes: Partial<Invoice> = {
    supportingDocuments: [{ reference: 'REF-1', filename: 'plan.pdf', content: 'QUJD', mimeType: 'application/pdf' }],
    precedingInvoices: [{ number: 'F2026-00001', issuedOn: parseDay('2026-01-31') }],
    contractReference: 'C-7',
    allowancesCharges: [{ kind: 'charge', amount: '12.00', reason: 'Transport', vat: { category: 'S', rate: '20' } }],
    lines: [
      {
        ...line,
        period: { from: parseDay('2026-10-01'), to: parseDay('2026-10-31') },
        allowancesCharges: [{ kind: 'allowance', amount: '10.00', baseAmount: '100.00', percent: '10', reason: 'Fidélité' }],
      },
    ],
  }
  const told = [
    'plan.pdf',
    'F2026-00001 · 31 janv. 2026',
    'C-7',
    'Transport (TVA 20 %)',
    '1er oct. 2026 → 31 oct. 2026',
    'Fidélité 10 % sur 100,00 €',
    '−10,00 €',
  ]
  for (const medium of [page(changes), await printed(changes)]) {
    for (const part of told) expect(plain(medium)).toContain(plain(part))
    expect(medium).not.toContain('QUJD')
  }
})

test('what the file does not tell leaves nothing; codes nobody knows stand as they are', () => {
  expect(page()).not.toMatch(/Bon de livraison|undefined|null|>false</)
  const odd = readingPage(
    sheetOfReading(
      { invoice: { typeCode: '999', payment: { meansCode: 'Q7' }, lines: [{ quantity: '1', unit: 'QQQ', netAmount: 'cher' }] } },
      'fr',
    ),
    about(),
  )
  for (const part of ['999', 'Q7', '1 QQQ', 'cher']) expect(plain(odd)).toContain(plain(part))
  expect(readingPage(sheetOfReading({ invoice: {} }, 'fr'), about())).toContain('Document')
})

test('an amount without a currency is not in euros', () => {
  const read = sheetOfReading({ invoice: { totals: { gross: '12.5' } } }, 'fr')
  expect(read.totals.fields[0]?.text).toBe('12,50')
})

test('a thousand lines are a thousand lines, and the pages are counted', async () => {
  const lines = Array.from({ length: 1000 }, (_, index) => ({ ...line, id: String(index + 1), item: { name: `Article no ${index + 1}.` } }))
  const read = sheet({ lines })
  const pages = pdfPages(await readingPdf(read, about(), at))
  const html = readingPage(read, about())
  for (const number of [1, 500, 1000]) {
    expect(html).toContain(`Article no ${number}.`)
    expect(pages.join('')).toContain(`Articleno${number}.`)
  }
  expect(pages.at(-1)).toContain(`Page${pages.length}sur${pages.length}`)
})

test('a figure of a million digits takes no time', () => {
  const read = sheetOfReading(
    { invoice: { currency: 'EUR', totals: { gross: `0.${'0'.repeat(1_000_000)}1`, net: '9'.repeat(1_000_000) } } },
    'fr',
  )
  expect(read.totals.fields).toHaveLength(2)
})
