/** Any file in, a verdict out: an XML invoice, or a PDF that carries one. */
import { Refusal } from '#core/refusal'
import { examineMessage, type MessageExamination } from './cdar/examine.ts'
import { CDAR_ROOT } from './cdar/read.ts'
import { type ContainerFailure, inspectPdf, judgeContainer } from './facturx/inspect.ts'
import { CONTAINER_PACKS } from './facturx/rules/pack.ts'
import { type Profile, profileOf } from './guidelines.ts'
import { type Failure, judge } from './judge.ts'
import { readInvoice } from './read.ts'
import type { Reading } from './reading.ts'
import type { RulePack } from './rules/packs.ts'
import { packsFor } from './rules/profiles.ts'
import { isPdf } from './xml-of.ts'
import { Unreadable } from './unreadable.ts'
import type { Schemas } from './xsd/schemas.ts'
import { type SchemaFailure, schemaFor, validateRead } from './xsd/validate.ts'

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
  /** Of the PDF first, then of the invoice in it: what its schema holds against it, then the rules. */
  readonly failures: readonly (ContainerFailure | SchemaFailure | Failure)[]
}

export type ExamineOptions = {
  /** The official schemas (`schemasIn(folder)`, kept from file to file): without them, and where they lack one, no schema judges. */
  readonly schemas?: Schemas | undefined
}

/** `examine` for whatever a platform sends: an invoice, or a message of its life (CDAR). */
export function examineFile(bytes: Uint8Array, options: ExamineOptions = {}): Examination | MessageExamination {
  try {
    return examine(bytes, options)
  } catch (error) {
    if (error instanceof Unreadable && error.facts['root'] === CDAR_ROOT) return examineMessage(bytes, options)
    throw error
  }
}

/** Reads and judges a file. Refuses by name what is no invoice that can be read: `xml_…` (`Unreadable`) or `pdf_…`. */
export function examine(bytes: Uint8Array, options: ExamineOptions = {}): Examination {
  if (!isPdf(bytes)) return examination(bytes, { hybrid: false, ...options })
  const container = inspectPdf(bytes)
  if (container.xml === undefined) throw new Refusal('pdf_without_einvoice')
  const inside = examination(container.xml, { hybrid: true, ...options })
  const failures = [...judgeContainer(container, inside.reading.invoice), ...inside.failures]
  return { ...inside, failures, verdict: verdictOf(failures), packs: { ...CONTAINER_PACKS, ...inside.packs } }
}

function examination(xml: Uint8Array, { hybrid, schemas }: ExamineOptions & { readonly hybrid: boolean }): Examination {
  const reading = readInvoice(xml)
  const schema = schemaFor(reading, { isInPdf: hybrid })
  const schemaFailures = schemas && validateRead(reading, schema, schemas)
  const packs = packsFor(reading)
  const verdict = judge(reading, schemaFailures ? packs.map(withoutStructure) : packs)
  const failures = [...(schemaFailures ?? []), ...verdict.failures]
  const judgedBy = { ...(schemaFailures ? { XSD: schema } : {}), ...verdict.packs }
  const profile = profileOf(reading.guideline)
  return { reading, ...(profile === undefined ? {} : { profile }), hybrid, xml, verdict: verdictOf(failures), packs: judgedBy, failures }
}

/** Where the schema itself has judged, its faults are not told twice. */
const withoutStructure = (pack: RulePack): RulePack => ({ ...pack, structure: undefined })

const verdictOf = (failures: Examination['failures']): Examination['verdict'] =>
  failures.some(({ severity }) => severity === 'fatal') ? 'invalid' : 'valid'
