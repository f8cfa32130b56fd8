import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDay } from '#core/day'
import { checkInvoice } from './check.ts'
import { anyInvoice } from './fixtures/arbitrary-invoice.ts'
import { BUYER, sampleInvoice, sampleLine, SELLER, SITUATIONS } from './fixtures/sample-invoice.ts'
import type { Invoice, InvoiceTotals } from './model.ts'
import { RULE_PACKS } from './rules/packs.ts'
import { bySyntax } from './rules/rule.ts'

/** `BR-FR-05_BT-22_PMT` is `BR-FR-05`: which of its terms, the stories below need not say. */
const family = (rule: string): string => /^BR-FR-(?:CO-|DEC-)?\d+/.exec(rule)?.[0] ?? rule
const rulesBroken = (invoice: Invoice): string[] => [...new Set(checkInvoice(invoice).map(({ rule }) => family(rule)))].toSorted()

function situation(name: string): Invoice {
  const invoice = SITUATIONS[name]
  if (!invoice) throw new Error(`no situation named ${name}`)
  return invoice
}

const sample = sampleInvoice()
const totals = (changes: Partial<InvoiceTotals>): Invoice => ({ ...sample, totals: { ...sample.totals, ...changes } })
const withoutNote = (subject: string): Invoice => ({ ...sample, notes: sample.notes.filter((note) => note.subject !== subject) })
const omit = <T extends object, K extends keyof T>(from: T, key: K): Omit<T, K> => {
  const { [key]: _, ...rest } = from
  return rest
}

describe('invoices that are right', () => {
  test.each(Object.entries(SITUATIONS))('%s passes every rule', (_, invoice) => {
    expect(checkInvoice(invoice)).toEqual([])
  })

  test('random invoices with exact totals pass every rule', () => {
    fc.assert(
      fc.property(anyInvoice, (invoice) => {
        expect(checkInvoice(invoice)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})

const BROKEN: readonly (readonly [story: string, invoice: Invoice, rules: readonly string[]])[] = [
  ['no amount due', totals({ due: '' }), ['BR-15', 'BR-CO-16']],
  ['a line total that is a cent off', totals({ lineNet: '1000.01' }), ['BR-CO-10', 'BR-CO-13']],
  ['an allowance total without allowance', totals({ allowances: '1.00' }), ['BR-CO-11', 'BR-CO-13']],
  ['a charge total without charge', totals({ charges: '1.00' }), ['BR-CO-12', 'BR-CO-13']],
  ['a net total that is a cent off', totals({ net: '999.99' }), ['BR-CO-13', 'BR-CO-15', 'ENCOURS-02']],
  ['a VAT total that is a cent off', totals({ vat: '200.01' }), ['BR-CO-14', 'BR-CO-15']],
  ['a gross total that is a cent off', totals({ gross: '1200.01' }), ['BR-CO-15', 'BR-CO-16']],
  ['an amount due that forgets a deposit', totals({ paid: '200.00' }), ['BR-CO-16']],
  [
    'VAT that is not base times rate',
    {
      ...totals({ vat: '190.00', gross: '1190.00', due: '1190.00' }),
      vatBreakdown: [{ category: 'S', rate: '20', taxableAmount: '1000.00', taxAmount: '190.00' }],
    },
    ['BR-CO-17', 'BR-S-09'],
  ],
  [
    'VAT a cent off, as the last credit note of an invoice may bear it: a warning only,',
    {
      ...totals({ vat: '199.99', gross: '1199.99', due: '1199.99' }),
      vatBreakdown: [{ category: 'S', rate: '20', taxableAmount: '1000.00', taxAmount: '199.99' }],
    },
    ['ENCOURS-08'],
  ],
  [
    'a VAT base that is not the sum of its lines',
    {
      ...totals({ vat: '198.00', gross: '1198.00', due: '1198.00' }),
      vatBreakdown: [{ category: 'S', rate: '20', taxableAmount: '990.00', taxAmount: '198.00' }],
    },
    ['BR-S-08', 'ENCOURS-02'],
  ],
  ['a line that is not quantity times price', { ...sample, lines: [{ ...sampleLine(), netPrice: '499.99' }] }, ['ENCOURS-01']],
  ['no line', { ...sample, lines: [] }, ['BR-16', 'BR-CO-10', 'BR-S-01', 'BR-S-08']],
  ['a transfer without IBAN', { ...sample, payment: { meansCode: '30' } }, ['BR-61']],
  ['no due date nor terms', omit(omit(sample, 'dueOn'), 'paymentTerms'), ['ENCOURS-06']],
  ['a sale without any tax number of the seller', { ...sample, seller: omit(SELLER, 'vatNumber') }, ['BR-S-02']],
  ['a standard sale at zero', { ...sample, lines: [sampleLine({ category: 'S', rate: '0' })] }, ['BR-S-05', 'BR-S-08']],
  ['franchise without tax number', { ...situation('franchise with a VAT number'), seller: omit(SELLER, 'vatNumber') }, ['BR-E-02']],
  [
    'an exemption without its reason',
    {
      ...situation('franchise with a VAT number'),
      vatBreakdown: [{ category: 'E', rate: '0', taxableAmount: '1000.00', taxAmount: '0.00' }],
    },
    ['BR-E-10'],
  ],
  [
    'reverse charge without the buyer’s VAT number',
    { ...situation('domestic reverse charge'), buyer: omit(BUYER, 'vatNumber') },
    ['ENCOURS-03'],
  ],
  [
    'reverse charge without the seller’s VAT number',
    { ...situation('domestic reverse charge'), seller: omit(SELLER, 'vatNumber') },
    ['BR-AE-02', 'ENCOURS-04'],
  ],
  [
    'goods to the EU without the buyer’s VAT number',
    { ...situation('goods to a business in the EU'), buyer: omit(situation('goods to a business in the EU').buyer, 'vatNumber') },
    ['BR-IC-02'],
  ],
  ['goods to the EU without delivery', omit(situation('goods to a business in the EU'), 'delivery'), ['BR-IC-11', 'BR-IC-12']],
  ['an export without VAT number', { ...situation('export'), seller: omit(SELLER, 'vatNumber') }, ['BR-G-02']],
  ['a sale outside the scope with a VAT number', { ...situation('services outside the EU'), seller: SELLER }, ['BR-O-02']],
  ['an accent in the number', { ...sample, number: 'Été 1' }, ['BR-FR-02']],
  ['a number too long', { ...sample, number: 'F'.repeat(36) }, ['BR-FR-01']],
  ['a day that does not exist', { ...sample, dueOn: '2026-02-30' as ReturnType<typeof parseDay> }, ['BR-FR-03', 'BR-FR-CO-07']],
  ['a pro forma', { ...sample, typeCode: '325' as Invoice['typeCode'] }, ['BR-FR-04']],
  ['no note on the 40 euros', withoutNote('PMT'), ['BR-FR-05']],
  ['no note on late penalties', withoutNote('PMD'), ['BR-FR-05']],
  ['no note on discount', withoutNote('AAB'), ['BR-FR-05']],
  ['a note twice', { ...sample, notes: [...sample.notes, { subject: 'PMT', text: 'encore' }] }, ['BR-FR-06']],
  [
    'a mandatory note that is empty',
    { ...withoutNote('PMT'), notes: [...withoutNote('PMT').notes, { subject: 'PMT', text: ' ' }] },
    ['ENCOURS-05'],
  ],
  ['an unknown frame', { ...sample, frame: 'X1' as Invoice['frame'] }, ['BR-FR-08']],
  [
    'a SIRET of another company',
    { ...sample, seller: { ...SELLER, identifiers: [{ value: '20000000800017', scheme: '0009' }] } },
    ['BR-FR-09'],
  ],
  ['a seller without SIREN', { ...sample, seller: omit(SELLER, 'legalId') }, ['BR-FR-10']],
  ['a French buyer without SIREN', { ...sample, buyer: omit(BUYER, 'legalId') }, ['BR-FR-11']],
  ['a buyer without electronic address', { ...withoutNote('BAR'), buyer: omit(BUYER, 'electronicAddress') }, ['BR-FR-12']],
  ['a seller without electronic address', { ...sample, seller: omit(SELLER, 'electronicAddress') }, ['BR-FR-13']],
  [
    'a VAT rate of 19 %',
    {
      ...sample,
      vatBreakdown: [{ category: 'S', rate: '19', taxableAmount: '1000.00', taxAmount: '190.00' }],
      lines: [sampleLine({ category: 'S', rate: '19' })],
      totals: { ...sample.totals, vat: '190.00', gross: '1190.00', due: '1190.00' },
    },
    ['BR-FR-16'],
  ],
  [
    'an unknown kind of flow',
    { ...withoutNote('BAR'), notes: [...withoutNote('BAR').notes, { subject: 'BAR', text: 'B2X' }] },
    ['BR-FR-20'],
  ],
  [
    'a French business reached by e-mail',
    { ...sample, buyer: { ...BUYER, electronicAddress: { value: 'a@b.example', scheme: 'EM' } } },
    ['BR-FR-21'],
  ],
  ['a credit note of nothing', { ...sample, typeCode: '381' }, ['BR-FR-CO-05']],
  ['a credit note of an undated invoice', { ...sample, typeCode: '381', precedingInvoices: [{ number: 'F2026-00041' }] }, ['BR-FR-CO-05']],
  [
    'a corrective invoice of two',
    { ...sample, typeCode: '384', precedingInvoices: ['1', '2'].map((number) => ({ number, issuedOn: sample.issuedOn })) },
    ['BR-FR-CO-04'],
  ],
  ['due before it is issued', { ...sample, dueOn: parseDay('2026-11-20') }, ['BR-FR-CO-07']],
  ['a deposit invoiced as final', { ...sample, typeCode: '386', frame: 'S4' }, ['BR-FR-CO-08']],
  ['already paid, yet due', { ...sample, frame: 'S2' }, ['BR-FR-CO-09']],
  [
    'two identifiers of one list',
    { ...sample, seller: { ...SELLER, identifiers: ['X', 'Y'].map((value) => ({ value, scheme: '0088' })) } },
    ['BR-FR-CO-10'],
  ],
  ['dollars without euros', { ...sample, currency: 'USD' }, ['BR-FR-CO-12']],
  ['a net credit on an invoice', { ...situation('credit note without VAT'), typeCode: '380' }, ['ENCOURS-07']],
]

describe('invoices with one thing wrong', () => {
  test.each(BROKEN)('%s is named', (_, invoice, rules) => {
    expect(rulesBroken(invoice)).toEqual(rules.toSorted())
  })

  test('a failure says what is wrong in French and English, with the figures and the field', () => {
    expect(checkInvoice(totals({ lineNet: '1000.01', net: '1000.01', gross: '1200.01', due: '1200.01' }))[0]).toEqual({
      rule: 'BR-CO-10',
      pack: 'EN16931',
      severity: 'fatal',
      term: 'BT-106',
      path: 'totals.lineNet',
      found: '1000.01',
      fr: 'Le total des lignes (1\u202f000,01\u00a0€) n’est pas la somme des montants nets des lignes (1\u202f000,00\u00a0€).',
      en: 'The total of the lines (€1,000.01) is not the sum of the net amounts of the lines (€1,000.00).',
    })
  })

  test('a failure on a line points at that line', () => {
    const invoice = { ...sample, lines: [sampleLine(), { ...sampleLine(), id: '2', item: { name: ' ' } }] }
    expect(checkInvoice(invoice).find((failure) => failure.rule === 'BR-25')).toMatchObject({
      path: 'lines.1.item.name',
      en: 'Line 2 does not say what is sold.',
    })
  })
})

describe('there is always a verdict', () => {
  const nonsense = fc.constantFrom('100,00', '1e3', 'NaN', '--1', '1.2.3', '12.345678901', '∞', '0x10', '1 000.00')

  test('a figure that is no number is named, in whatever place', () => {
    const fields = ['lineNet', 'net', 'vat', 'gross', 'due', 'paid', 'rounding'] as const
    fc.assert(
      fc.property(fc.constantFrom(...fields), nonsense, (field, text) => {
        expect(rulesBroken(totals({ [field]: text }))).toContain(text === '12.345678901' ? 'BR-FR-DEC-01' : 'ENCOURS-15')
      }),
    )
    expect(rulesBroken({ ...sample, lines: [{ ...sampleLine(), quantity: '2,5' }] })).toContain('ENCOURS-15')
    expect(rulesBroken({ ...sample, lines: [{ ...sampleLine(), netPrice: '-500' }] })).toEqual(
      expect.arrayContaining(['BR-27', 'BR-FR-DEC-03']),
    )
    expect(rulesBroken({ ...sample, lines: [sampleLine({ category: 'S', rate: '20,0' })] })).toContain('ENCOURS-15')
  })

  test('one cent more or less on any total never passes', () => {
    const fields = ['lineNet', 'allowances', 'charges', 'net', 'vat', 'gross', 'due'] as const
    fc.assert(
      fc.property(anyInvoice, fc.constantFrom(...fields), fc.constantFrom(1n, -1n), (invoice, field, change) => {
        const cents = BigInt((invoice.totals[field] ?? '0.00').replace('.', '')) + change
        const text = `${cents < 0n ? '-' : ''}${String(cents < 0n ? -cents : cents)
          .padStart(3, '0')
          .replace(/(..)$/, '.$1')}`
        expect(checkInvoice({ ...invoice, totals: { ...invoice.totals, [field]: text } })).not.toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})

describe('the rules as a table', () => {
  const rules = RULE_PACKS.flatMap((pack) => pack.rules)

  test('each has a sentence in both languages that ends as a sentence, and asks for the same facts', () => {
    const asked = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(String).toSorted()
    for (const rule of rules) {
      const id = bySyntax(rule.id, 'CII')
      expect(rule.fr, id).toMatch(/^[A-ZÀÉÊ].*\.$/)
      expect(rule.en, id).toMatch(/^[A-Z].*\.$/)
      expect(asked(rule.en), id).toEqual(asked(rule.fr))
    }
  })

  test('every sentence told is complete: no placeholder is left', () => {
    for (const [, invoice] of BROKEN) for (const failure of checkInvoice(invoice)) expect(failure.fr + failure.en).not.toMatch(/[{}]/)
  })

  test('a rule is not listed twice', () => {
    const names = rules.map((rule) => `${bySyntax(rule.id, 'CII')} ${rule.term} ${rule.en}`)
    expect(new Set(names).size).toBe(names.length)
  })
})

describe('numbers that check themselves', () => {
  const warnings = (changes: Partial<Invoice>) => rulesBroken({ ...sample, ...changes })

  test.each<[string, Partial<Invoice>, string[]]>([
    [
      'a SIREN with a wrong check digit',
      { buyer: { ...BUYER, legalId: { value: '200000009', scheme: '0002' } } },
      ['BR-FR-21', 'ENCOURS-10'],
    ],
    [
      'a SIRET with a wrong check digit',
      { seller: { ...SELLER, identifiers: [{ value: '10000000900018', scheme: '0009' }] } },
      ['ENCOURS-11'],
    ],
    ['a French VAT number with a wrong key', { buyer: { ...BUYER, vatNumber: 'FR38200000008' } }, ['ENCOURS-12']],
    ['a German VAT number that is too short', { buyer: { ...BUYER, vatNumber: 'DE12345' } }, ['ENCOURS-12']],
    ['a Swiss VAT number, which we cannot know', { buyer: { ...BUYER, vatNumber: 'CHE123456788' } }, []],
    ['an IBAN with a wrong key', { payment: { meansCode: '58', iban: 'FR7730006000011234567890189' } }, ['ENCOURS-13']],
    ['an IBAN written in groups', { payment: { meansCode: '58', iban: 'FR76 3000 6000 0112 3456 7890 189' } }, []],
    ['a BIC too long', { payment: { meansCode: '58', iban: 'FR7630006000011234567890189', bic: 'AGRIFRPPXXXX' } }, ['ENCOURS-14']],
  ])('%s', (_, changes, rules) => {
    expect(warnings(changes)).toEqual(rules)
  })
})
