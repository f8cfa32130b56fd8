/** Undoes the compression of a stream (ISO 32000-1 §7.4): Flate with the PNG predictors, and the older compressions. */
import { constants, inflateSync } from 'node:zlib'
import { Refusal } from '#core/refusal'
import { DECODERS } from './decoders.ts'
import { type PdfDict, type PdfStream, type PdfValue, as, asNumber } from './values.ts'
import { tooLarge, unreadable } from './unreadable.ts'

/** An e-invoice of 64 MB does not exist; a compressed bomb does. */
const MAX_STREAM_BYTES = 64 * 1024 * 1024

/** How many bytes may still be unpacked from one file, and how many values read: many small bombs are as bad as a large one. */
export type Budget = { bytes: number; values: number }

const MAX_DOCUMENT_BYTES = 128 * 1024 * 1024
const MAX_DOCUMENT_VALUES = 5_000_000

export const newBudget = (): Budget => ({ bytes: MAX_DOCUMENT_BYTES, values: MAX_DOCUMENT_VALUES })

const listOf = (value: PdfValue | undefined): readonly PdfValue[] =>
  as(value, 'array')?.items ?? (value === undefined || value === null ? [] : [value])

/** Refuses `pdf_filter_unknown`, `pdf_too_large` (what is unpacked) and `pdf_unreadable`. */
export function streamBytes(stream: PdfStream, budget: Budget): Uint8Array {
  const filters = listOf(stream.dict.entries.get('Filter'))
  const parameters = listOf(stream.dict.entries.get('DecodeParms'))
  let bytes = stream.raw
  for (const [index, filter] of filters.entries()) {
    bytes = unpack(bytes, as(filter, 'name')?.name ?? '?', Math.min(MAX_STREAM_BYTES, budget.bytes))
    budget.bytes -= bytes.length
    bytes = unpredict(bytes, as(parameters[index], 'dict'))
  }
  return bytes
}

function unpack(bytes: Uint8Array, filter: string, limit: number): Uint8Array {
  if (filter === 'FlateDecode' || filter === 'Fl') return inflate(bytes, limit)
  const decode = DECODERS.get(filter)
  if (!decode) throw new Refusal('pdf_filter_unknown', { facts: { filter } })
  return decode(bytes, limit)
}

/** A stream cut before its end gives what it holds: the XML reader then says where it stops. */
function inflate(bytes: Uint8Array, limit: number): Uint8Array {
  if (limit <= 0) throw tooLarge()
  try {
    return inflateSync(bytes, { maxOutputLength: limit, finishFlush: constants.Z_SYNC_FLUSH })
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge()
    throw unreadable(`compressed stream: ${cause instanceof Error ? cause.message : 'unknown'}`)
  }
}

function unpredict(bytes: Uint8Array, parameters: PdfDict | undefined): Uint8Array {
  const predictor = asNumber(parameters?.entries.get('Predictor')) ?? 1
  if (predictor === 1) return bytes
  if (predictor < 10) throw new Refusal('pdf_filter_unknown', { facts: { filter: `predictor ${predictor}` } })
  const columns = asNumber(parameters?.entries.get('Columns')) ?? 1
  const colors = asNumber(parameters?.entries.get('Colors')) ?? 1
  const bits = asNumber(parameters?.entries.get('BitsPerComponent')) ?? 8
  const width = Math.ceil((columns * colors * bits) / 8)
  if (!(width > 0 && width <= bytes.length)) throw unreadable('predictor wider than its stream')
  return undoPngRows(bytes, width, Math.max(1, Math.ceil((colors * bits) / 8)))
}

/** Each row starts with the number of its filter (PNG specification §9): none, left, up, average, Paeth. */
function undoPngRows(bytes: Uint8Array, width: number, step: number): Uint8Array {
  const rows = Math.floor(bytes.length / (width + 1))
  const out = new Uint8Array(rows * width)
  for (let row = 0; row < rows; row += 1) {
    const filter = bytes[row * (width + 1)]
    for (let column = 0; column < width; column += 1) {
      const at = row * width + column
      const left = column >= step ? (out[at - step] ?? 0) : 0
      const up = row > 0 ? (out[at - width] ?? 0) : 0
      const corner = row > 0 && column >= step ? (out[at - width - step] ?? 0) : 0
      out[at] = (bytes[row * (width + 1) + 1 + column] ?? 0) + predicted(filter, left, up, corner)
    }
  }
  return out
}

function predicted(filter: number | undefined, left: number, up: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter !== 4) return 0
  const [toLeft, toUp, toCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}
