import { describe, expect, it } from 'vitest'
import { matchingVat } from './matching-vat.ts'

const choices = [
  { short: '20\u202F%', label: '20\u202F% (taux normal)' },
  { short: '10\u202F%', label: '10\u202F% (taux intermédiaire)' },
  { short: '2,1\u202F%', label: '2,1\u202F% (taux particulier)' },
  { short: 'Autoliquidation, sous-traitance BTP', label: 'Autoliquidation, sous-traitance BTP' },
  { short: 'Exonéré : santé', label: 'Exonéré : santé, art. 261, 4' },
]
const found = (typed: string) => matchingVat(choices, typed).map(({ short }) => short.slice(0, 4).trim())

describe('VAT as one types it', () => {
  it('is a rate by its first figures, with comma or dot', () => {
    expect(found('10')).toEqual(['10\u202F%'])
    expect(found('2.1')).toEqual(['2,1'])
    expect(found('2')).toEqual(['20\u202F%', '2,1'])
  })

  it('is a case by any of its words, without accents', () => {
    expect(found('btp')).toEqual(['Auto'])
    expect(found('exonere')).toEqual(['Exon'])
    expect(found('normal')).toEqual(['20\u202F%'])
  })

  it('is everything while nothing is typed, and nothing for what is unknown', () => {
    expect(found('')).toHaveLength(choices.length)
    expect(found('33')).toEqual([])
  })
})
