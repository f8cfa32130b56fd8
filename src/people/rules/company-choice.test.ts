import { expect, test } from 'vitest'
import { chooseCompany, type Membership } from './company-choice.ts'

const atelier: Membership = { companyId: '01890000-0000-7000-8000-000000000001', slug: 'atelier', role: 'owner' }
const menuiserie: Membership = { companyId: '01890000-0000-7000-8000-000000000002', slug: 'menuiserie', role: 'reader' }

test('the company named is chosen, by slug or by id', () => {
  expect(chooseCompany([atelier, menuiserie], 'menuiserie')).toEqual({ kind: 'chosen', membership: menuiserie })
  expect(chooseCompany([atelier, menuiserie], atelier.companyId)).toEqual({ kind: 'chosen', membership: atelier })
})

test('a company that is not the person’s is refused, even when they have only one', () => {
  expect(chooseCompany([atelier], 'menuiserie')).toEqual({ kind: 'refused' })
  expect(chooseCompany([], 'atelier')).toEqual({ kind: 'refused' })
})

test('without a name the only company is chosen, and among several none', () => {
  expect(chooseCompany([atelier], undefined)).toEqual({ kind: 'chosen', membership: atelier })
  expect(chooseCompany([atelier, menuiserie], undefined)).toEqual({ kind: 'open' })
  expect(chooseCompany([], undefined)).toEqual({ kind: 'open' })
})
