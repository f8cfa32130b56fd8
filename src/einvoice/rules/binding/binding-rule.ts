/**
 * Rules on the file rather than on the invoice: how often an element may stand, which attributes it needs, which codes it may hold. They read
 * the tree of the XML; each names the elements it looks at by their last names (`CategoryTradeTax/CategoryCode`), whatever the prefix.
 */
import { NO_ATTRIBUTES, type XmlElement } from '../../xml/element.ts'
import type { Severity } from '../rule.ts'

export type BindingRule = {
  readonly id: string
  /** Empty when it speaks of any: a failure then bears that of the field or group around it, where there is one. */
  readonly term: string
  /** It speaks of several fields: a failure bears the term of its own. */
  readonly termOfField?: true
  readonly severity: Severity
  /** `TaxTotal/TaxAmount` wherever it stands, `/Invoice/TaxTotal` at the root, `@name` for every element that has this attribute, `*` for every element. */
  readonly at: readonly string[]
  readonly breaks: (element: XmlElement, root: XmlElement, ancestors: readonly XmlElement[]) => boolean
  /** What was found, when it is not the text of the element. */
  readonly found?: (element: XmlElement) => string
  readonly fr: string
  readonly en: string
}

/** `ancestors` from the root to the element around. */
export type BindingBreach = {
  readonly rule: BindingRule
  readonly element: XmlElement
  readonly ancestors: readonly XmlElement[]
  /** When the rule does not tell it of the element alone. */
  readonly found?: string
  readonly facts?: Readonly<Record<string, string>>
}

type Awaited = { readonly rule: BindingRule; readonly names: readonly string[]; readonly fromRoot: boolean }
type ByName = ReadonlyMap<string, readonly Awaited[]>

export type BindingIndex = {
  readonly byName: ByName
  /** What is looked at inside each element that a rule names around its own, and inside all others. */
  readonly inside: ReadonlyMap<string, ByName>
  readonly elsewhere: ByName
  readonly byAttribute: ReadonlyMap<string, readonly BindingRule[]>
  readonly everywhere: readonly BindingRule[]
}

/** Rules by the last name of what they look at, so that a file is walked once. */
export function indexed(rules: readonly BindingRule[]): BindingIndex {
  const byName = new Map<string, Awaited[]>()
  const byAttribute = new Map<string, BindingRule[]>()
  const everywhere: BindingRule[] = []
  for (const rule of rules) {
    for (const path of rule.at) {
      if (path === '*') {
        everywhere.push(rule)
        continue
      }
      if (path.startsWith('@')) {
        const name = path.slice(1)
        byAttribute.set(name, [...(byAttribute.get(name) ?? []), rule])
        continue
      }
      const fromRoot = path.startsWith('/')
      const names = path.split('/').filter((name) => name !== '')
      const last = names.at(-1) ?? ''
      const awaited = byName.get(last)
      if (awaited) awaited.push({ rule, names, fromRoot })
      else byName.set(last, [{ rule, names, fromRoot }])
    }
  }
  const all = [...byName.values()].flat()
  const parents = new Set(all.flatMap(({ names }) => names.at(-2) ?? []))
  const within = (parent: string | undefined) => awaitedInside(all, parent)
  return {
    byName,
    inside: new Map([...parents].map((name) => [name, within(name)])),
    elsewhere: within(undefined),
    byAttribute,
    everywhere,
  }
}

/** Every rule of an index, once. */
export function rulesIn({ byName, byAttribute, everywhere }: BindingIndex): readonly BindingRule[] {
  const named = [...byName.values()].flatMap((awaited) => awaited.map(({ rule }) => rule))
  return [...new Set([...named, ...[...byAttribute.values()].flat(), ...everywhere])]
}

const NONE: readonly BindingRule[] = []

function awaitedInside(all: readonly Awaited[], parent: string | undefined): ByName {
  const found = new Map<string, Awaited[]>()
  for (const awaited of all) {
    const { names, fromRoot } = awaited
    if (names.length === 1 ? fromRoot : names.at(-2) !== parent) continue
    const name = names.at(-1) ?? ''
    found.set(name, [...(found.get(name) ?? []), awaited])
  }
  return found
}

function stands(names: readonly string[], fromRoot: boolean, ancestors: readonly XmlElement[]): boolean {
  const before = names.length - 1
  if (before > ancestors.length || (fromRoot && before !== ancestors.length)) return false
  for (let back = 1; back <= before; back++) {
    if (ancestors[ancestors.length - back]?.name !== names[before - back]) return false
  }
  return true
}

/** Everything in a file that breaks one of the rules, in the order of the file. Depth is bounded by the reader. */
export function bindingBreaches(root: XmlElement, { byAttribute, byName, elsewhere, everywhere, inside }: BindingIndex): BindingBreach[] {
  const breaches: BindingBreach[] = []
  const ancestors: XmlElement[] = []
  const visit = (element: XmlElement, here: ByName): void => {
    const awaited = here.get(element.name)
    if (awaited) {
      for (const { rule, names, fromRoot } of awaited) {
        if (stands(names, fromRoot, ancestors) && rule.breaks(element, root, ancestors))
          breaches.push({ rule, element, ancestors: [...ancestors] })
      }
    }
    if (element.attributes !== NO_ATTRIBUTES) {
      for (const name in element.attributes) {
        for (const rule of byAttribute.get(name) ?? NONE)
          if (rule.breaks(element, root, ancestors)) breaches.push({ rule, element, ancestors: [...ancestors] })
      }
    }
    for (const rule of everywhere) if (rule.breaks(element, root, ancestors)) breaches.push({ rule, element, ancestors: [...ancestors] })
    if (element.children.length === 0) return
    ancestors.push(element)
    const inner = inside.get(element.name) ?? elsewhere
    for (const child of element.children) visit(child, inner)
    ancestors.pop()
  }
  visit(root, byName)
  return breaches
}

/** `count(element, 'PartyName/Name')`: how many stand under it, by their names. */
export function count(element: XmlElement, path: string): number {
  return countAt(element, path.split('/'), 0)
}

function countAt(element: XmlElement, names: readonly string[], at: number): number {
  let found = 0
  for (const child of element.children) {
    if (child.name !== names[at]) continue
    found += at === names.length - 1 ? 1 : countAt(child, names, at + 1)
  }
  return found
}

/** Every element under that path, through all that repeats. */
export function namesOf(element: XmlElement | undefined, [name, ...rest]: readonly string[]): XmlElement[] {
  if (!element || name === undefined) return []
  const found = element.children.filter((child) => child.name === name)
  return rest.length === 0 ? found : found.flatMap((child) => namesOf(child, rest))
}

export const childNamed = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((child) => child.name === name)

/** The text of a child, without the white space around it; empty when there is none. */
export const textOf = (element: XmlElement, name: string): string => childNamed(element, name)?.text.trim() ?? ''
