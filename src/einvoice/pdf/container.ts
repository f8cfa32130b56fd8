/** Object streams: many small objects packed together (ISO 32000-1 §7.5.7). */
import { type Budget, streamBytes } from './filters.ts'
import { readValue } from './parse.ts'
import { type PdfStream, asNumber } from './values.ts'
import { unreadable } from './unreadable.ts'

/** The unpacked bytes, and where in them each object starts; the objects are read when they are asked for. */
export type Container = { readonly bytes: Uint8Array; readonly starts: ReadonlyMap<number, number> }

/** The stream begins with pairs (id, place), then come the values. */
export function readContainer(stream: PdfStream | undefined, budget: Budget): Container {
  if (!stream) throw unreadable('object stream')
  const bytes = streamBytes(stream, budget)
  const count = asNumber(stream.dict.entries.get('N')) ?? 0
  const first = asNumber(stream.dict.entries.get('First')) ?? 0
  const header = { bytes, at: 0, budget }
  const starts = new Map<number, number>()
  for (let index = 0; index < count; index += 1) {
    const id = readValue(header)
    const at = readValue(header)
    if (typeof id !== 'number' || typeof at !== 'number') throw unreadable('object stream')
    starts.set(id, first + at)
  }
  return { bytes, starts }
}
