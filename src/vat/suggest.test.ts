import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CustomerKind, type VatSituation, suggestTreatment } from './suggest.ts'
import { TREATMENTS, treatment } from './treatments.ts'

const atHome: VatSituation = { regime: 'normal', customerKind: 'company', customerCountry: 'FR', nature: 'service' }

test.each<[string, Partial<VatSituation>, string]>([
  ['a company in France', {}, 'FR_20'],
  ['a town hall', { customerKind: 'public' }, 'FR_20'],
  ['works at 10 % for a household', { customerKind: 'consumer', itemTreatment: 'FR_10' }, 'FR_10'],
  ['Monaco is France for VAT', { customerCountry: 'MC' }, 'FR_20'],
  ['a seller of La Réunion', { territory: 'dom' }, 'DOM_8_5'],
  ['a seller under the franchise', { regime: 'franchise', itemTreatment: 'FR_10' }, 'FRANCHISE'],
  ['subcontracted building works', { itemTreatment: 'AE_BTP' }, 'AE_BTP'],
  ['the same works for a household', { itemTreatment: 'AE_BTP', customerKind: 'consumer' }, 'FR_20'],
  ['goods to a German company', { customerKind: 'eu', customerCountry: 'DE', nature: 'goods', itemTreatment: 'FR_5_5' }, 'EU_GOODS'],
  ['a service to a German company', { customerKind: 'eu', customerCountry: 'DE' }, 'EU_SERVICES'],
  [
    'a service to a German company, by a seller under the franchise',
    { regime: 'franchise', customerKind: 'eu', customerCountry: 'DE' },
    'EU_SERVICES',
  ],
  [
    'goods to a German company, by a seller under the franchise',
    { regime: 'franchise', customerKind: 'eu', customerCountry: 'DE', nature: 'goods' },
    'FRANCHISE',
  ],
  ['goods to a German household', { customerKind: 'consumer', customerCountry: 'DE', nature: 'goods' }, 'FR_20'],
  ['goods to Switzerland', { customerKind: 'other', customerCountry: 'CH', nature: 'goods' }, 'EXPORT_GOODS'],
  ['goods to a household in Switzerland', { customerKind: 'consumer', customerCountry: 'CH', nature: 'goods' }, 'EXPORT_GOODS'],
  ['a service to a Swiss company', { customerKind: 'other', customerCountry: 'CH' }, 'NON_EU_SERVICES'],
  ['a service to a household in Switzerland', { customerKind: 'consumer', customerCountry: 'CH' }, 'FR_20'],
  [
    'a second-hand chair to Germany',
    { customerKind: 'eu', customerCountry: 'DE', nature: 'goods', itemTreatment: 'MARGIN_SECOND_HAND' },
    'MARGIN_SECOND_HAND',
  ],
  ['an item once sold to Germany, now in France', { nature: 'goods', itemTreatment: 'EU_GOODS' }, 'FR_20'],
])('%s', (_, situation, expected) => {
  expect(suggestTreatment({ ...atHome, ...situation })).toBe(expected)
})

test('whatever the situation, the suggestion exists and is meant for such a customer', () => {
  const kinds: CustomerKind[] = ['company', 'public', 'consumer', 'eu', 'other']
  fc.assert(
    fc.property(
      fc.constantFrom('normal' as const, 'franchise' as const),
      fc.constantFrom(...kinds),
      fc.constantFrom('FR', 'MC', 'RE', 'DE', 'GR', 'CH', 'US', 'GB'),
      fc.constantFrom('goods' as const, 'service' as const),
      fc.option(fc.constantFrom(...TREATMENTS.map((row) => row.code)), { nil: undefined }),
      (regime, customerKind, customerCountry, nature, itemTreatment) => {
        const found = treatment(
          suggestTreatment({ regime, customerKind, customerCountry, nature, ...(itemTreatment === undefined ? {} : { itemTreatment }) }),
        )
        if (customerKind === 'consumer') expect(found.audience).toBe('anyone')
        if (found.audience === 'eu') expect(['DE', 'GR']).toContain(customerCountry)
        if (regime === 'franchise') expect(found.category).not.toBe('S')
      },
    ),
  )
})
