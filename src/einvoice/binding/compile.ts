/** Tables made ready to walk: a tree of the elements they name. */
import { keepName } from '../xml/names.ts'
import { find, type Mark, type Path, parsePath } from './path.ts'
import type { Codec, Condition, Context, Level, Row, Table } from './rows.ts'
import { LEVELS } from './rows.ts'

/** Where a field is: in the group at hand, or in the invoice itself. */
export type FieldPath = { readonly isOfInvoice: boolean; readonly keys: readonly string[]; readonly text: string }

export type Leaf = { readonly field: FieldPath; readonly codec: Codec }

export type Node = {
  readonly name: string
  readonly written: string
  readonly namespace: string
  /** Among its siblings. */
  readonly index: number
  readonly mark: Mark | undefined
  readonly condition: Condition | undefined
  /** Index in `LEVELS` of the smallest profile that may hold it. */
  level: number
  leaf: Leaf | undefined
  constant: string | undefined
  readonly attributes: { readonly name: string; readonly leaf: Leaf | undefined; readonly constant: string | undefined }[]
  readonly group:
    | { readonly field: FieldPath; readonly many: boolean; readonly only: ((item: never, index: number) => boolean) | undefined }
    | undefined
  readonly content: () => Content
}

export type Content = {
  readonly nodes: readonly Node[]
  readonly byName: ReadonlyMap<string, readonly Node[]>
  /** The group's own text, when it has a field. */
  readonly own: Leaf | undefined
  readonly ownAttributes: Node['attributes']
  readonly absents: readonly { readonly path: Path; readonly field: FieldPath; readonly value: string }[]
}

export type Namespaces = {
  /** By prefix as the tables write it; `` for paths without one. */
  readonly uris: Readonly<Record<string, string>>
  readonly prefixOf: (name: string, isLeaf: boolean) => string
  readonly conditions: Readonly<Record<string, (element: Parameters<Condition>[0], context: Context) => boolean>>
}

export function fieldPath(field: string): FieldPath {
  const isOfInvoice = field.startsWith('/')
  const text = isOfInvoice ? field.slice(1) : field
  return { isOfInvoice, keys: text === '.' ? [] : text.split('.'), text }
}

type Building = {
  nodes: Building[]
  node: Node | undefined
  absents: Content['absents'][number][]
  own: Leaf | undefined
  ownAttributes: Node['attributes']
}

/** Compiles each table once, also those that hold themselves. */
export function compiler(namespaces: Namespaces): (table: Table) => Content {
  const done = new Map<Table, Content>()

  const conditionOf = (text: string | undefined): Condition | undefined => {
    if (text === undefined) return undefined
    if (text.startsWith(':')) return namespaces.conditions[text.slice(1)] ?? unknown(text)
    const [path = '', value = ''] = text.split('=')
    const [steps = '', attribute] = path.split('@')
    const found = steps === '' ? [] : steps.split('/')
    return (element) => {
      const at = find(element, found)
      return (attribute === undefined ? at?.text : at?.attributes[attribute]) === value
    }
  }

  const place = (content: Building, row: Row): void => {
    const { steps, attribute } = parsePath(row.path)
    const level = row.level === undefined ? 0 : LEVELS.indexOf(row.level satisfies Level)
    let at = content
    for (const [index, step] of steps.entries()) {
      const isLast = index === steps.length - 1
      const isGroup = isLast && row.kind === 'group'
      const last = at.nodes.at(-1)
      const isSame = last?.node && !isGroup && !last.node.group && last.node.name === step.name && last.node.mark === step.mark
      if (last && isSame && conditionTexts.get(last) === step.condition && !(isLast && row.kind === 'leaf' && attribute === undefined)) {
        if (last.node) last.node.level = Math.min(last.node.level, level)
        at = last
        continue
      }
      const isLeaf = isLast && (row.kind !== 'group' || row.rows().some(({ path }) => path === '.'))
      const prefix = step.prefix ?? namespaces.prefixOf(step.name, isLeaf)
      const next: Building = { nodes: [], node: undefined, absents: [], own: undefined, ownAttributes: [] }
      const inner = isGroup ? () => compile(row.rows()) : lazily(() => contentOf(next))
      next.node = {
        name: keepName(step.name),
        written: prefix === '' ? step.name : `${prefix}:${step.name}`,
        namespace: keepName(namespaces.uris[prefix] ?? unknown(prefix)),
        index: at.nodes.length,
        mark: step.mark,
        condition: conditionOf(step.condition),
        level: step.mark === '!' ? 0 : level,
        leaf: undefined,
        constant: undefined,
        attributes: [],
        group: isGroup ? { field: fieldPath(row.field), many: row.many, only: row.only } : undefined,
        content: inner,
      }
      conditionTexts.set(next, step.condition)
      at.nodes.push(next)
      at = next
    }
    if (row.kind === 'group') return
    const leaf = row.kind === 'leaf' ? { field: fieldPath(row.field), codec: row.codec } : undefined
    const constant = row.kind === 'constant' ? row.text : undefined
    if (attribute !== undefined) (at.node?.attributes ?? at.ownAttributes).push({ name: attribute, leaf, constant })
    else if (at.node) {
      at.node.leaf = leaf
      at.node.constant = constant
    } else at.own = leaf
    if (leaf?.codec.absent !== undefined) {
      content.absents.push({ path: steps.map((step) => step.name), field: leaf.field, value: leaf.codec.absent })
    }
  }
  const conditionTexts = new Map<Building, string | undefined>()

  const contentOf = (building: Building): Content => {
    const nodes = building.nodes.flatMap((inner) => inner.node ?? [])
    const byName = new Map<string, Node[]>()
    for (const node of nodes) byName.set(node.name, [...(byName.get(node.name) ?? []), node])
    return { nodes, byName, own: building.own, ownAttributes: building.ownAttributes, absents: building.absents }
  }

  const compile = (table: Table): Content => {
    const known = done.get(table)
    if (known) return known
    const building: Building = { nodes: [], node: undefined, absents: [], own: undefined, ownAttributes: [] }
    for (const row of table) place(building, row)
    const content = contentOf(building)
    done.set(table, content)
    return content
  }
  return compile
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

function unknown(name: string): never {
  throw new Error(`unknown in a binding table: ${name}`)
}
