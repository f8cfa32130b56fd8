/** Undoes the compression of a stream (ISO 32000-1 §7.4): Flate, with the PNG predictors that cross-reference streams use. */
import { inflateSync } from 'node:zlib'
import { Refusal } from '#core/refusal'
import { type PdfDict, type PdfStream, type PdfValue, as, asNumber } from './values.ts'
import { unreadable } from './unreadable.ts'

/** An e-invoice of 64 MB does not exist; a compressed bomb does. */
const MAX_STREAM_BYTES = 64 * 1024 * 1024

const listOf = (value: PdfValue | undefined): readonly PdfValue[] =>
  as(value, 'array')?.items ?? (value === undefined || value === null ? [] : [value])

export function streamBytes(stream: PdfStream): Uint8Array {
  const filters = listOf(stream.dict.entries.get('Filter'))
  const parameters = listOf(stream.dict.entries.get('DecodeParms'))
  let bytes = stream.raw
  for (const [index, filter] of filters.entries()) {
    const name = as(filter, 'name')?.name
    if (name !== 'FlateDecode' && name !== 'Fl') throw new Refusal('pdf_filter_unknown', { facts: { filter: name ?? '?' } })
    bytes = unpredict(inflate(bytes), as(parameters[index], 'dict'))
  }
  return bytes
}

function inflate(bytes: Uint8Array): Uint8Array {
  try {
    return inflateSync(bytes, { maxOutputLength: MAX_STREAM_BYTES })
  } catch (cause) {
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
