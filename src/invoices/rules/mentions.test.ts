import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, parseDay } from '#core/day'
import { parseRate } from '#core/quantity'
import { MENTIONS, type MentionFacts, mentionsOf } from './mentions.ts'

const business: MentionFacts = { customerKind: 'company', on: parseDay('2026-11-21'), locale: 'fr', vatOnDebits: false }
const said = (facts: Partial<MentionFacts>, subject?: string) =>
  mentionsOf({ ...business, ...facts }).find((mention) => mention.subject === subject)?.text

describe('the sentences of an invoice', () => {
  test('hold PMT, PMD and AAB exactly once, whoever the customer', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('company' as const, 'public' as const, 'consumer' as const, 'eu' as const, 'other' as const),
        fc.integer({ min: 0, max: 4000 }).map((days) => addDays(parseDay('2022-11-01'), days)),
        fc.constantFrom('fr' as const, 'en' as const),
        fc.boolean(),
        (customerKind, on, locale, vatOnDebits) => {
          const subjects = mentionsOf({ customerKind, on, locale, vatOnDebits }).map((mention) => mention.subject)
          expect(subjects).toEqual(['PMT', 'PMD', 'AAB', ...(vatOnDebits ? [undefined] : [])])
        },
      ),
    )
  })

  test('tell a business of 40 euros and of penalties from the day after the due date', () => {
    expect(said({}, 'PMT')).toContain('40 €')
    expect(said({}, 'PMD')).toContain('exigibles le jour suivant la date d’échéance')
    expect(said({}, 'PMD')).toContain('majoré de 10 points')
    expect(said({ customerKind: 'public' }, 'PMD')).toContain('majoré de 8 points')
  })

  test('ask neither of a consumer', () => {
    expect(said({ customerKind: 'consumer' }, 'PMT')).not.toContain('40')
    expect(said({ customerKind: 'consumer' }, 'PMD')).toContain('mise en demeure')
    expect(said({ customerKind: 'consumer' }, 'PMD')).not.toContain('points')
  })

  test('tell the discount for early payment, or that there is none', () => {
    expect(said({}, 'AAB')).toBe('Pas d’escompte pour paiement anticipé.')
    const earlyPaymentDiscount = { basisPoints: parseRate('2'), withinDays: 10 }
    expect(said({ earlyPaymentDiscount }, 'AAB')).toBe('Escompte de 2\u202f% pour paiement sous 10 jours.')
    expect(said({ earlyPaymentDiscount, locale: 'en' }, 'AAB')).toBe('2% discount for payment within 10 days.')
  })

  test('tell the option for debits only when it was taken', () => {
    expect(said({})).toBeUndefined()
    expect(said({ vatOnDebits: true })).toBe('Option pour le paiement de la taxe d’après les débits')
  })

  test('may be replaced by the company’s own', () => {
    expect(said({ ownTexts: { late_penalty: 'Pénalités : 12 %.' } }, 'PMD')).toBe('Pénalités : 12 %.')
  })

  test('each name their article', () => {
    for (const mention of MENTIONS) expect(mention.source).toMatch(/art\. /)
  })
})
