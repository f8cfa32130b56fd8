import { addDays, type Day, parseDay } from '#core/day'
import { textAt } from '../camt/tree.ts'
import { plainText } from '../words.ts'
import type { XmlElement } from '../xml.ts'
import { textIn } from './text.ts'

export type CellText = (cell: XmlElement) => string

type Book = {
  readonly shared: readonly string[]
  readonly isDate: (style: number) => boolean
  readonly since1904: boolean
}

/** Days are counted from a base that depends on the workbook; these are 1 January 2000. */
const NEW_MILLENNIUM = parseDay('2000-01-01')
const SERIAL_OF_IT = { since1900: 36_526, since1904: 35_064 } as const
/** 1 March 1900, after a 29 February that spreadsheets count and that never was, to 31 December 2199. */
const EARLIEST = -36_465
const LATEST = 73_048
const NUMBER = /^-?\d+(?:\.\d+)?(?:[Ee][+-]?\d+)?$/

/** Each cell as text: days as `2026-11-21`, numbers with a point, everything else as it is written. */
export function cellReader({ isDate, shared, since1904 }: Book): CellText {
  const days = new Map<number, Day>()
  const base = since1904 ? SERIAL_OF_IT.since1904 : SERIAL_OF_IT.since1900
  const dayOf = (offset: number): Day => {
    const known = days.get(offset)
    if (known !== undefined) return known
    const day = addDays(NEW_MILLENNIUM, offset)
    days.set(offset, day)
    return day
  }
  const numberText = (written: string, style: number): string => {
    if (!NUMBER.test(written)) return written
    const value = Number(written)
    const offset = Math.floor(value) - base
    if (isDate(style) && offset >= EARLIEST && offset <= LATEST) return dayOf(offset)
    return plainNumber(value)
  }
  return (cell) => {
    const value = textAt(cell, 'v') ?? ''
    const type = cell.attributes.get('t') ?? 'n'
    if (type === 's') return cleaned(shared[Number(value)] ?? '')
    if (type === 'inlineStr')
      return cleaned(
        cell.children
          .filter((child) => child.name === 'is')
          .map(textIn)
          .join(' '),
      )
    if (type === 'd') return value.slice(0, 10)
    if (type === 'n') return numberText(value, Number(cell.attributes.get('s') ?? 0))
    return cleaned(value)
  }
}

/** The fifteen digits a spreadsheet shows of a number: beyond them stands what binary fractions make of cents (0.30000000000000004). */
function plainNumber(value: number): string {
  const text = String(Number(value.toPrecision(15)))
  return /e-/.test(text) ? '0' : text
}

/** Characters that XML cannot hold are written `_x000D_`. */
const cleaned = (text: string): string => plainText(text.replace(/_x([0-9A-F]{4})_/g, ' '))
