import { expect, test } from 'vitest'
import { customerWarnings, type WarnedCustomer } from './warnings.ts'

const sound: WarnedCustomer = {
  kind: 'company',
  country: 'FR',
  siren: '732829320',
  siret: '73282932000074',
  vatNumber: 'FR44732829320',
  sameSiren: [],
  termsBeyond: undefined,
}

test('a sound customer is not warned of', () => {
  expect(customerWarnings(sound)).toEqual([])
})

test.each<[Partial<WarnedCustomer>, string, string]>([
  [{ siret: '73282932000075' }, 'siret_key', 'siret'],
  [{ kind: 'eu' }, 'kind_not_of_country', 'kind'],
  [{ sameSiren: ['Morin', 'Morin Frères'] }, 'same_siren', 'siren'],
  [{ termsBeyond: '60 jours' }, 'terms_beyond_cap', 'paymentTerms'],
])('%j is', (fault, code, field) => {
  expect(customerWarnings({ ...sound, ...fault })).toMatchObject([{ code, field }])
})
