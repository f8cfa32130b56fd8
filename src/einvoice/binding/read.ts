/** Walks a file and a table together: the fields go into the model, and, when asked, their places and all that has no field into notes. */
import type { Remark, RemarkKind } from '../reading.ts'
import { NO_ATTRIBUTES, type XmlElement } from '../xml/element.ts'
import type { Content, FieldPath, Leaf, Node } from './compile.ts'
import { find } from './path.ts'
import type { Context } from './rows.ts'

/** What a second, noting walk gathers. */
export type Notes = {
  readonly places: Map<string, XmlElement>
  readonly remarks: (Omit<Remark, 'place'> & { readonly at: XmlElement })[]
  /** Of the lines, which are many, those that matter, by number or element; all of them when absent. */
  readonly only?: ReadonlySet<number | XmlElement>
}

const LINES = 'lines'

/** A file made of nothing but faults must not cost more than its size: what goes beyond is not noted. */
const MAX_REMARKS = 10_000

type Group = Record<string, unknown>

export function bind(content: Content, context: Context, notes?: Notes): Group {
  const walk = new Walk(context, notes)
  walk.content(content, context.root, walk.invoice, '', context.root.name)
  return walk.invoice
}

/** Which single elements of a group have come: one bit each, in as few numbers as do. */
class Taken {
  #low = 0
  #others: Node[] | undefined

  /** False when it had come already. */
  add(node: Node): boolean {
    if (node.index < BITS) {
      const bit = 1 << node.index
      if ((this.#low & bit) !== 0) return false
      this.#low |= bit
      return true
    }
    this.#others ??= []
    if (this.#others.includes(node)) return false
    this.#others.push(node)
    return true
  }
}

const BITS = 31

class Walk {
  readonly invoice: Group = {}
  readonly #context: Context
  readonly #notes: Notes | undefined

  constructor(context: Context, notes: Notes | undefined) {
    this.#context = context
    this.#notes = notes
  }

  /** `path` is the model path of `target`, `trail` the element path; both are followed only when noting. */
  content(content: Content, element: XmlElement, target: Group, path: string, trail: string): void {
    if (content.own) this.#leaf(content.own, element, target, path, trail)
    this.#attributes(content.ownAttributes, element, target, path, trail)
    this.#children(content, element, target, path, trail)
    for (const { path: missing, field, value } of content.absents) {
      if (!find(element, missing)) this.#set(field, value, element, target, path, trail)
    }
  }

  #children(content: Content, element: XmlElement, target: Group, path: string, trail: string): void {
    const { children } = element
    if (children.length === 0) return
    const taken = new Taken()
    for (const child of children) {
      const inner = this.#notes ? `${trail}/${child.name}` : ''
      const candidates = content.byName.get(child.name)
      const node = candidates && this.#choose(candidates, child, taken)
      if (!node) this.#left(candidates, child, path, inner)
      else if (node.group) this.#group(node, child, target, path, inner)
      else this.#node(node, child, target, path, inner)
    }
  }

  /** The first row whose condition holds: a single element that has not come yet, or a list. */
  #choose(candidates: readonly Node[], element: XmlElement, taken: Taken): Node | undefined {
    for (const node of candidates) {
      if (node.namespace !== element.namespace) continue
      if (node.condition && !node.condition(element, this.#context)) continue
      if (node.group?.many || node.mark === '*') return node
      if (taken.add(node)) return node
    }
    return undefined
  }

  /** An element no row takes: the model has no field for it, or holds one already. */
  #left(candidates: readonly Node[] | undefined, element: XmlElement, path: string, trail: string): void {
    if (!this.#notes) return
    const repeated = candidates?.find(
      (node) => node.namespace === element.namespace && (!node.condition || node.condition(element, this.#context)),
    )
    const field = (repeated?.leaf ?? repeated?.group)?.field
    const at = field && (field.isOfInvoice || path === '' ? field.text : `${path}.${field.text}`)
    this.#unknown(element, trail, repeated ? 'repeated' : 'unknown', at ?? path)
  }

  #node(node: Node, element: XmlElement, target: Group, path: string, trail: string): void {
    if (node.leaf) {
      this.#leaf(node.leaf, element, target, path, trail)
      this.#attributes(node.attributes, element, target, path, trail, node.leaf.codec.attribute?.name)
      if (element.children.length > 0) for (const child of element.children) this.#unknown(child, `${trail}/${child.name}`, 'unknown', path)
    } else {
      this.#attributes(node.attributes, element, target, path, trail)
      this.content(node.content(), element, target, path, trail)
    }
  }

  #group({ group, content }: Node, element: XmlElement, target: Group, path: string, trail: string): void {
    if (!group) return
    const { owner, key, at } = this.#owner(group.field, target, path)
    // A group of the invoice itself may be told in several places: the first counts.
    if (group.field.isOfInvoice && owner[key] !== undefined) return this.#unknown(element, trail, 'repeated', at)
    let inner: Group
    let innerPath = ''
    if (group.many) {
      const list = (owner[key] ??= []) as Group[]
      inner = {}
      list.push(inner)
      if (this.#notes) {
        const { only } = this.#notes
        if (only && at === LINES && !only.has(list.length - 1) && !only.has(element)) return
        innerPath = `${at}.${list.length - 1}`
      }
    } else {
      inner = (owner[key] ??= {}) as Group
      innerPath = at
    }
    this.#notes?.places.set(innerPath, element)
    this.content(content(), element, inner, innerPath, trail)
  }

  #leaf({ field, codec }: Leaf, element: XmlElement, target: Group, path: string, trail: string): void {
    const value = codec.read(element, this.#context)
    if (value === undefined) return
    if (typeof value === 'object') {
      for (const [key, part] of Object.entries(value)) {
        if (part !== undefined) this.#set({ isOfInvoice: false, keys: key.split('.'), text: key }, part, element, target, path, trail)
      }
    } else this.#set(field, value, element, target, path, trail)
    if (this.#notes && codec.attribute) {
      const { name, of } = codec.attribute
      const found = element.attributes[name]
      const { at } = this.#owner(field, target, path)
      if (found !== of(this.#context)) this.#remark('attribute', element, trail, { attribute: name, value: found ?? '', path: at })
    }
  }

  #attributes(known: Node['attributes'], element: XmlElement, target: Group, path: string, trail: string, expected?: string): void {
    if (element.attributes === NO_ATTRIBUTES) return
    for (const name in element.attributes) {
      const value = element.attributes[name]
      // Hints for schema tools say nothing of the invoice.
      if (value === undefined || name.startsWith('xsi:')) continue
      const attribute = known.find((one) => one.name === name)
      if (attribute?.leaf) this.#set(attribute.leaf.field, value, element, target, path, trail)
      else if (name !== expected && attribute?.constant !== value) this.#remark('attribute', element, trail, { attribute: name, value })
    }
  }

  #set(field: FieldPath, value: unknown, element: XmlElement, target: Group, path: string, trail: string): void {
    if (!this.#notes && field.keys.length === 1 && !field.isOfInvoice) {
      target[field.text] ??= value
      return
    }
    const { owner, key, at } = this.#owner(field, target, path)
    if (owner[key] === undefined) {
      owner[key] = value
      this.#notes?.places.set(at, element)
    } else if (owner[key] !== value) this.#remark('repeated', element, trail, { value: element.text, path: at })
  }

  /** The object a field is of, made on the way, and the field's whole path. */
  #owner({ isOfInvoice, keys, text }: FieldPath, target: Group, path: string): { owner: Group; key: string; at: string } {
    let owner = isOfInvoice ? this.invoice : target
    for (let index = 0; index < keys.length - 1; index += 1) {
      const key = keys[index] ?? ''
      owner = (owner[key] ??= {}) as Group
    }
    const at = this.#notes ? (isOfInvoice || path === '' ? text : `${path}.${text}`) : ''
    return { owner, key: keys.at(-1) ?? '', at }
  }

  #unknown(element: XmlElement, trail: string, kind: RemarkKind, path: string): void {
    if (!this.#notes) return
    const pending: { readonly at: XmlElement; readonly trail: string }[] = [{ at: element, trail }]
    for (let next = pending.pop(); next; next = pending.pop()) {
      this.#remark(kind, next.at, next.trail, path === '' ? {} : { path })
      for (const child of next.at.children.toReversed()) pending.push({ at: child, trail: `${next.trail}/${child.name}` })
    }
  }

  #remark(kind: RemarkKind, at: XmlElement, element: string, more: Partial<Remark>): void {
    const remarks = this.#notes?.remarks
    if (remarks && remarks.length < MAX_REMARKS) remarks.push({ kind, element, value: at.text, at, ...more })
  }
}
