/** Any file in, a verdict out: an XML invoice, or a PDF that carries one. */
import { Refusal } from '#core/refusal'
import { type ContainerFailure, inspectPdf, judgeContainer } from './facturx/inspect.ts'
import { CONTAINER_PACKS } from './facturx/rules/pack.ts'
import { type Profile, profileOf } from './guidelines.ts'
import { type Failure, judge } from './judge.ts'
import { readInvoice } from './read.ts'
import type { Reading } from './reading.ts'
import { RULE_PACKS, type RulePack } from './rules/packs.ts'

export type Examination = {
  readonly reading: Reading
  readonly profile?: Profile
  /** True when the XML came inside a PDF. */
  readonly hybrid: boolean
  /** The XML exactly as it stands in the file. */
  readonly xml: Uint8Array
  readonly verdict: 'valid' | 'invalid'
  /** Each pack that judged, and its version. */
  readonly packs: Readonly<Record<string, string>>
  /** Of the PDF first, then of the invoice in it. */
  readonly failures: readonly (ContainerFailure | Failure)[]
}

const PDF_MARK = '%PDF-'
/** The mark may stand a little after the beginning (ISO 32000-1, annex H.3.4.1). */
const MARK_WITHIN_BYTES = 1024

export const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, MARK_WITHIN_BYTES)).includes(PDF_MARK)

/** Reads and judges a file. Refuses by name what is no invoice that can be read: `xml_…` (`Unreadable`) or `pdf_…`. */
export function examine(bytes: Uint8Array): Examination {
  if (!isPdf(bytes)) return examination(bytes, false)
  const container = inspectPdf(bytes)
  if (container.xml === undefined) throw new Refusal('pdf_without_einvoice')
  const inside = examination(container.xml, true)
  const failures = [...judgeContainer(container, inside.reading.invoice), ...inside.failures]
  return { ...inside, failures, verdict: verdictOf(failures), packs: { ...CONTAINER_PACKS, ...inside.packs } }
}

function examination(xml: Uint8Array, hybrid: boolean): Examination {
  const reading = readInvoice(xml)
  const { failures, packs } = judge(reading, packsFor(reading))
  const profile = profileOf(reading.guideline)
  return { reading, ...(profile === undefined ? {} : { profile }), hybrid, xml, verdict: verdictOf(failures), packs, failures }
}

/** The French layer is for those who invoice from France; everybody else obeys the European norm alone. */
function packsFor({ guideline = '', invoice }: Reading): readonly RulePack[] {
  const isFrench = invoice.seller?.address?.country?.trim() === 'FR' || profileOf(guideline) === 'EXTENDED-CTC-FR'
  return isFrench ? RULE_PACKS : RULE_PACKS.filter(({ name }) => name !== 'BR-FR')
}

const verdictOf = (failures: Examination['failures']): Examination['verdict'] =>
  failures.some(({ severity }) => severity === 'fatal') ? 'invalid' : 'valid'
