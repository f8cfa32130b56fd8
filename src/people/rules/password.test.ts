import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PASSWORD_MINIMUM, passwordFault } from './password.ts'

test.each([
  ['neuf sign', 'password_too_short'],
  ['éèêëàâîïô', 'password_too_short'],
  ['👩‍🔧', 'password_too_short'],
  ['claire.morin@atelier.fr', 'password_is_email'],
  ['Claire.Morin', 'password_is_email'],
  ['MotDePasse123', 'password_too_common'],
  ['azertyuiop', 'password_too_common'],
  ['aaaaaaaaaaaa', 'password_too_common'],
  ['abababababab', 'password_too_common'],
  ['le rabot du matin', undefined],
  ['          x y', undefined],
])('« %s » : %s', (password, fault) => {
  expect(passwordFault(password, 'claire.morin@atelier.fr')).toBe(fault)
})

test('whatever is shorter than the minimum is refused as too short', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: PASSWORD_MINIMUM - 1 }), (password) => {
      expect(passwordFault(password, 'a@b.fr')).toBe('password_too_short')
    }),
  )
})
