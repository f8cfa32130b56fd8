import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { evidenceSentence } from './evidence-texts.ts'

const FACTS = {
  number: 'F2026-0412',
  numbers: 'F2026-0412, F2026-0413',
  count: 2,
  amount: '10.00',
  left: '5.00',
  rest: '5.00',
  times: 3,
  name: 'Le Bihan',
  alias: 'ARMOR HOLDING',
  dueOn: '2026-04-01',
  paidOn: '2026-04-01',
  method: 'cheque',
  reference: 'E2E-1',
  credit: '10.00',
  fee: '1.20',
  days: 15,
  references: 'A2026-0001',
  until: '2026-05-04',
  bookedOn: '2026-04-01',
}

it('every reason that the rules and operations give has its sentence in both languages', () => {
  const sources = globSync('{rules/*,user-rules/*,*}.ts', { cwd: join(import.meta.dirname, '..') }).filter((file) => !file.includes('test'))
  const written = sources.map((file) => readFileSync(join(import.meta.dirname, '..', file), 'utf8')).join('\n')
  const codes = [...written.matchAll(/code: '([a-z_]+)'|'(amount_[a-z_]+)'|'(number_found_once|reference_equal)'/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  )
  const known = [...new Set(codes)].filter((code) => code !== 'custom' && code !== 'amount_cents')
  expect(known.length).toBeGreaterThan(20)
  for (const code of known) {
    for (const locale of ['fr', 'en'] as const) {
      const sentence = evidenceSentence({ code, facts: FACTS }, locale)
      expect(sentence).not.toBe(code)
      expect(sentence).not.toMatch(/undefined|NaN|null/)
    }
  }
})

it('says it as a bookkeeper would', () => {
  expect(evidenceSentence({ code: 'iban_seen', facts: FACTS }, 'fr')).toBe('compte bancaire déjà vu 3 fois pour Le Bihan')
  expect(evidenceSentence({ code: 'number_found_once', facts: FACTS }, 'fr')).toBe('numéro F2026-0412 trouvé une seule fois')
})
