import { Refusal } from '#core/refusal'
import { type ConformanceLevel, profileOf } from '../guidelines.ts'
import { type Failure, judge } from '../judge.ts'
import { readInvoice } from '../read.ts'
import { packsFor } from '../rules/profiles.ts'
import { isPdf } from '../xml-of.ts'
import { type Attached, pack } from './attach.ts'

export type PairOptions = { readonly at: Date; /** Else the profile that the XML names. */ readonly level?: ConformanceLevel | undefined }

export type PackedPair = Attached & {
  /** What keeps the invoice itself from passing, whatever carries it. */
  readonly faults: readonly Failure[]
}

/**
 * `pack` for an XML and a PDF of anyone: the XML is read first, and judged. Refuses, besides, two files in the wrong order (`pack_swapped`), what is no CII
 * (`pack_not_cii`: Factur-X carries nothing else), an XML of a specification that is no profile when no level is given (`pack_level_unknown`), and a level that
 * is not that of the XML (`pack_level_differs`).
 */
export function packPair(pdf: Uint8Array, xml: Uint8Array, { at, level }: PairOptions): PackedPair {
  if (isPdf(xml)) throw new Refusal('pack_swapped')
  const reading = readInvoice(xml)
  if (reading.syntax !== 'CII') throw new Refusal('pack_not_cii')
  const own = levelNamed(reading.guideline)
  const named = level ?? own
  if (named === undefined) throw new Refusal('pack_level_unknown')
  if (own !== undefined && named !== own) throw new Refusal('pack_level_differs', { facts: { own, named } })
  const faults = judge(reading, packsFor(reading)).failures.filter(({ severity }) => severity === 'fatal')
  return { ...pack(pdf, xml, { level: named, at }), faults }
}

/** The French extension travels as EXTENDED. */
function levelNamed(guideline: string | undefined): ConformanceLevel | undefined {
  const profile = profileOf(guideline)
  return profile === 'EXTENDED-CTC-FR' ? 'EXTENDED' : profile
}
