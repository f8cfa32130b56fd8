/**
 * Rules on the file rather than on the invoice: how often an element may stand, which attributes it needs, which codes it may hold. They read
 * the tree of the XML; each names the elements it looks at by their last names (`CategoryTradeTax/CategoryCode`), whatever the prefix.
 */
import type { XmlElement } from '../../xml/read.ts'
import type { Severity } from '../rule.ts'

export type BindingRule = {
  readonly id: string
  readonly term: string
  readonly severity: Severity
  /** `TaxTotal/TaxAmount` wherever it stands, `/Invoice/TaxTotal` at the root, `*` for every element. */
  readonly at: readonly string[]
  readonly breaks: (element: XmlElement, root: XmlElement, ancestors: readonly XmlElement[]) => boolean
  /** What was found, when it is not the text of the element. */
  readonly found?: (element: XmlElement) => string
  readonly fr: string
  readonly en: string
}

export type BindingBreach = { readonly rule: BindingRule; readonly element: XmlElement }

type Awaited = { readonly rule: BindingRule; readonly names: readonly string[]; readonly fromRoot: boolean }
export type BindingIndex = { readonly byName: ReadonlyMap<string, readonly Awaited[]>; readonly everywhere: readonly BindingRule[] }

/** Rules by the last name of what they look at, so that a file is walked once. */
export function indexed(rules: readonly BindingRule[]): BindingIndex {
  const byName = new Map<string, Awaited[]>()
  const everywhere: BindingRule[] = []
  for (const rule of rules) {
    for (const path of rule.at) {
      if (path === '*') {
        everywhere.push(rule)
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
  return { byName, everywhere }
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
export function bindingBreaches(root: XmlElement, { byName, everywhere }: BindingIndex): BindingBreach[] {
  const breaches: BindingBreach[] = []
  const ancestors: XmlElement[] = []
  const visit = (element: XmlElement): void => {
    const awaited = byName.get(element.name)
    if (awaited) {
      for (const { rule, names, fromRoot } of awaited) {
        if (stands(names, fromRoot, ancestors) && rule.breaks(element, root, ancestors)) breaches.push({ rule, element })
      }
    }
    for (const rule of everywhere) if (rule.breaks(element, root, ancestors)) breaches.push({ rule, element })
    if (element.children.length === 0) return
    ancestors.push(element)
    for (const child of element.children) visit(child)
    ancestors.pop()
  }
  visit(root)
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

export const childNamed = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((child) => child.name === name)

/** The text of a child, without the white space around it; empty when there is none. */
export const textOf = (element: XmlElement, name: string): string => childNamed(element, name)?.text.trim() ?? ''
