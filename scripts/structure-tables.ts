/**
 * `node scripts/structure-tables.ts FOLDER`: what the official schemas say of the elements that our tables know, their order and how often each may stand,
 * as the tables of `rules/structure/`. FOLDER is laid out as for `schemasIn`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Content } from '../src/einvoice/binding/compile.ts'
import { CDAR, CDAR_NAMESPACES } from '../src/einvoice/cdar/table.ts'
import { CII, CII_NAMESPACES } from '../src/einvoice/cii/table.ts'
import { UBL, UBL_NAMESPACES } from '../src/einvoice/ubl/table.ts'
import { readXml, type XmlElement } from '../src/einvoice/xml/read.ts'

type Schema = { readonly prefixes: ReadonlyMap<string, string>; readonly target: string }
/** A type or an element, and the schema that declares it. */
type Declared = { readonly element: XmlElement; readonly schema: Schema }
type Leaf = { readonly name: string; readonly attributes: ReadonlyMap<string, boolean> }

const PREFIXES: readonly (readonly [ending: string, prefix: string])[] = [
  [':CrossIndustryInvoice:100', 'rsm'],
  [':CrossDomainAcknowledgementAndResponse:100', 'rsm'],
  [':ReusableAggregateBusinessInformationEntity:100', 'ram'],
  [':QualifiedDataType:100', 'qdt'],
  [':UnqualifiedDataType:100', 'udt'],
  [':CommonBasicComponents-2', 'cbc'],
  [':CommonAggregateComponents-2', 'cac'],
  [':CommonExtensionComponents-2', 'ext'],
]

const prefixOf = (namespace: string): string => PREFIXES.find(([ending]) => namespace.endsWith(ending))?.[1] ?? ''
const named = (element: XmlElement, name: string): XmlElement | undefined => element.children.find((child) => child.name === name)

class Schemas {
  readonly #types = new Map<string, Declared>()
  readonly #elements = new Map<string, Declared>()

  constructor(folder: string) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      // That of signatures has a document type, and no invoice of ours has signatures.
      if (name.endsWith('.xsd') && !name.includes('xmldsig')) this.#add(join(folder, name))
    }
  }

  #add(path: string): void {
    const { root, source } = readXml(readFileSync(path))
    const opening = source.slice(root.at, source.indexOf('>', root.at))
    const prefixes = new Map([...opening.matchAll(/xmlns:?([\w-]*)\s*=\s*"([^"]*)"/g)].map(([, prefix = '', uri = '']) => [prefix, uri]))
    const schema = { prefixes, target: root.attributes['targetNamespace'] ?? '' }
    for (const element of root.children) {
      const key = `${schema.target} ${element.attributes['name']}`
      if (element.name === 'complexType') this.#types.set(key, { element, schema })
      if (element.name === 'element') this.#elements.set(key, { element, schema })
    }
  }

  #key(name: string, { prefixes }: Schema): string {
    const [prefix, local] = name.includes(':') ? name.split(':') : ['', name]
    return `${prefixes.get(prefix ?? '') ?? ''} ${local}`
  }

  element = (namespace: string, name: string): Declared | undefined => this.#elements.get(`${namespace} ${name}`)

  /** What an element of a sequence is: where it is declared, and its type. */
  particle({ element, schema }: Declared): { readonly name: string; readonly type: Declared | undefined } {
    const { name, ref, type } = element.attributes
    if (ref !== undefined) {
      const [namespace = '', local = ''] = this.#key(ref, schema).split(' ')
      const declared = this.#elements.get(`${namespace} ${local}`)
      return { name: `${prefixOf(namespace)}:${local}`, type: declared && this.particle(declared).type }
    }
    const own = named(element, 'complexType')
    const inner = own ? { element: own, schema } : type === undefined ? undefined : this.#types.get(this.#key(type, schema))
    return { name: `${prefixOf(schema.target)}:${name}`, type: inner }
  }

  /** The attributes of a type that holds text, by whether they must stand, under the name of the type that gives them. */
  leaf({ element, schema }: Declared, name: string): Leaf | undefined {
    const derived = named(element, 'simpleContent')?.children.find((child) => child.name === 'extension' || child.name === 'restriction')
    if (!derived) return undefined
    const base = this.#types.get(this.#key(derived.attributes['base'] ?? '', schema))
    const inherited = base && this.leaf(base, base.element.attributes['name'] ?? '')
    const own = derived.children.filter((child) => child.name === 'attribute')
    if (own.length === 0 && inherited) return inherited
    const attributes = new Map(inherited?.attributes)
    for (const { attributes: attribute } of own) attributes.set(attribute['name'] ?? '', attribute['use'] === 'required')
    return { name, attributes }
  }
}

const attributesOf = ({ attributes }: Leaf): string =>
  [...attributes].map(([attribute, isRequired]) => (isRequired ? `${attribute}!` : attribute)).join(' ')

const PLAIN: Leaf = { name: 'Plain', attributes: new Map() }

class Tables {
  readonly #schemas: Schemas
  readonly #reached = new Map<XmlElement, string>()
  readonly #declared: Declared[] = []
  /** A table may hold itself. */
  readonly #followed = new Set<Content>()
  readonly #leaves = new Map<string, Leaf>()

  constructor(schemas: Schemas) {
    this.#schemas = schemas
  }

  /** Follows a table of ours through the schema. */
  reach(type: Declared, content: Content, name: string): void {
    const { element, schema } = type
    if (this.#followed.has(content)) return
    this.#followed.add(content)
    if (!this.#reached.has(element)) this.#declared.push(type)
    this.#reached.set(element, name)
    for (const particle of this.#particles(type)) {
      const { type: inner, name: written } = this.#schemas.particle({ element: particle, schema })
      const local = written.split(':')[1] ?? ''
      for (const node of content.byName.get(local) ?? []) {
        if (!inner || this.#schemas.leaf(inner, local)) continue
        const within = inner.element.attributes['name'] ?? local
        if (node.content().nodes.length > 0) this.reach(inner, node.content(), within)
      }
    }
  }

  #particles({ element }: Declared): readonly XmlElement[] {
    return (named(element, 'sequence') ?? named(element, 'choice'))?.children.filter((child) => child.name === 'element') ?? []
  }

  lines(): string[] {
    const lines = this.#declared.map((type) => {
      const sign = named(type.element, 'choice') ? '|' : '='
      const particles = this.#particles(type).map((particle) => this.#written({ element: particle, schema: type.schema }))
      return [this.#reached.get(type.element) ?? '', sign, ...particles].join(' ')
    })
    const leaves = [...this.#leaves.values()].map((leaf) => `${leaf.name} @ ${attributesOf(leaf)}`.trimEnd())
    return [...lines, ...leaves.toSorted()]
  }

  /** Leaves with the same attributes are one. */
  #nameOf(leaf: Leaf): string {
    const key = attributesOf(leaf)
    const known = this.#leaves.get(key) ?? (key === '' ? PLAIN : leaf)
    this.#leaves.set(key, known)
    return known.name
  }

  #written(declared: Declared): string {
    const { name, type } = this.#schemas.particle(declared)
    const { maxOccurs = '1', minOccurs = '1' } = declared.element.attributes
    const often = maxOccurs === '1' ? (minOccurs === '0' ? '?' : '') : minOccurs === '0' ? '*' : '+'
    // What has no type of the schemas' own is a text, a day or a yes or no.
    const leaf = type ? this.#schemas.leaf(type, type.element.attributes['name'] ?? name.split(':')[1] ?? '') : PLAIN
    const within = (leaf && this.#nameOf(leaf)) ?? (type && this.#reached.get(type.element))
    return `${name}${often}${within === undefined ? '' : `/${within}`}`
  }
}

type Root = readonly [name: string, namespace: string, content: Content]

const SOURCES = {
  CII: { folder: 'cii-d22b', roots: [['CrossIndustryInvoice', CII_NAMESPACES.rsm, CII]] },
  UBL: {
    folder: 'ubl-2.1',
    roots: [
      ['Invoice', UBL_NAMESPACES.Invoice, UBL.Invoice],
      ['CreditNote', UBL_NAMESPACES.CreditNote, UBL.CreditNote],
    ],
  },
  CDAR: { folder: 'cdar-d22b', roots: [['CrossDomainAcknowledgementAndResponse', CDAR_NAMESPACES.rsm, CDAR]] },
} as const satisfies Readonly<Record<string, { readonly folder: string; readonly roots: readonly Root[] }>>

type Syntax = keyof typeof SOURCES
export const TABLES = Object.keys(SOURCES) as Syntax[]

/** The text of a table, from the schemas of a folder. */
function structureTable(root: string, syntax: Syntax): string {
  const { folder, roots } = SOURCES[syntax]
  const schemas = new Schemas(join(root, folder))
  const tables = new Tables(schemas)
  for (const [name, namespace, content] of roots) {
    const declared = schemas.element(namespace, name)
    const type = declared && schemas.particle(declared).type
    if (!type) throw new Error(`${name} is not in the schemas of ${folder}`)
    tables.reach(type, content, name)
  }
  return tables.lines().join('\n')
}

export const targetOf = (syntax: Syntax): string =>
  join(dirname(import.meta.dirname), `src/einvoice/rules/structure/${syntax.toLowerCase()}.generated.ts`)

export const fileOf = (folder: string, syntax: Syntax): string =>
  `/** Made by \`scripts/structure-tables.ts\`: read \`grammar.ts\` for what the signs mean. */\nexport const ${syntax}_STRUCTURE = \`\n${structureTable(folder, syntax)}\n\`\n`

const [, script, folder] = process.argv
if (import.meta.filename === script && folder !== undefined) {
  for (const syntax of TABLES) writeFileSync(targetOf(syntax), fileOf(folder, syntax))
}
