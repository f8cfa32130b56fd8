/** A page's drawing, one operation at a time (ISO 32000-1 §7.8.2): operands, then the operator's name. */
import { type Budget } from '../filters.ts'
import { type Cursor, readValue, readWord, skipSpace } from '../parse.ts'
import type { PdfValue } from '../values.ts'

export type Operation = { readonly operator: string; readonly operands: readonly PdfValue[] }

/** More operands than any operator takes: the content is not what it says. */
const MAX_OPERANDS = 1000

/** What can be read, in order. Content that makes no sense ends the reading, since pages are read for what they show, not judged. */
export function* operationsOf(bytes: Uint8Array, budget: Budget): Generator<Operation> {
  const cursor: Cursor = { bytes, at: 0, budget }
  let operands: PdfValue[] = []
  for (;;) {
    skipSpace(cursor)
    if (cursor.at >= bytes.length || operands.length > MAX_OPERANDS) return
    if (startsValue(cursor)) {
      operands.push(readValue(cursor))
      continue
    }
    const operator = readWord(cursor)
    if (operator === '') return
    if (operator === 'true' || operator === 'false' || operator === 'null') continue
    if (operator === 'ID') skipImage(cursor)
    yield { operator, operands }
    operands = []
  }
}

const VALUE_STARTS = new Set(Buffer.from('0123456789+-./(<['))

const startsValue = ({ bytes, at }: Cursor): boolean => VALUE_STARTS.has(bytes[at] ?? 0)

/** The bytes of an image inside the content end with `EI` between blanks. */
function skipImage(cursor: Cursor): void {
  const { bytes } = cursor
  for (let at = cursor.at; at + 3 < bytes.length; at += 1) {
    if (isBlank(bytes[at]) && bytes[at + 1] === 0x45 && bytes[at + 2] === 0x49 && isBlank(bytes[at + 3])) {
      cursor.at = at + 3
      return
    }
  }
  cursor.at = bytes.length
}

const isBlank = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
