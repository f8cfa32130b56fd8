/**
 * XML as a tree, for files strangers send: well-formedness and namespaces are checked; a document type, an entity, or a file beyond the
 * bounds is refused by name. One pass, time linear in the file, memory a small multiple of it.
 */
import { Unreadable } from '../unreadable.ts'
import { forbiddenAt, mayHoldForbidden, qualifiedName } from './characters.ts'
import { afterSpace, BANG, GREATER, LESS, nameEnd, QUESTION, SLASH } from './codes.ts'
import { Content } from './content.ts'
import { decodeXml } from './decode.ts'
import type { XmlDocument, XmlElement } from './element.ts'
import { refuse } from './refuse.ts'
import type { Scope } from './scope.ts'
import { Tags } from './tags.ts'

export type { XmlDocument, XmlElement } from './element.ts'

export type XmlBounds = { readonly maxBytes: number; readonly maxElements: number; readonly maxDepth: number }

/**
 * Some 30,000 lines of invoice, or one with scans attached. At the bounds a reading holds at most 400 MB, and takes 1 GB while it is made. Real
 * invoices nest 12 deep.
 */
export const XML_BOUNDS: XmlBounds = { maxBytes: 50_000_000, maxElements: 2_000_000, maxDepth: 100 }

const DECLARATION =
  /^<\?xml\s+version\s*=\s*(?:"1\.[0-9]+"|'1\.[0-9]+')(?:\s+encoding\s*=\s*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>/
const NO_CHILDREN: XmlElement[] = []
const MAX_STRAYS = 100
const STRAY_LENGTH = 200

type Building = { -readonly [Key in keyof XmlElement]: XmlElement[Key] } & { children: XmlElement[] }

/** Reads a file. Throws `Unreadable` on anything that is not an XML document within the bounds. */
export function readXml(bytes: Uint8Array, bounds: XmlBounds = XML_BOUNDS): XmlDocument {
  if (bytes.length > bounds.maxBytes) throw new Unreadable('xml_too_large', { bytes: bytes.length, maxBytes: bounds.maxBytes })
  const source = decodeXml(bytes)
  if (source.trim() === '') throw new Unreadable('xml_empty')
  const forbidden = mayHoldForbidden(bytes) ? forbiddenAt(source) : -1
  if (forbidden >= 0) refuse(source, 'xml_malformed', forbidden, 'forbidden character')
  const parser = new Parser(source, bounds)
  return { root: parser.document(), source, strays: parser.strays }
}

class Parser {
  readonly #source: string
  readonly #bounds: XmlBounds
  readonly #content: Content
  readonly #tags: Tags
  readonly strays = new Map<XmlElement, string>()
  #elements = 0

  constructor(source: string, bounds: XmlBounds) {
    this.#source = source
    this.#bounds = bounds
    this.#content = new Content(source)
    this.#tags = new Tags(source, this.#content)
  }

  document(): XmlElement {
    const source = this.#source
    const start = this.#outside(this.#declaration())
    if (start >= source.length) refuse(source, 'xml_truncated', start, 'no root element')
    const { root, end } = this.#tree(start)
    const rest = this.#outside(end)
    if (rest < source.length) refuse(source, 'xml_malformed', rest, 'content after the root element')
    return root
  }

  #declaration(): number {
    if (!/^<\?xml[\s?]/.test(this.#source)) return 0
    const declaration = DECLARATION.exec(this.#source)
    if (!declaration) refuse(this.#source, 'xml_malformed', 0, 'XML declaration')
    return declaration[0].length
  }

  /** Past white space, comments and processing instructions around the root: to the `<` of a tag, or to the end. */
  #outside(start: number): number {
    const source = this.#source
    for (let at = afterSpace(source, start); ; at = afterSpace(source, at)) {
      if (at >= source.length) return at
      if (source.charCodeAt(at) !== LESS) refuse(source, 'xml_malformed', at, 'text outside of the root element')
      if (source.charCodeAt(at + 1) === QUESTION) at = this.#afterInstruction(at)
      else if (source.startsWith('<!--', at)) at = this.#afterComment(at)
      else if (source.startsWith('<!DOCTYPE', at)) refuse(source, 'xml_doctype', at, 'document type')
      else return at
    }
  }

  #tree(start: number): { root: XmlElement; end: number } {
    const source = this.#source
    const open: Building[] = []
    const scopes: Scope[] = []
    let element: Building | undefined
    for (let at = start; ;) {
      const tag = source.indexOf('<', at)
      if (tag < 0) refuse(source, 'xml_truncated', source.length, 'end of file inside an element')
      const code = source.charCodeAt(tag + 1)
      if (element && tag > at) this.#text(element, at, tag, code)
      if (code === SLASH) {
        if (!element) refuse(source, 'xml_malformed', tag, 'closing tag without an element')
        at = this.#afterClosing(element.written, tag)
        const outer = open.pop()
        if (!outer) return { root: element, end: at }
        element = outer
        const scope = scopes.pop()
        if (scope) this.#tags.leave(scope)
      } else if (code === BANG || code === QUESTION) at = this.#afterOther(element, tag, code)
      else {
        const scope = this.#tags.scope
        const child = this.#opening(tag, element)
        at = this.#tags.end
        if (source.charCodeAt(at - 2) !== SLASH) {
          if (open.length + 1 >= this.#bounds.maxDepth) refuse(source, 'xml_too_deep', tag, `${this.#bounds.maxDepth} levels`)
          if (element) {
            open.push(element)
            scopes.push(scope)
          }
          element = child
        } else if (element) this.#tags.leave(scope)
        else return { root: child, end: at }
      }
    }
  }

  #opening(tag: number, parent: Building | undefined): Building {
    this.#elements += 1
    if (this.#elements > this.#bounds.maxElements)
      refuse(this.#source, 'xml_too_many_elements', tag, `${this.#bounds.maxElements} elements`)
    const { name, written, namespace, attributes } = this.#tags.read(tag)
    const child: Building = { name, written, namespace, attributes, children: NO_CHILDREN, text: '', at: tag }
    if (parent) {
      if (parent.children === NO_CHILDREN) {
        parent.children = [child]
        if (parent.text !== '') this.#stray(parent, parent.text)
        parent.text = ''
      } else parent.children.push(child)
    }
    return child
  }

  /** Text before a tag is kept as long as it may be that of a leaf. */
  #text(element: Building, start: number, end: number, next: number): void {
    const mayBeLeaf = element.children === NO_CHILDREN && (next === SLASH || next === BANG || next === QUESTION)
    if (!mayBeLeaf) {
      this.#content.check(start, end)
      if (afterSpace(this.#source, start) < end) this.#stray(element, this.#source.slice(start, end))
    } else if (element.text === '') element.text = this.#content.text(start, end)
    else element.text += this.#content.text(start, end)
  }

  #stray(element: XmlElement, text: string): void {
    const found = text.trim()
    if (found !== '' && this.strays.size < MAX_STRAYS && !this.strays.has(element)) this.strays.set(element, found.slice(0, STRAY_LENGTH))
  }

  #afterClosing(name: string, tag: number): number {
    const source = this.#source
    const end = tag + 2 + name.length
    if (source.slice(tag + 2, end) !== name) refuse(source, 'xml_malformed', tag, `closing tag where </${name}> is due`)
    const at = source.charCodeAt(end) === GREATER ? end : afterSpace(source, end)
    if (at >= source.length) refuse(source, 'xml_truncated', at, 'end of file inside a tag')
    if (source.charCodeAt(at) !== GREATER) refuse(source, 'xml_malformed', tag, `closing tag where </${name}> is due`)
    return at + 1
  }

  #afterOther(element: Building | undefined, tag: number, code: number): number {
    const source = this.#source
    if (code === QUESTION) return this.#afterInstruction(tag)
    if (source.startsWith('<!--', tag)) return this.#afterComment(tag)
    if (source.startsWith('<!DOCTYPE', tag)) refuse(source, 'xml_doctype', tag, 'document type')
    if (!element || !source.startsWith('<![CDATA[', tag)) refuse(source, 'xml_malformed', tag, 'markup declaration')
    const start = tag + '<![CDATA['.length
    const end = source.indexOf(']]>', start)
    if (end < 0) refuse(source, 'xml_truncated', source.length, 'end of file inside a CDATA section')
    const text = source.slice(start, end)
    if (element.children === NO_CHILDREN) element.text += text.replace(/\r\n?/g, '\n')
    else this.#stray(element, text)
    return end + ']]>'.length
  }

  #afterComment(start: number): number {
    const source = this.#source
    const end = source.indexOf('--', start + '<!--'.length)
    if (end < 0) refuse(source, 'xml_truncated', source.length, 'end of file inside a comment')
    if (source.charCodeAt(end + 2) !== GREATER) refuse(source, 'xml_malformed', end, '-- in a comment')
    return end + '-->'.length
  }

  #afterInstruction(start: number): number {
    const source = this.#source
    const end = source.indexOf('?>', start + 2)
    if (end < 0) refuse(source, 'xml_truncated', source.length, 'end of file inside a processing instruction')
    const target = qualifiedName(source.slice(start + 2, nameEnd(source, start + 2)))
    if (!target || target[0] !== '' || target[1].toLowerCase() === 'xml') refuse(source, 'xml_malformed', start, 'processing instruction')
    return end + '?>'.length
  }
}
