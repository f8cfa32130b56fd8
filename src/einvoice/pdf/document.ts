/** Finds and decodes the objects of a PDF file; reads only what is asked for. */
import { Refusal } from '#core/refusal'
import { streamBytes } from './filters.ts'
import { readObject, readValue } from './parse.ts'
import { type PdfDict, type PdfStream, type PdfValue, as, asNumber } from './values.ts'
import { unreadable } from './unreadable.ts'
import { type Xref, readXref } from './xref.ts'

export type PdfDocument = {
  readonly bytes: Uint8Array
  readonly xref: Xref
  readonly catalog: PdfDict
  /** The value itself, or what the reference leads to; null when it leads nowhere. */
  readonly resolve: (value: PdfValue | undefined) => PdfValue
}

/** Opens a PDF. Refuses `pdf_unreadable` and `pdf_encrypted`. */
export function openPdf(bytes: Uint8Array): PdfDocument {
  const xref = readXref(bytes)
  if (xref.trailer.entries.has('Encrypt')) throw new Refusal('pdf_encrypted')
  const containers = new Map<number, ReadonlyMap<number, PdfValue>>()
  const opening = new Set<number>()

  const load = (id: number): PdfValue => {
    const place = xref.places.get(id)
    if (place === undefined || place === 'free') return null
    if (opening.has(id)) throw unreadable(`object ${id} refers to itself`)
    opening.add(id)
    try {
      if ('container' in place) return members(place.container).get(id) ?? null
      const object = readObject({ bytes, at: place.offset }, (length) => asNumber(resolve(length)) ?? Number.NaN)
      if (object.id !== id) throw unreadable(`object ${id} is not where it should be`)
      return object.value
    } finally {
      opening.delete(id)
    }
  }

  const members = (container: number): ReadonlyMap<number, PdfValue> => {
    const known = containers.get(container)
    if (known) return known
    const stream = as(load(container), 'stream')
    if (!stream) throw unreadable(`object stream ${container}`)
    const read = readMembers(stream)
    containers.set(container, read)
    return read
  }

  const resolve = (value: PdfValue | undefined): PdfValue => {
    const ref = as(value, 'ref')
    return ref ? load(ref.id) : (value ?? null)
  }

  const catalog = as(resolve(xref.trailer.entries.get('Root')), 'dict')
  if (!catalog) throw unreadable('no catalog')
  return { bytes, xref, catalog, resolve }
}

/** An object stream holds pairs (id, place), then the values (ISO 32000-1 §7.5.7). */
function readMembers(stream: PdfStream): ReadonlyMap<number, PdfValue> {
  const bytes = streamBytes(stream)
  const count = asNumber(stream.dict.entries.get('N')) ?? 0
  const first = asNumber(stream.dict.entries.get('First')) ?? 0
  const header = { bytes, at: 0 }
  const values = new Map<number, PdfValue>()
  for (let index = 0; index < count; index += 1) {
    const id = readValue(header)
    const at = readValue(header)
    if (typeof id !== 'number' || typeof at !== 'number') throw unreadable('object stream')
    values.set(id, readValue({ bytes, at: first + at }))
  }
  return values
}
