import { expect, test } from 'vitest'
import { companyInAddress } from './address.tsx'

test('the first segment of an address is the company, except on pages that stand before any company', () => {
  expect(companyInAddress('/atelier-morin')).toBe('atelier-morin')
  expect(companyInAddress('/atelier-morin/factures/12')).toBe('atelier-morin')
  expect(companyInAddress('/connexion')).toBeUndefined()
  expect(companyInAddress('/')).toBeUndefined()
})
