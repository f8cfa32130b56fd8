import { addDays, type Day, parseDay } from '#core/day'
import { oneLine, textAt } from '../camt/tree.ts'
import type { XmlElement } from '../xml.ts'
import { textIn } from './text.ts'

export type CellText = (cell: XmlElement) => string

type Book = {
  readonly shared: readonly string[]
  readonly isDate: (style: number) => boolean
  readonly since1904: boolean
}

/** 31 December 9999. */
const LAST_DAY = 2_958_465
/** Spreadsheets count a 29 February 1900 that never was. */
const AFTER_FALSE_LEAP_DAY = 60
const NUMBER = /^-?\d+(?:\.\d+)?(?:[Ee][+-]?\d+)?$/

/** Each cell as text: days as `2026-11-21`, numbers with a point, everything else as it is written. */
export function cellReader({ isDate, shared, since1904 }: Book): CellText {
  const days = new Map<number, Day>()
  const dayOf = (serial: number): Day => {
    const known = days.get(serial)
    if (known !== undefined) return known
    const day = since1904
      ? addDays(parseDay('1904-01-01'), serial)
      : addDays(parseDay(serial < AFTER_FALSE_LEAP_DAY ? '1899-12-31' : '1899-12-30'), serial)
    days.set(serial, day)
    return day
  }
  const numberText = (written: string, style: number): string => {
    if (!NUMBER.test(written)) return written
    const value = Number(written)
    const serial = Math.floor(value)
    if (isDate(style) && serial >= 1 && serial <= LAST_DAY) return dayOf(serial)
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
const cleaned = (text: string): string => oneLine(text.replace(/_x([0-9A-F]{4})_/g, ' '))
