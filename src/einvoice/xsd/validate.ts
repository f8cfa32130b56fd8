import { ParseOption, XmlDocument, XmlParseError, XmlValidateError } from 'libxml2-wasm'
import { levelOf, profileOf } from '../guidelines.ts'
import type { Reading } from '../reading.ts'
import { readXml } from '../xml/read.ts'
import type { SchemaName, Schemas } from './schemas.ts'
import { tellSchemaFault } from './sentences.ts'

export type SchemaFailure = {
  readonly rule: 'XSD'
  readonly pack: 'XSD'
  /** The schema that was broken. */
  readonly schema: SchemaName
  readonly severity: 'fatal'
  /** A schema knows neither terms nor fields: the fault is of the file. */
  readonly term: ''
  readonly path: ''
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
  if (!schemas.validator(schema)) return undefined
  // Our reader refuses entities and what is too large, before another engine sees the file.
  return validateRead(readXml(xml).source, schema, schemas)
}

/** The same of a file that our reader has read: its text, whatever the encoding it came in. */
export function validateRead(source: string, schema: SchemaName, schemas: Schemas): SchemaFailure[] | undefined {
  const validator = schemas.validator(schema)
  if (!validator) return undefined
  const failures = (details: XmlValidateError['details']) => details.slice(0, MAX_FAILURES).map((detail) => failureOf(schema, detail))
  let document: XmlDocument | undefined
  try {
    // An attachment may be one text of many megabytes. A text has no encoding: what the file declares of its own is passed over.
    document = XmlDocument.fromString(source, { option: ParseOption.XML_PARSE_HUGE | ParseOption.XML_PARSE_IGNORE_ENC })
    validator.validate(document)
    return []
  } catch (error) {
    // What the other engine cannot read at all is told as it tells it.
    if (error instanceof XmlValidateError || error instanceof XmlParseError) return failures(error.details)
    throw error
  } finally {
    document?.dispose()
  }
}

function failureOf(schema: SchemaName, { message, line, col }: XmlValidateError['details'][number]): SchemaFailure {
  const { fr, en, found } = tellSchemaFault(message)
  const where = { rule: 'XSD', pack: 'XSD', schema, severity: 'fatal', term: '', path: '', line, column: col } as const
  return { ...where, ...(found === undefined ? {} : { found }), fr, en }
}
