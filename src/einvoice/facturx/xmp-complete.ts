/** The metadata of a packed PDF: what it said before, the words of Factur-X, and PDF/A-3 only where that holds. */
import { Refusal } from '#core/refusal'
import type { ConformanceLevel } from '../guidelines.ts'
import { asPart3, withoutPart } from './pdfa-words.ts'
import { FACTURX_NAMESPACE } from './hybrids.ts'
import { addFacturX } from './xmp.ts'
import { readXmp } from './xmp-read.ts'

const EMPTY =
  '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">' +
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'

type Wanted = { readonly level: ConformanceLevel; readonly documentFileName: string; readonly isArchive: boolean }

/** Starts anew where the old metadata is absent, or does not read back as it should: `isKept` tells. */
export function completeXmp(old: Uint8Array | undefined, wanted: Wanted): { readonly xmp: string; readonly isKept: boolean } {
  const kept = old && completed(new TextDecoder().decode(old), wanted)
  if (kept !== undefined && holds(kept, wanted.isArchive)) return { xmp: kept, isKept: true }
  return { xmp: completed(EMPTY, { ...wanted, isArchive: false }) ?? EMPTY, isKept: false }
}

function completed(xmp: string, { level, documentFileName, isArchive }: Wanted): string | undefined {
  try {
    return addFacturX(isArchive ? asPart3(xmp) : withoutPart(xmp), { conformanceLevel: level, documentFileName })
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

function holds(xmp: string, isArchive: boolean): boolean {
  const read = readXmp(new TextEncoder().encode(xmp))
  const words = read?.hybrids.find(({ namespace }) => namespace === FACTURX_NAMESPACE)
  return words?.values.size === 4 && read?.part === (isArchive ? '3' : undefined)
}
