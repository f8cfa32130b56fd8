import { linesOf } from '../lines.ts'
import { decodeOldText } from '../old-text.ts'
import { decodeEbcdic, isEbcdic } from './ebcdic.ts'

/** What records look like: their width, and how each one starts. */
export type Shape = { readonly width: number; readonly start: RegExp }

/** `text` has the full width, whatever was trimmed; a piece that starts like no record is not `known`. */
export type FixedRecord = { readonly text: string; readonly line: number; readonly known: boolean }

/** Holds the places of a letter that was several bytes wide. */
export const FILLER = '\0'

export const textOfRecords = (bytes: Uint8Array): string => (isEbcdic(bytes) ? decodeEbcdic(bytes) : decodeOldText(bytes))

/** The records of a file with line ends or without any, trimmed, padded or cut. `line` counts lines, or records where there are no lines. */
export function* recordsOf(text: string, shape: Shape): Generator<FixedRecord> {
  const inLines = /[\r\n]/.test(text.trim())
  for (const { number, text: line } of linesOf(text)) {
    let pieces = 0
    for (const piece of piecesOf(inLines ? byCharacters(line, shape.width) : line, shape)) {
      pieces++
      yield { ...piece, line: inLines ? number : pieces }
    }
  }
}

/** Some banks count bytes and write UTF-8: each further byte of a letter takes a place of the record. */
function byCharacters(line: string, width: number): string {
  if (line.length >= width || Buffer.byteLength(line) !== width) return line
  return line.replace(/[^\0-\u007F]/gu, (letter) => letter + FILLER.repeat(Buffer.byteLength(letter) - letter.length))
}

function* piecesOf(line: string, { start, width }: Shape): Generator<Omit<FixedRecord, 'line'>> {
  const starts = new RegExp(start, 'y')
  const search = new RegExp(start, 'g')
  const isStart = (at: number): boolean => {
    starts.lastIndex = at
    return starts.test(line)
  }
  /** Where the next record starts, the end of the line when none does: what was searched is never searched again. */
  const nextStart = (from: number): number => {
    search.lastIndex = from
    return search.exec(line)?.index ?? line.length
  }
  const end = line.trimEnd().length
  let at = 0
  while (at < end) {
    const known = isStart(at)
    const full = at + width
    const next = known && (full >= end || isStart(full)) ? full : nextStart(at + 1)
    const own = known ? Math.min(full, next) : next
    yield { text: line.slice(at, own).padEnd(width), known }
    if (known && next > full && line.slice(full, next).trim() !== '') yield { text: line.slice(full, next), known: false }
    at = next
  }
}
