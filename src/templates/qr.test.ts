import { expect, test } from 'vitest'
import { encode } from 'uqr'
import { qrPicture } from './qr.ts'
import { epcPayload } from './rules/epc.ts'

const payload = epcPayload({
  name: 'Atelier Dubois',
  iban: 'FR7630006000011234567890189',
  amountCents: '2443.80',
  remittance: 'F2026-00042',
})

/** The bars of the picture, put back on the grid. */
function modulesOf(svg: string, size: number): boolean[][] {
  const grid = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  for (const [, x, y, width] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    grid[Number(y)]?.fill(true, Number(x), Number(x) + Number(width))
  return grid
}

test('the bars of the picture are the modules of the code, at level M', () => {
  const { data, size, version } = encode(payload, { ecc: 'M', boostEcc: false, border: 0 })
  expect(modulesOf(new TextDecoder().decode(qrPicture(payload)), size)).toEqual(data)
  expect(version).toBeLessThanOrEqual(13)
})

test('the longest payload still fits version 13', () => {
  const longest = epcPayload({
    name: 'N'.repeat(70),
    iban: `MT84${'0'.repeat(27)}`,
    bic: 'AGRIFRPPXXX',
    amountCents: '999999999.99',
    remittance: 'R'.repeat(140),
  })
  expect(() => qrPicture(longest)).not.toThrow()
})
