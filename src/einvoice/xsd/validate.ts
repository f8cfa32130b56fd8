import { ParseOption, XmlDocument, XmlParseError, XmlValidateError } from 'libxml2-wasm'
import { levelOf, profileOf } from '../guidelines.ts'
import type { Reading } from '../reading.ts'
import { placesIn } from '../xml/places.ts'
import { readXml, type XmlElement } from '../xml/read.ts'
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

type Detail = XmlValidateError['details'][number]

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
  const { root, source } = readXml(xml)
  return validateRead({ source, tree: root }, schema, schemas)
}

/** The same of a file that our reader has read: its text, whatever the encoding it came in. */
export function validateRead(
  { source, tree }: Pick<Reading, 'source' | 'tree'>,
  schema: SchemaName,
  schemas: Schemas,
): SchemaFailure[] | undefined {
  const validator = schemas.validator(schema)
  if (!validator) return undefined
  if (faultsOf(source, validator).length === 0) return []
  // The engine tells lines alone: asked again with each element on a line of its own, it tells the element.
  const { elementAt, spread } = spreadOut(source, tree)
  const placeOf = placesIn(source)
  return faultsOf(spread, validator)
    .slice(0, MAX_FAILURES)
    .map((detail) => failureOf(schema, detail, placeOf(elementAt(detail.line))))
}

type Validator = NonNullable<ReturnType<Schemas['validator']>>

function faultsOf(source: string, validator: Validator): readonly Detail[] {
  let document: XmlDocument | undefined
  try {
    // An attachment may be one text of many megabytes. A text has no encoding: what the file declares of its own is passed over.
    const option = ParseOption.XML_PARSE_HUGE | ParseOption.XML_PARSE_IGNORE_ENC | ParseOption.XML_PARSE_BIG_LINES
    document = XmlDocument.fromString(source, { option })
    validator.validate(document)
    return []
  } catch (error) {
    // What the other engine cannot read at all is told as it tells it.
    if (error instanceof XmlValidateError || error instanceof XmlParseError) return error.details
    throw error
  } finally {
    document?.dispose()
  }
}

/** The same file with the line broken after the name of each element, where white space means nothing. */
function spreadOut(source: string, tree: XmlElement): { readonly spread: string; readonly elementAt: (line: number) => XmlElement } {
  const elements: XmlElement[] = []
  const lines: number[] = []
  let spread = ''
  let line = 1
  let done = 0
  const take = (end: number): void => {
    for (let at = source.indexOf('\n', done); at >= 0 && at < end; at = source.indexOf('\n', at + 1)) line += 1
    spread += source.slice(done, end)
    done = end
  }
  const visit = (element: XmlElement): void => {
    take(element.at + 1 + element.written.length)
    spread += '\n'
    line += 1
    elements.push(element)
    lines.push(line)
    for (const child of element.children) visit(child)
  }
  visit(tree)
  spread += source.slice(done)
  return {
    spread,
    elementAt: (sought) =>
      elements[
        Math.max(
          0,
          lines.findLastIndex((each) => each <= sought),
        )
      ] ?? tree,
  }
}

function failureOf(schema: SchemaName, { message }: Detail, { column, line }: { line: number; column: number }): SchemaFailure {
  const { fr, en, found } = tellSchemaFault(message)
  const where = { rule: 'XSD', pack: 'XSD', schema, severity: 'fatal', term: '', path: '', line, column } as const
  return { ...where, ...(found === undefined ? {} : { found }), fr, en }
}
