import { expect, test } from 'vitest'
import { parseDay } from '#core/day'
import { pdfPages, pdfText } from '#platform/pdf-text.fixture'
import { drawStatement } from './draw-statement.ts'
import { sampleInvoice } from './sample.fixture.ts'
import type { Statement, StatementItem } from './sheets/statement.ts'

const account: Statement = {
  company: sampleInvoice.seller,
  customer: sampleInvoice.buyer,
  asOf: parseDay('2026-11-21'),
  currency: 'EUR',
  payment: { meansCode: '30', iban: 'FR7630006000011234567890189' },
  reference: 'C-00127',
  items: [
    {
      number: 'F-1',
      issuedOn: parseDay('2026-09-01'),
      dueOn: parseDay('2026-10-01'),
      amount: '1000.00',
      paid: '400.00',
      remaining: '600.00',
    },
    { number: 'A-1', issuedOn: parseDay('2026-10-05'), amount: '-100.00', paid: '0.00', remaining: '-100.00' },
    { number: 'F-2', issuedOn: parseDay('2026-11-10'), dueOn: parseDay('2026-12-10'), amount: '250.00', paid: '0.00', remaining: '250.00' },
  ],
}

const draw = (change: Partial<Statement> = {}, locale: 'fr' | 'en' = 'fr') =>
  drawStatement({ statement: { ...account, ...change }, look: { accentColor: '#1f4e79' }, locale, at: new Date('2026-11-21T10:00:00Z') })

function expectRead(text: string, parts: readonly string[]): void {
  for (const part of parts) expect(text).toContain(part.replace(/\s/g, ''))
}

test('a statement shows each piece, how late it is, and the balance after it', async () => {
  expectRead(pdfText(await draw()), [
    'Relevé de compte Arrêté au 21 novembre 2026',
    'Solde à régler 750,00 € dont 600,00 € échus',
    'F-1 1er sept. 2026 1er oct. 2026 51 j 1 000,00 € 400,00 € 600,00 € 600,00 €',
    'A-1 5 oct. 2026 −100,00 € −100,00 € 500,00 €',
    'F-2 10 nov. 2026 10 déc. 2026 250,00 € 250,00 € 750,00 €',
    '150,00 € 0,00 € 600,00 € 0,00 € 0,00 € 750,00 €',
    'FR76 3000 6000 0112 3456 7890 189',
    'À rappeler C-00127',
  ])
})

test('an account in credit asks for nothing', async () => {
  const text = pdfText(await draw({ items: account.items.slice(1, 2) }))
  expectRead(text, ['Solde en votre faveur 100,00 €'])
  expect(text).not.toContain('IBAN')
})

test('a settled account says so, in English too', async () => {
  expectRead(pdfText(await draw({ items: [] }, 'en')), ['Statement of account', 'Your account was settled on this date.'])
})

test('a long account runs over pages under its head', async () => {
  const [first] = account.items
  const items: StatementItem[] = first ? Array.from({ length: 80 }, (_, index) => ({ ...first, number: `F-${index}` })) : []
  const pages = pdfPages(await draw({ items }))
  expect(pages.length).toBeGreaterThan(1)
  expectRead(pages.join(''), ['F-0', 'F-79'])
  pages.forEach((page, index) => expectRead(page, ['Échéance', `Page ${index + 1} sur ${pages.length}`]))
})
