import { expect, test } from 'vitest'
import { parseDay } from '#core/day'
import type { Locale } from '#core/text'
import type { Invoice } from '#einvoice'
import { pdfPages, pdfText } from '#platform/pdf-text.fixture'
import { type InvoiceDrawing, drawInvoice } from './draw-invoice.ts'
import { epcPayload } from './rules/epc.ts'
import { sampleInvoice, sampleLine } from './sample.fixture.ts'

const plain = {
  instalments: [],
  look: { accentColor: '#7a3b12' },
  locale: 'fr' as Locale,
  xml: new TextEncoder().encode('<rsm:CrossIndustryInvoice/>'),
  at: new Date('2026-11-21T10:00:00Z'),
}

const draw = (change: Partial<Invoice> = {}, options: Partial<InvoiceDrawing> = {}): Promise<Uint8Array> =>
  drawInvoice({ ...plain, invoice: { ...sampleInvoice, ...change }, ...options })

/** Compared without spaces: a PDF has places, not spaces. */
const read = async (change: Partial<Invoice> = {}, options: Partial<InvoiceDrawing> = {}): Promise<string> =>
  pdfText(await draw(change, options))
const squeezed = (text: string): string => text.replace(/\s/g, '')

function expectRead(text: string, parts: readonly string[]): void {
  for (const part of parts) expect(text).toContain(squeezed(part))
}

test('an invoice prints every mention that CGI ann. II art. 242 nonies A asks', async () => {
  expectRead(await read(), [
    'Facture F2026-00042',
    'Date d’émission 21 novembre 2026',
    'Date de livraison 18 novembre 2026',
    'Nature de l’opération Opération mixte',
    'Livraison à 3 chemin des Alpes 38400 Saint-Martin-d’Hères',
    'Votre commande BC-7781',
    'SARL au capital de 10 000 € · RCS Lyon 732 829 320 · SIRET 732 829 320 00074 · N° TVA FR44732829320',
    'SIREN 100 000 009 N° TVA FR88100000009',
    'Bibliothèque murale en chêne 2 pièces 890,00 € 20 % 1 780,00 €',
    'Remise fidélité 10 % sur 285,00 € : −28,50 €',
    'Total HT 2 036,50 € TVA 20 % 407,30 € Total TTC 2 443,80 €',
    'Option pour le paiement de la taxe d’après les débits.',
    'Pas d’escompte',
    'Pénalité exigible',
    '40 €',
  ])
})

test('the amount due and its day come before how to pay, and both before the lines', async () => {
  const text = await read()
  const order = ['À payer 2 443,80 € au plus tard le 21 décembre 2026', 'FR76 3000 6000 0112 3456 7890 189', 'Désignation'].map((part) =>
    text.indexOf(squeezed(part)),
  )
  expect(order.every((place) => place > 0)).toBe(true)
  expect(order).toEqual([...order].sort((a, b) => a - b))
})

test('what is for machines only is not printed', async () => {
  expect(await read()).not.toContain('B2B')
})

test('a credit note is an Avoir, names its invoice, and asks for nothing', async () => {
  const text = await read({ typeCode: '381', precedingInvoices: [{ number: 'F2026-00041', issuedOn: parseDay('2026-03-01') }] })
  expectRead(text, ['Avoir', 'Sur la facture F2026-00041 du 1er mars 2026', 'Montant de l’avoir 2 443,80 €'])
  expect(text).not.toContain('IBAN')
})

test('several rates have their table, an exemption its words', async () => {
  const text = await read({
    vatBreakdown: [
      { category: 'S', rate: '5.5', taxableAmount: '1780.00', taxAmount: '97.90' },
      { category: 'E', rate: '0', taxableAmount: '256.50', taxAmount: '0.00', exemptionReason: 'Exonération, art. 261 C du CGI' },
    ],
  })
  expectRead(text, ['5,5 % 1 780,00 € 97,90 €', 'Sans TVA 256,50 € 0,00 €', 'Exonération, art. 261 C du CGI'])
})

test('several instalments are listed with their days', async () => {
  const instalments = [
    { dueOn: parseDay('2026-12-21'), amount: '1443.80' },
    { dueOn: parseDay('2027-01-21'), amount: '1000.00' },
  ]
  const text = await read({}, { instalments })
  expectRead(text, ['en 2 échéances 21 décembre 2026 1 443,80 € 21 janvier 2027 1 000,00 €'])
  // Said once: not in the words of the terms too.
  expect(text).not.toContain(squeezed('30 jours date de facture'))
})

test('a paid invoice says so and explains no transfer', async () => {
  const text = await read({ totals: { ...sampleInvoice.totals, paid: '2443.80', due: '0.00' } })
  expectRead(text, ['Facture réglée 2 443,80 € Rien ne reste à payer.', 'Déjà réglé −2 443,80 €', 'Reste à payer 0,00 €'])
  expect(text).not.toContain('IBAN')
})

test('a foreign customer reads English', async () => {
  expectRead(await read({}, { locale: 'en' }), [
    'Invoice',
    'Amount due €2,443.80 by 21 December 2026',
    'By bank transfer to IBAN',
    'Total including VAT',
  ])
})

test('a seller who has not given a number yet has no empty one at the foot', async () => {
  const { identifiers: _siret, vatNumber: _vat, ...seller } = sampleInvoice.seller
  const text = await read({ seller: { ...seller, legalId: { value: '', scheme: '0002' }, legalInformation: 'SARL' } })
  // The buyer's.
  expect(text.split('SIREN').length - 1).toBe(1)
  expectRead(text, ['Atelier Dubois · SARL'])
})

test('hostile names are printed as written', async () => {
  const name = '#panic("x") *A* $b$ // c <d> @e -> f'
  const text = await read({ buyer: { ...sampleInvoice.buyer, name }, lines: [sampleLine(1, name)] })
  expect(text.split(squeezed(name)).length - 1).toBe(2)
})

test('one line fits a page, two hundred lines lose none and count their pages', async () => {
  expect(pdfPages(await draw({ lines: [sampleLine(1, 'Pose')] }))).toHaveLength(1)
  const pages = pdfPages(await draw({ lines: Array.from({ length: 200 }, (_, index) => sampleLine(index, `Ouvrage no ${index}.`)) }))
  for (let index = 0; index < 200; index++) expect(pages.join('')).toContain(`Ouvrageno${index}.`)
  pages.forEach((page, index) => expectRead(page, ['Prix unitaire HT', `Page ${index + 1} sur ${pages.length}`]))
})

test('whatever the number of lines, the totals never stand alone on the last page', async () => {
  for (let count = 1; count <= 34; count++) {
    const pages = pdfPages(await draw({ lines: Array.from({ length: count }, (_, index) => sampleLine(index, `Ouvrage no ${index}.`)) }))
    expectRead(pages.at(-1) ?? '', ['Prix unitaire HT', `Ouvrage no ${count - 1}.`, 'Total TTC', '40 €'])
  }
})

test('a line stands whole on its page, however its description is spread', async () => {
  const lines = Array.from({ length: 40 }, (_, index) => {
    const name = `Ouvrage no ${index}.`
    const description = [...Array.from({ length: index % 20 }, (__, row) => `Rang ${row}`), `Fin ${index}.`].join('\n')
    return sampleLine(index, name, { item: { name, description } })
  })
  const pages = pdfPages(await draw({ lines }))
  expect(pages.length).toBeGreaterThan(5)
  for (let index = 0; index < lines.length; index++) {
    const pageOf = (text: string) => pages.findIndex((page) => page.includes(squeezed(text)))
    expect(pageOf(`Fin ${index}.`)).toBe(pageOf(`Ouvrage no ${index}.`))
  }
})

test('a description of two hundred short lines loses none', async () => {
  const description = Array.from({ length: 200 }, (_, row) => `Rang ${row}.`).join('\n')
  const text = await read({ lines: [sampleLine(1, 'Pose', { item: { name: 'Pose', description } })] })
  expectRead(text, ['Rang 0.', 'Rang 100.', 'Rang 199.', 'Total TTC'])
})

test('a description longer than a page is broken, not cut', async () => {
  const description = Array.from({ length: 900 }, (_, index) => `mot${index}`).join(' ')
  const text = await read({ lines: [sampleLine(1, 'Pose', { item: { name: 'Pose', description } })] })
  expectRead(text, ['mot0', 'mot450', 'mot899', 'Total TTC'])
})

test('names of eighty characters, with or without spaces, keep every letter', async () => {
  const long = 'Établissements Montgolfier-Saint-Barthélemy et Fils, Successeurs de la Manufacture'
  const text = await read({ seller: { ...sampleInvoice.seller, name: long }, buyer: { ...sampleInvoice.buyer, name: 'X'.repeat(80) } })
  expect(text.replaceAll('-', '')).toContain(squeezed(long).replaceAll('-', ''))
  expect(text.replaceAll('\u200B', '')).toContain('X'.repeat(80))
})

test('the same invoice has the same bytes, its XML and its QR code inside', async () => {
  const qr = epcPayload({ name: 'Atelier Dubois', iban: 'FR7630006000011234567890189', amountCents: '2443.80', remittance: 'F2026-00042' })
  const logo = {
    bytes: new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"><path d="M0 0h9v3z"/></svg>'),
    mediaType: 'image/svg+xml' as const,
  }
  const options = { qr, look: { accentColor: '#7a3b12', logo } }
  expect(Buffer.from(await draw({}, options)).equals(Buffer.from(await draw({}, options)))).toBe(true)
  const file = Buffer.from(await draw({}, options)).toString('latin1')
  for (const part of ['/F (factur-x.xml)', '/AFRelationship /Alternative', '/Subtype /text#2Fxml', '(Code QR de virement SEPA)'])
    expect(file).toContain(part)
})
