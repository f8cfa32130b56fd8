import { XmlDocument, XmlValidateError } from 'libxml2-wasm'
import { levelOf, profileOf } from '../guidelines.ts'
import type { Reading } from '../reading.ts'
import { readXml } from '../xml/read.ts'
import type { SchemaName, Schemas } from './schemas.ts'
import { tellSchemaFault } from './sentences.ts'

export type SchemaFailure = {
  readonly rule: 'XSD'
  /** The schema that was broken. */
  readonly pack: SchemaName
  readonly severity: 'fatal'
  readonly line: number
  readonly column: number
  readonly found?: string
  readonly fr: string
  readonly en: string
}

/** More would be one fault repeated on every line. */
const MAX_FAILURES = 100

/**
 * Which schema an invoice must obey: that of its syntax; inside a PDF the narrower one of its Factur-X profile, when its guideline names one.
 */
export function schemaFor({ root, guideline }: Pick<Reading, 'root' | 'guideline'>, { isInPdf = false } = {}): SchemaName {
  if (root === 'Invoice') return 'UBL Invoice 2.1'
  if (root === 'CreditNote') return 'UBL CreditNote 2.1'
  const profile = profileOf(guideline)
  return isInPdf && profile !== undefined ? `Factur-X 1.09 ${levelOf(profile)}` : 'CII D22B'
}

/**
 * What the schema holds against an XML file, in the order of the file. Undefined where the schema is not at hand: nothing was judged. Throws
 * `Unreadable` on what is no XML, or has a document type.
 */
export function validateXsd(xml: Uint8Array, schema: SchemaName, schemas: Schemas): SchemaFailure[] | undefined {
  const validator = schemas.validator(schema)
  if (!validator) return undefined
  // Our reader refuses entities and what is too large, before another engine sees the file.
  readXml(xml)
  const document = XmlDocument.fromBuffer(xml)
  try {
    validator.validate(document)
    return []
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error
    return error.details.slice(0, MAX_FAILURES).map((detail) => failureOf(schema, detail))
  } finally {
    document.dispose()
  }
}

function failureOf(schema: SchemaName, { message, line, col }: XmlValidateError['details'][number]): SchemaFailure {
  const { fr, en, found } = tellSchemaFault(message)
  return { rule: 'XSD', pack: schema, severity: 'fatal', line, column: col, ...(found === undefined ? {} : { found }), fr, en }
}
