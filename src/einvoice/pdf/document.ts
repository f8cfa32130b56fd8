/** Finds and decodes the objects of a PDF file; reads only what is asked for, in bounded memory. */
import { Refusal } from '#core/refusal'
import { type Container, readContainer } from './container.ts'
import { type Budget, newBudget, streamBytes } from './filters.ts'
import { readObject, readValue } from './parse.ts'
import { repairXref } from './repair.ts'
import { type PdfDict, type PdfStream, type PdfValue, as, asNumber } from './values.ts'
import { tooLarge, unreadable } from './unreadable.ts'
import { type Xref, readXref } from './xref.ts'

/** The largest file we open, in bytes: an invoice with scanned attachments stays far below. */
export const MAX_PDF_BYTES = 100 * 1024 * 1024

export type PdfDocument = {
  readonly bytes: Uint8Array
  readonly xref: Xref
  readonly catalog: PdfDict
  /** The file's own list of objects was wrong: they were found by searching it. */
  readonly repaired: boolean
  /** The value itself, or what the reference leads to; null when it leads nowhere. */
  readonly resolve: (value: PdfValue | undefined) => PdfValue
  /** The unpacked bytes of a stream; all that is unpacked from one file is bounded together. */
  readonly decode: (stream: PdfStream) => Uint8Array
  /** What may still be unpacked and read from this file. */
  readonly budget: Budget
}

/** Opens a PDF. Refuses `pdf_unreadable`, `pdf_encrypted` and `pdf_too_large`. */
export function openPdf(bytes: Uint8Array): PdfDocument {
  if (bytes.length > MAX_PDF_BYTES) throw tooLarge()
  const budget = newBudget()
  try {
    return withXref(bytes, readXref(bytes, budget), { budget, isRepaired: false })
  } catch (error) {
    if (!isUnreadable(error)) throw error
    return withXref(bytes, repairXref(bytes, budget), { budget, isRepaired: true })
  }
}

const isUnreadable = (error: unknown): boolean => error instanceof Refusal && error.code === 'pdf_unreadable'

function withXref(bytes: Uint8Array, xref: Xref, { budget, isRepaired }: { readonly budget: Budget; isRepaired: boolean }): PdfDocument {
  if (xref.trailer.entries.has('Encrypt')) throw new Refusal('pdf_encrypted')
  let { places } = xref
  let repaired = isRepaired
  const containers = new Map<number, Container>()
  const opening = new Set<number>()

  /** One wrong offset is enough to distrust them all: the objects are then searched for. */
  const load = (id: number): PdfValue => {
    try {
      return loadFrom(id)
    } catch (error) {
      if (repaired || !isUnreadable(error)) throw error
      places = repairXref(bytes, budget).places
      repaired = true
      return loadFrom(id)
    }
  }

  const loadFrom = (id: number): PdfValue => {
    const place = places.get(id)
    if (place === undefined || place === 'free') return null
    if (opening.has(id)) throw unreadable(`object ${id} refers to itself`)
    opening.add(id)
    try {
      if ('container' in place) return member(place.container, id)
      const object = readObject({ bytes, at: place.offset, budget }, (length) => asNumber(resolve(length)) ?? Number.NaN)
      if (object.id !== id) throw unreadable(`object ${id} is not where it should be`)
      return object.value
    } finally {
      opening.delete(id)
    }
  }

  const member = (containerId: number, id: number): PdfValue => {
    const container = containers.get(containerId) ?? readContainer(as(load(containerId), 'stream'), budget)
    containers.set(containerId, container)
    const at = container.starts.get(id)
    return at === undefined ? null : readValue({ bytes: container.bytes, at, budget })
  }

  const resolve = (value: PdfValue | undefined): PdfValue => {
    const ref = as(value, 'ref')
    return ref ? load(ref.id) : (value ?? null)
  }

  const catalog = as(resolve(xref.trailer.entries.get('Root')), 'dict')
  if (!catalog) throw unreadable('no catalog')
  return {
    bytes,
    xref,
    catalog,
    get repaired() {
      return repaired
    },
    resolve,
    decode: (stream) => streamBytes(stream, budget),
    budget,
  }
}
