import { expect, test } from 'vitest'
import { isUnit, UNITS, unitOf } from './units.ts'

test('each unit has one code, of the shape invoices accept, and a name in both languages', () => {
  expect(new Set(UNITS.map(({ code }) => code)).size).toBe(UNITS.length)
  for (const { code, name } of UNITS) {
    expect(code).toMatch(/^[A-Z0-9]{2,3}$/)
    expect(name.fr && name.en).toBeTruthy()
  }
})

test('an unknown code is kept and shown as it is', () => {
  expect(isUnit('XZZ')).toBe(false)
  expect(unitOf('XZZ').name.fr).toBe('XZZ')
  expect(unitOf('HUR').name).toEqual({ fr: 'Heure', en: 'Hour' })
})
