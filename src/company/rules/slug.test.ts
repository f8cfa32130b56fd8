import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextSlug, slugOf } from './slug.ts'

test.each([
  ['Atelier Brocéliande', 'atelier-broceliande'],
  ['Ébénisterie L’Œuvre & Fils', 'ebenisterie-l-oeuvre-fils'],
  ['  — ', 'entreprise'],
  ['株式会社', 'entreprise'],
  ['Connexion', 'connexion-1'],
])('%s stands at /%s', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
})

test('whatever the name, its slug is one the database accepts', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.nat({ max: 500 }), (name, attempt) => {
      const slug = nextSlug(slugOf(name), attempt)
      expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(slug.length).toBeLessThanOrEqual(60)
    }),
  )
})
