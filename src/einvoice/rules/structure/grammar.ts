/**
 * What the schemas of CII D22B, UBL 2.1 and CDAR D22B let stand where, so that a file that breaks its schema is never called valid when no schema is at hand. One line
 * for each kind of element that invoices use:
 *
 * - `Kind = ram:ID?/IDType ram:Name*` holds these elements in this order: one, `?` at most one, `*` any number, `+` at least one. After `/` the
 *   kind of the element; without it what stands inside is not known here.
 * - `Kind | udt:A udt:B` holds one of them.
 * - `Kind @ schemeID currencyID!` holds text, and may bear these attributes; those with `!` must stand.
 */
import { CDAR_NAMESPACES } from '../../cdar/table.ts'
import { CII_NAMESPACES } from '../../cii/table.ts'
import { UBL_NAMESPACES } from '../../ubl/table.ts'
import { keepName } from '../../xml/names.ts'
import { remembered } from '../rule.ts'
import { CDAR_STRUCTURE } from './cdar.generated.ts'
import { CII_STRUCTURE } from './cii.generated.ts'
import { UBL_STRUCTURE } from './ubl.generated.ts'

export type Particle = {
  readonly name: string
  readonly namespace: string
  /** Its place among those of its kind. */
  readonly index: number
  readonly isMany: boolean
  readonly isNeeded: boolean
  readonly kind: Kind | undefined
}

export type Kind = {
  /** Nothing in a kind that holds text. */
  readonly particles: ReadonlyMap<string, Particle> | undefined
  readonly isChoice: boolean
  readonly needed: readonly Particle[]
  readonly attributes: ReadonlySet<string>
  readonly neededAttributes: readonly string[]
}

type Building = { -readonly [Key in keyof Kind]: Kind[Key] }

type Uris = Readonly<Record<string, string>>

const URIS: Uris = {
  ...CII_NAMESPACES,
  ...UBL_NAMESPACES,
  ext: 'urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2',
}
const PARTICLE = /^(\w+):(\w+)([?*+]?)(?:\/(\w+))?$/
const NOTHING: ReadonlySet<string> = new Set()

function parse(text: string, uris: Uris): ReadonlyMap<string, Kind> {
  const rows = text
    .trim()
    .split('\n')
    .map((line) => line.split(' '))
  const kinds = new Map(rows.map(([name = '']): [string, Building] => [name, emptyKind()]))
  for (const [name = '', sign, ...parts] of rows) {
    const kind = kinds.get(name)
    if (!kind) continue
    if (sign === '@') {
      kind.attributes = new Set(parts.map((part) => part.replace('!', '')))
      kind.neededAttributes = parts.filter((part) => part.endsWith('!')).map((part) => part.slice(0, -1))
      continue
    }
    const particles = parts.map((part, index) => particleOf(part, index, kinds, uris))
    kind.particles = new Map(particles.map((particle) => [particle.name, particle]))
    kind.isChoice = sign === '|'
    kind.needed = kind.isChoice ? [] : particles.filter(({ isNeeded }) => isNeeded)
  }
  return kinds
}

const emptyKind = (): Building => ({ particles: undefined, isChoice: false, needed: [], attributes: NOTHING, neededAttributes: [] })

function particleOf(part: string, index: number, kinds: ReadonlyMap<string, Kind>, uris: Uris): Particle {
  const [, prefix = '', name = '', often = '', kind = ''] = PARTICLE.exec(part) ?? []
  return {
    name: keepName(name),
    namespace: keepName(uris[prefix] ?? ''),
    index,
    isMany: often === '*' || often === '+',
    isNeeded: often === '' || often === '+',
    kind: kinds.get(kind),
  }
}

type Source = { readonly text: string; readonly root?: string }

const UBL: Source = { text: UBL_STRUCTURE }
const SOURCES = {
  CrossIndustryInvoice: { text: CII_STRUCTURE },
  Invoice: UBL,
  CreditNote: UBL,
  CrossDomainAcknowledgementAndResponse: { text: CDAR_STRUCTURE, root: CDAR_NAMESPACES.rsm },
} as const satisfies Readonly<Record<string, Source>>
const kindsOf = remembered(({ root, text }: Source) => parse(text, root === undefined ? URIS : { ...URIS, rsm: root }))

export type StructuredRoot = keyof typeof SOURCES

/** The kind of a root element. */
export const kindOfRoot = (root: StructuredRoot): Kind | undefined => kindsOf(SOURCES[root]).get(root)
