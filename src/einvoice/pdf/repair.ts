/** The objects of a file whose cross-reference is missing or wrong, found by searching its bytes (`12 0 obj`), as readers of PDF do. */
import { readContainer } from './container.ts'
import type { Budget } from './filters.ts'
import { readObject, readValue } from './parse.ts'
import { type PdfDict, type PdfValue, as } from './values.ts'
import { unreadable } from './unreadable.ts'
import type { Place, Xref } from './xref.ts'

/** More objects than any invoice has. */
const MAX_FOUND = 200_000

const nameIn = (dict: PdfDict, key: string): string | undefined => as(dict.entries.get(key), 'name')?.name

/** Later definitions replace earlier ones, since updates are appended. Refuses `pdf_unreadable` when there is no catalog to be found. */
export function repairXref(bytes: Uint8Array, budget: Budget): Xref {
  const offsets = objectOffsets(bytes)
  const places = new Map<number, Place>(offsets.map(([id, offset]) => [id, { offset }]))
  const entries = new Map<string, PdfValue>()
  for (const [id, offset] of offsets) {
    const dict = dictionaryAt(bytes, offset, budget)
    const type = dict && nameIn(dict, 'Type')
    if (type === 'Catalog') entries.set('Root', { kind: 'ref', id, generation: 0 })
    if (type === 'XRef') for (const [key, value] of dict?.entries ?? []) entries.set(key, value)
    if (type === 'ObjStm') {
      const catalog = addMembers(bytes, { id, offset }, { places, budget })
      if (catalog !== undefined) entries.set('Root', { kind: 'ref', id: catalog, generation: 0 })
    }
  }
  for (const [key, value] of lastTrailer(bytes, budget)?.entries ?? []) entries.set(key, value)
  if (!as(entries.get('Root'), 'ref')) throw unreadable('no cross-reference and no catalog')
  return { places, trailer: { kind: 'dict', entries }, startXref: 0, style: 'table' }
}

function objectOffsets(bytes: Uint8Array): (readonly [number, number])[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const found: (readonly [number, number])[] = []
  for (const match of text.matchAll(/(?<![0-9])(\d{1,7})[ \t\r\n]{1,4}\d{1,5}[ \t\r\n]{1,4}obj/g)) {
    found.push([Number(match[1]), match.index])
    if (found.length > MAX_FOUND) throw unreadable('too many objects')
  }
  return found
}

/** What was found may be a page's text that looks like an object: nothing is believed, nothing stops the search. */
function dictionaryAt(bytes: Uint8Array, offset: number, budget: Budget): PdfDict | undefined {
  try {
    const { value } = readObject({ bytes, at: offset, budget }, () => 0)
    return as(value, 'stream')?.dict ?? as(value, 'dict')
  } catch {
    return undefined
  }
}

/** Adds the objects inside an object stream; answers the catalog's id when it is one of them. */
function addMembers(
  bytes: Uint8Array,
  { id, offset }: { readonly id: number; readonly offset: number },
  { places, budget }: { readonly places: Map<number, Place>; readonly budget: Budget },
): number | undefined {
  let catalog: number | undefined
  try {
    const container = readContainer(as(readObject({ bytes, at: offset, budget }, () => Number.NaN).value, 'stream'), budget)
    for (const [member, at] of container.starts) {
      places.set(member, { container: id, index: 0 })
      const dict = as(readValue({ bytes: container.bytes, at, budget }), 'dict')
      if (dict && nameIn(dict, 'Type') === 'Catalog') catalog = member
    }
  } catch {
    // A damaged container hides only its own objects.
  }
  return catalog
}

function lastTrailer(bytes: Uint8Array, budget: Budget): PdfDict | undefined {
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).lastIndexOf('trailer')
  if (at < 0) return undefined
  try {
    return as(readValue({ bytes, at: at + 'trailer'.length, budget }), 'dict')
  } catch {
    return undefined
  }
}
