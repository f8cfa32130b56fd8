import { expect, test } from 'vitest'
import { identityWarnings } from './identity-warnings.ts'

const nothing = { siren: null, siret: null, vatNumber: null }

test('identifiers that belong together say nothing, and neither do absent ones', () => {
  expect(identityWarnings({ siren: '732829320', siret: '73282932000074', vatNumber: 'FR44732829320' })).toEqual([])
  expect(identityWarnings(nothing)).toEqual([])
  expect(identityWarnings({ ...nothing, siren: '732829320', vatNumber: 'DE136695976' })).toEqual([])
})

test.each([
  [{ siren: '732829321' }, 'siren_key', 'siren'],
  [{ siret: '73282932000075' }, 'siret_key', 'siret'],
  [{ siren: '404833048', siret: '73282932000074' }, 'siret_of_another', 'siret'],
  [{ vatNumber: 'FR45732829320' }, 'vat_number_key', 'vatNumber'],
  [{ siren: '404833048', vatNumber: 'FR44732829320' }, 'vat_number_of_another', 'vatNumber'],
])('%j is warned of', (identity, code, field) => {
  expect(identityWarnings({ ...nothing, ...identity })).toEqual([{ code, field }])
})
