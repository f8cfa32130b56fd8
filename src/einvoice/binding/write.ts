/** Walks a model and a table together: the XML of the fields that the profile may hold, in the order of the rows. */
import { attribute, escapeXml } from '../xml/write.ts'
import type { Content, FieldPath, Leaf, Node } from './compile.ts'
import type { Currencies } from './rows.ts'

type Group = Readonly<Record<string, unknown>>

export type Writing = {
  readonly invoice: Group
  readonly currencies: Currencies
  /** Index in `LEVELS`. */
  readonly level: number
  /** True inside the items of a list that come after its first. */
  readonly isRepeat?: boolean
}

/** XML, and whether it tells anything: constants and fillers alone do not make the elements around them worth writing. */
type Written = { readonly xml: string; readonly tells: boolean }

const NOTHING: Written = { xml: '', tells: false }

/** XML of everything inside the root. */
export function writeContent(content: Content, source: Group, writing: Writing): string {
  return writeInside(content, source, writing).xml
}

function writeInside(content: Content, source: Group, writing: Writing): Written {
  let xml = ''
  let tells = false
  for (const node of content.nodes) {
    if (node.level > writing.level) continue
    const written = writeNode(node, source, writing)
    if (written.xml !== '') {
      xml += written.xml
      tells ||= written.tells
    } else if (node.leaf?.codec.required) return NOTHING
  }
  return xml === '' ? NOTHING : { xml, tells }
}

function writeNode(node: Node, source: Group, writing: Writing): Written {
  if (node.leaf) return writeLeaf(node, node.leaf, source, writing)
  if (node.constant !== undefined) {
    return { xml: `<${node.written}${attributesOf(node.attributes, source, writing)}>${node.constant}</${node.written}>`, tells: false }
  }
  if (!node.group) {
    const { xml, tells } = writeInside(node.content(), source, writing)
    return tells || node.mark === '+' ? { xml: around(node, '', xml), tells } : telling(around(node, '', ''))
  }
  const value = valueAt(node.group.field, source, writing)
  if (!node.group.many) return telling(value === undefined ? around(node, '', '') : writeGroup(node, value as Group, writing))
  let all = ''
  const only = node.group.only as ((item: Group, index: number) => boolean) | undefined
  if (Array.isArray(value)) {
    const items = value as readonly Group[]
    const later = items.length > 1 ? { ...writing, isRepeat: true } : writing
    for (const [index, item] of items.entries())
      if (!only || only(item, index)) all += writeGroup(node, item, index === 0 ? writing : later)
  }
  return telling(all)
}

const telling = (xml: string): Written => (xml === '' ? NOTHING : { xml, tells: true })

function writeGroup(node: Node, group: Group, writing: Writing): string {
  const content = node.content()
  const { own } = content
  if (own) {
    const text = own.codec.write(own.field.keys.length === 0 ? group : valueAt(own.field, group, writing), writing.currencies)
    return text === undefined ? '' : around(node, attributesOf(content.ownAttributes, group, writing), escapeXml(text))
  }
  const { xml, tells } = writeInside(content, group, writing)
  return around(node, attributesOf(content.ownAttributes, group, writing), tells ? xml : '')
}

function writeLeaf(node: Node, { field, codec }: Leaf, source: Group, writing: Writing): Written {
  if (codec.readOnly || (codec.once && writing.isRepeat)) return NOTHING
  const value = field.keys.length === 0 ? source : valueAt(field, source, writing)
  const text = codec.write(value, writing.currencies)
  if (text === undefined || (text.trim() === '' && !codec.must)) return NOTHING
  const own = codec.attribute ? attribute(codec.attribute.name, codec.attribute.of(writing.currencies)) : ''
  const attributes = attributesOf(node.attributes, source, writing)
  return {
    xml: `<${node.written}${own}${attributes}>${escapeXml(text)}</${node.written}>`,
    tells: codec.filler !== true || value !== undefined,
  }
}

function attributesOf(attributes: Node['attributes'], source: Group, writing: Writing): string {
  let written = ''
  for (const { name, leaf, constant } of attributes) {
    const value = leaf ? leaf.codec.write(valueAt(leaf.field, source, writing), writing.currencies) : constant
    written += attribute(name, value)
  }
  return written
}

function around(node: Node, attributes: string, inner: string): string {
  if (inner === '') return node.mark === '!' ? `<${node.written}${attributes}/>` : ''
  return `<${node.written}${attributes}>${inner}</${node.written}>`
}

function valueAt({ isOfInvoice, keys }: FieldPath, source: Group, { invoice }: Writing): unknown {
  let value: unknown = isOfInvoice ? invoice : source
  for (const key of keys) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Group)[key]
  }
  return value
}
