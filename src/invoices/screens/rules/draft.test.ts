import { describe, expect, it } from 'vitest'
import type { BasisPoints } from '#core/quantity'
import { changeLine, lineAfter, lineAtEnd, movedLine, withoutLine, withUsualVat } from './draft-changes.ts'
import { blankDraft, type DraftValues, inputOf, isBegun, keyOfSentLine } from './draft-values.ts'
import { liveTotals } from './live-totals.ts'

const vatOf = (code: string) => ({ code, category: 'S' as const, rateBasisPoints: 2000 as BasisPoints })

function draftOf(...names: string[]): DraftValues {
  let values = blankDraft('FR_20')
  for (const [index, name] of names.entries()) {
    if (index > 0) values = lineAtEnd(values, 'FR_20').values
    values = changeLine(values, values.lines.at(-1)?.key ?? '', { name, unitPrice: '10' })
  }
  return values
}

const names = (values: DraftValues) => values.lines.map((line) => line.name)
const keyOf = (values: DraftValues, name: string) => values.lines.find((line) => line.name === name)?.key ?? ''

describe('a draft being typed', () => {
  it('is not begun until something is said, and blank lines do not travel', () => {
    const blank = blankDraft('FR_20')
    expect(isBegun(blank)).toBe(false)
    expect(inputOf(blank).lines).toEqual([])
    const values = lineAtEnd(draftOf('Porte', 'Pose'), 'FR_20').values
    expect(values.lines).toHaveLength(3)
    expect(inputOf(values).lines.map((line) => line.name)).toEqual(['Porte', 'Pose'])
  })

  it('opens the next line taxed like the one above, of the kind last typed freely, once', () => {
    const values = changeLine(draftOf('Porte'), keyOf(draftOf('Porte'), 'x'), {})
    const goods = changeLine(values, values.lines[0]?.key ?? '', { nature: 'goods', vatCode: 'FR_10' })
    const first = lineAfter(goods, goods.lines[0]?.key ?? '', 'FR_20')
    expect(first.values.lines[1]).toMatchObject({ nature: 'goods', vatCode: 'FR_10', name: '' })
    const fromCatalogue = changeLine(goods, goods.lines[0]?.key ?? '', { itemId: 'an item' })
    expect(lineAfter(fromCatalogue, goods.lines[0]?.key ?? '', 'FR_20').values.lines[1]).toMatchObject({
      nature: 'service',
      vatCode: 'FR_10',
    })
    const again = lineAfter(first.values, goods.lines[0]?.key ?? '', 'FR_20')
    expect(again.values.lines).toHaveLength(2)
    expect(again.focus).toBe(first.focus)
  })

  it('gives the cursor to the line before the one removed, and always keeps a line', () => {
    const values = draftOf('Porte', 'Pose', 'Déplacement')
    const removed = withoutLine(values, keyOf(values, 'Pose'), 'FR_20')
    expect(names(removed.values)).toEqual(['Porte', 'Déplacement'])
    expect(removed.focus).toBe(keyOf(values, 'Porte'))
    const alone = draftOf('Porte')
    expect(withoutLine(alone, keyOf(alone, 'Porte'), 'FR_20').values.lines).toHaveLength(1)
  })

  it('moves a line up and down, and no further than the ends', () => {
    const values = draftOf('Porte', 'Pose')
    expect(names(movedLine(values, keyOf(values, 'Pose'), -1))).toEqual(['Pose', 'Porte'])
    expect(names(movedLine(values, keyOf(values, 'Pose'), 1))).toEqual(['Porte', 'Pose'])
  })

  it('follows the usual VAT of a new customer only where it followed the old one', () => {
    const values = changeLine(draftOf('Porte', 'Pose'), '', {})
    const mixed = changeLine(values, keyOf(values, 'Pose'), { vatCode: 'FR_10' })
    const usual = { goods: 'FR_20', service: 'FR_20' }
    const abroad = withUsualVat(mixed, usual, { goods: 'EU_GOODS', service: 'EU_SERVICES' })
    expect(abroad.lines.map((line) => line.vatCode)).toEqual(['EU_SERVICES', 'FR_10'])
  })

  it('is added up while half typed: an unreadable figure counts for nothing', () => {
    const values = changeLine(draftOf('Porte', 'Pose'), '', {})
    const typing = changeLine(values, keyOf(values, 'Pose'), { unitPrice: '12,' })
    const { netOf, totals } = liveTotals(typing, vatOf)
    expect(netOf(keyOf(values, 'Porte'))).toBe(1000n)
    expect(netOf(keyOf(values, 'Pose'))).toBe(0n)
    expect(totals.grossCents).toBe(1200n)
  })

  it('knows which line the server speaks of when blank lines stand between', () => {
    const values = draftOf('Porte', 'Pose')
    const opened = lineAfter(values, keyOf(values, 'Porte'), 'FR_20').values
    expect(keyOfSentLine(opened, 1)).toBe(keyOf(values, 'Pose'))
  })
})
