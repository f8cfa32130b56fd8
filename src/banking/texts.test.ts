import { expect, it } from 'vitest'
import { texts } from './texts.ts'

/** Every fact that any warning or refusal carries. */
const FACTS = {
  account: 'Compte courant',
  found: 'FR76',
  name: 'Virement rectifié',
  amount: '12.00',
  count: 2,
  currency: 'EUR',
  day: '2026-11-20',
  declared: 'utf-8',
  details: '11.00',
  doubts: 'date_order, text',
  encoding: 'windows-1252',
  expected: 'EUR',
  field: 'amount',
  file: 'a.xml',
  first: '2026-11-01',
  fileName: 'releve.csv',
  from: '2026-11-01',
  iban: 'FR00123',
  gap: '-0.01',
  last: '2026-11-20',
  line: 3,
  looksLike: 'zip',
  megabytes: 51,
  announced: 3,
  mark: ',',
  most: 50,
  order: 'dmy',
  others: 'Graphique',
  page: '2',
  read: 2,
  reason: 'zip_nested',
  row: 7,
  section: 2,
  sheet: 'Opérations',
  status: 'PDNG',
  text: 'dix',
  title: 'VISA',
  to: '2026-11-20',
  type: 'OPBD',
}

it('every warning and refusal has its sentence in French and English, with all its facts', () => {
  for (const group of ['refusals', 'warnings'] as const) {
    const french = Object.entries(texts.fr[group])
    const english = Object.values(texts.en[group])
    expect(english).toHaveLength(french.length)
    for (const sentence of [...french.map(([, value]) => value), ...english]) {
      const said = typeof sentence === 'string' ? sentence : sentence(FACTS)
      expect(said).toMatch(/^[\p{Lu}\d].{15,}\.$/u)
      expect(said).not.toMatch(/\b(?:undefined|NaN|date_order)\b/)
    }
  }
})
