/** What the codes of a font stand for: its /ToUnicode map (ISO 32000-1 §9.10.3). */
import type { Budget } from '../filters.ts'
import { type PdfValue, as, asNumber } from '../values.ts'
import { operationsOf } from './operations.ts'

/** Of one range; a font has at most 65,536 codes. */
const MAX_RANGE = 65_536

export function readUnicodeMap(bytes: Uint8Array, budget: Budget): ReadonlyMap<number, string> {
  const map = new Map<number, string>()
  for (const { operator, operands } of operationsOf(bytes, budget)) {
    if (operator === 'endbfchar') for (let at = 0; at + 1 < operands.length; at += 2) setOne(map, operands[at], operands[at + 1])
    if (operator === 'endbfrange') for (let at = 0; at + 2 < operands.length; at += 3) setRange(map, operands.slice(at, at + 3))
  }
  return map
}

function setOne(map: Map<number, string>, from: PdfValue | undefined, to: PdfValue | undefined): void {
  const [code, text] = [codeOf(from), utf16(to)]
  if (code !== undefined && text !== undefined) map.set(code, text)
}

/** `<first> <last> <text>` counts up the last character; `<first> <last> [texts]` lists them. */
function setRange(map: Map<number, string>, [from, until, to]: readonly (PdfValue | undefined)[]): void {
  const [first, last] = [codeOf(from), codeOf(until)]
  if (first === undefined || last === undefined || last - first > MAX_RANGE) return
  const listed = as(to, 'array')?.items
  const text = utf16(to)
  for (let code = first; code <= last; code += 1) {
    const one = listed ? utf16(listed[code - first]) : text && counted(text, code - first)
    if (one !== undefined) map.set(code, one)
  }
}

function counted(text: string, steps: number): string {
  const points = Array.from(text)
  const last = points.pop()?.codePointAt(0) ?? 0
  return points.join('') + (last + steps <= 0x10ffff ? String.fromCodePoint(last + steps) : '')
}

export function codeOf(value: PdfValue | undefined): number | undefined {
  const text = as(value, 'text')
  return text ? text.bytes.reduce((code, byte) => code * 256 + byte, 0) : asNumber(value)
}

function utf16(value: PdfValue | undefined): string | undefined {
  const text = as(value, 'text')
  return text && new TextDecoder('utf-16be').decode(text.bytes)
}
