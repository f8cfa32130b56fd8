import { expect, it } from 'vitest'
import { firstPart, leftToPart, partsReady, vatOf, withAmount, withoutPart, withPart } from './parts-draft.ts'

it('begins with the whole line, whatever its sign', () => {
  const part = firstPart('-38.40')
  expect(part.amount).toBe('38.40')
  expect(partsReady('-38.40', [part])).toBe(true)
})

it('another part takes what is left; without it, the first takes all again', () => {
  const [whole] = [firstPart('-100.00')]
  const parts = withPart([{ ...whole, amount: '60.00' }], '-100.00')
  expect(parts.map(({ amount }) => amount)).toEqual(['60.00', '40.00'])
  expect(withoutPart(parts, 1, '-100.00').map(({ amount }) => amount)).toEqual(['100.00'])
  expect(withPart(parts, '-100.00').at(-1)).toMatchObject({ amount: '', key: 2 })
})

it('the last part follows the others until it has an amount of its own', () => {
  const parts = withPart([firstPart('-100.00')], '-100.00')
  const followed = withAmount(parts, 0, '60.00', '-100.00')
  expect(followed.map(({ amount }) => amount)).toEqual(['60.00', '40.00'])
  const own = withAmount(followed, 1, '30.00', '-100.00')
  expect(withAmount(own, 0, '50.00', '-100.00').map(({ amount }) => amount)).toEqual(['50.00', '30.00'])
})

it('is not ready with too little, too much, nothing or what nobody can read', () => {
  const part = firstPart('100.00')
  for (const amount of ['99.99', '100.01', '', 'cent']) expect(partsReady('100.00', [{ ...part, amount }])).toBe(false)
  expect(leftToPart('100.00', [{ ...part, amount: '120.00' }])).toBe(-2_000n)
})

it('says the VAT inside', () => {
  expect(vatOf({ amount: '120.00', vatRate: '20' })).toBe(2_000n)
  expect(vatOf({ amount: '120.00', vatRate: '' })).toBeUndefined()
  expect(vatOf({ amount: 'x', vatRate: '20' })).toBeUndefined()
})
