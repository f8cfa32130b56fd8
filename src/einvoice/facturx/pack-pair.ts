import { Refusal } from '#core/refusal'
import { type ConformanceLevel, profileOf } from '../guidelines.ts'
import { readInvoice } from '../read.ts'
import { type Attached, pack } from './attach.ts'

export type PairOptions = { readonly at: Date; /** Else the profile that the XML names. */ readonly level?: ConformanceLevel | undefined }

/**
 * `pack` for an XML and a PDF of anyone: the XML is read first. Refuses, besides, what is no CII (`pack_not_cii`: Factur-X carries nothing else) and
 * an XML of a specification that is no profile when no level is given (`pack_level_unknown`).
 */
export function packPair(pdf: Uint8Array, xml: Uint8Array, { at, level }: PairOptions): Attached {
  const { guideline, syntax } = readInvoice(xml)
  if (syntax !== 'CII') throw new Refusal('pack_not_cii')
  const named = level ?? levelNamed(guideline)
  if (named === undefined) throw new Refusal('pack_level_unknown')
  return pack(pdf, xml, { level: named, at })
}

/** The French extension travels as EXTENDED. */
function levelNamed(guideline: string | undefined): ConformanceLevel | undefined {
  const profile = profileOf(guideline)
  return profile === 'EXTENDED-CTC-FR' ? 'EXTENDED' : profile
}
