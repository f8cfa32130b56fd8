/** What a PDF's metadata says of the archive format and of the invoice inside (XMP, ISO 16684-1, as PDF/A restricts it). */
import { Unreadable } from '../unreadable.ts'
import { type XmlBounds, type XmlElement, readXml } from '../xml/read.ts'

/** The words of one hybrid standard, as found: anything may be missing or wrong. */
export type HybridWords = {
  readonly namespace: string
  readonly prefix: string
  readonly values: ReadonlyMap<string, string>
}

export type ExtensionSchema = { readonly namespace: string; readonly prefix: string; readonly properties: readonly string[] }

export type Xmp = {
  /** `pdfaid:part` and `pdfaid:conformance`: 3 and B for PDF/A-3b. */
  readonly part?: string
  readonly conformance?: string
  readonly hybrids: readonly HybridWords[]
  readonly schemas: readonly ExtensionSchema[]
}

/** Metadata of an invoice takes a few thousand bytes. */
const XMP_BOUNDS: XmlBounds = { maxBytes: 4_000_000, maxElements: 20_000, maxDepth: 50 }

const PDFA_ID = 'http://www.aiim.org/pdfa/ns/id/'
const EXTENSION = 'http://www.aiim.org/pdfa/ns/extension/'
const SCHEMA = 'http://www.aiim.org/pdfa/ns/schema#'
const PROPERTY = 'http://www.aiim.org/pdfa/ns/property#'
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'

const HYBRID_WORDS = new Set(['DocumentType', 'DocumentFileName', 'Version', 'ConformanceLevel'])
/** A namespace that means to be one of ours, mistyped or not. */
const HYBRID_NAMESPACE = /factur|zugferd|\bferd\b|CrossIndustryDocument/i

/** Undefined when the metadata is not well-formed XML: nobody can read it then. */
export function readXmp(bytes: Uint8Array): Xmp | undefined {
  try {
    const { root, source } = readXml(withoutPadding(bytes), XMP_BOUNDS)
    const notes = newNotes()
    walk(root, { notes, namespaces: namespacesOf(source) })
    return notes.xmp()
  } catch (error) {
    if (error instanceof Unreadable) return undefined
    throw error
  }
}

/** Some writers leave zeros behind the packet. */
function withoutPadding(bytes: Uint8Array): Uint8Array {
  // In UTF-16 a zero is half a character.
  if (bytes[0] === 0 || bytes[1] === 0) return bytes
  let end = bytes.length
  while (end > 0 && bytes[end - 1] === 0) end -= 1
  return bytes.subarray(0, end)
}

type Walk = { readonly notes: ReturnType<typeof newNotes>; readonly namespaces: ReadonlyMap<string, string> }

/** A property is an element or, written short, an attribute. */
function walk(element: XmlElement, context: Walk, parents: readonly XmlElement[] = []): void {
  const { notes, namespaces } = context
  if (element.namespace === RDF && element.name === 'li' && insideBagOfSchemas(parents)) notes.newSchema()
  for (const [written, value] of Object.entries(element.attributes)) {
    const [prefix = '', local] = written.split(':')
    if (local !== undefined) notes.add(namespaces.get(prefix) ?? '', local, prefix, value)
  }
  if (element.children.length === 0) notes.add(element.namespace, element.name, element.written.split(':')[0] ?? '', element.text)
  for (const child of element.children) walk(child, context, [...parents, element])
}

/** Metadata binds each prefix once, as all writers do. */
function namespacesOf(source: string): ReadonlyMap<string, string> {
  return new Map(Array.from(source.matchAll(/\sxmlns:([\w.-]+)\s*=\s*["']([^"']*)["']/g), ([, prefix = '', uri = '']) => [prefix, uri]))
}

/** Directly under the bag of `pdfaExtension:schemas`, not in the list of a schema's own properties. */
function insideBagOfSchemas(parents: readonly XmlElement[]): boolean {
  const [bag, schemas] = [parents.at(-1), parents.at(-2)]
  return bag?.namespace === RDF && schemas?.namespace === EXTENSION && schemas.name === 'schemas'
}

function newNotes() {
  const pdfa = new Map<string, string>()
  const hybrids: { readonly namespace: string; readonly prefix: string; readonly values: Map<string, string> }[] = []
  const schemas: { namespace: string; prefix: string; properties: string[] }[] = []
  const hybridOf = (namespace: string, prefix: string) => {
    const known = hybrids.find((hybrid) => hybrid.namespace === namespace)
    const hybrid = known ?? { namespace, prefix, values: new Map<string, string>() }
    if (!known) hybrids.push(hybrid)
    return hybrid
  }
  return {
    newSchema: () => schemas.push({ namespace: '', prefix: '', properties: [] }),
    add(uri: string, local: string, prefix: string, text: string): void {
      const value = text.trim()
      const schema = schemas.at(-1)
      if (uri === PDFA_ID) pdfa.set(local, value)
      else if (uri === SCHEMA && schema && local === 'namespaceURI') schema.namespace = value
      else if (uri === SCHEMA && schema && local === 'prefix') schema.prefix = value
      else if (uri === PROPERTY && schema && local === 'name') schema.properties.push(value)
      else if (HYBRID_WORDS.has(local) && HYBRID_NAMESPACE.test(uri)) hybridOf(uri, prefix).values.set(local, value)
    },
    xmp(): Xmp {
      const [part, conformance] = [pdfa.get('part'), pdfa.get('conformance')]
      return { ...(part === undefined ? {} : { part }), ...(conformance === undefined ? {} : { conformance }), hybrids, schemas }
    },
  }
}
