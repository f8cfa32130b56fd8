import { qualifiedName } from './characters.ts'
import { afterSpace, APOSTROPHE, EQUALS, GREATER, nameEnd, QUOTE, SLASH } from './codes.ts'
import type { Content } from './content.ts'
import { NO_ATTRIBUTES } from './element.ts'
import { keptName } from './names.ts'
import { refuse } from './refuse.ts'
import { MAX_KEPT_TAG_LENGTH, mayBind, Scope, type Tag, XML_NAMESPACE } from './scope.ts'

/** No schema knows a tenth of it, namespaces included. */
const MAX_ATTRIBUTES = 200

type Name = readonly [prefix: string, local: string]

/** Opening tags, most of which have been read before word for word. */
export class Tags {
  /** After the `>` of the tag read last. */
  end = 0
  #scope = new Scope(
    new Map([
      ['xml', XML_NAMESPACE],
      ['', ''],
    ]),
  )
  #last: Tag | undefined
  readonly #source: string
  readonly #content: Content
  readonly #attributeNames = new Map<string, Name>()

  constructor(source: string, content: Content) {
    this.#source = source
    this.#content = content
  }

  get scope(): Scope {
    return this.#scope
  }

  /** Back to the prefixes around an element. */
  leave(scope: Scope): void {
    if (scope === this.#scope) return
    this.#scope = scope
    this.#last = undefined
  }

  read(start: number): Tag {
    return this.#known(start) ?? this.#new(start)
  }

  #known(start: number): Tag | undefined {
    const end = this.#source.indexOf('>', start)
    if (end - start > MAX_KEPT_TAG_LENGTH) return undefined
    const text = this.#source.slice(start + 1, end)
    const next = this.#last?.next
    const known = next?.source === text ? next : this.#scope.tag(text)
    if (!known) return undefined
    this.end = end + 1
    if (this.#last) this.#last.next = known
    this.#last = known
    return known
  }

  #new(start: number): Tag {
    const source = this.#source
    const afterName = nameEnd(source, start + 1)
    const written = source.slice(start + 1, afterName)
    const { attributes, declared, end } = this.#attributes(afterName)
    if (declared) this.#scope = new Scope(declared, this.#scope)
    if (attributes !== NO_ATTRIBUTES) this.#checkPrefixes(attributes, start)
    const named = qualifiedName(written)
    if (!named) refuse(source, 'xml_malformed', start, 'element name')
    const namespace = this.#scope.namespaceOf(named[0])
    if (namespace === undefined) refuse(source, 'xml_malformed', start, `prefix without a namespace: ${named[0]}`)
    const tag: Tag = { name: keptName(named[1]), written, namespace, attributes, source: source.slice(start + 1, end - 1), next: undefined }
    this.#last = !declared && this.#scope.keep(tag) ? tag : undefined
    this.end = end
    return tag
  }

  #attributes(from: number): { attributes: Record<string, string>; declared: Map<string, string> | undefined; end: number } {
    const source = this.#source
    let attributes = NO_ATTRIBUTES
    let declared: Map<string, string> | undefined
    let count = 0
    for (let at = from; ;) {
      const start = afterSpace(source, at)
      const code = source.charCodeAt(start)
      if (code === GREATER) return { attributes, declared, end: start + 1 }
      if (code === SLASH && source.charCodeAt(start + 1) === GREATER) return { attributes, declared, end: start + 2 }
      if (start >= source.length) refuse(source, 'xml_truncated', start, 'end of file inside a tag')
      if (start === at) refuse(source, 'xml_malformed', start, 'white space expected')
      count += 1
      if (count > MAX_ATTRIBUTES) refuse(source, 'xml_too_many_attributes', start, `${MAX_ATTRIBUTES} attributes`)
      const { name, value, end } = this.#attribute(start)
      const [prefix, local] = this.#attributeName(name, start)
      if (prefix === 'xmlns' || name === 'xmlns') {
        const bound = name === 'xmlns' ? '' : local
        declared ??= new Map()
        if (declared.has(bound) || !mayBind(bound, value)) refuse(source, 'xml_malformed', start, `namespace of ${name}`)
        declared.set(bound, value)
      } else {
        if (attributes === NO_ATTRIBUTES) attributes = {}
        if (Object.hasOwn(attributes, name)) refuse(source, 'xml_malformed', start, `attribute written twice: ${name}`)
        attributes[name] = value
      }
      at = end
    }
  }

  #attribute(start: number): { name: string; value: string; end: number } {
    const source = this.#source
    const afterName = nameEnd(source, start)
    const equals = afterSpace(source, afterName)
    if (source.charCodeAt(equals) !== EQUALS) refuse(source, 'xml_malformed', equals, 'attribute without value')
    const open = afterSpace(source, equals + 1)
    const quote = source.charCodeAt(open)
    if (quote !== QUOTE && quote !== APOSTROPHE) refuse(source, 'xml_malformed', open, 'attribute value without quotes')
    const close = source.indexOf(quote === QUOTE ? '"' : "'", open + 1)
    if (close < 0) refuse(source, 'xml_truncated', source.length, 'end of file inside an attribute')
    return { name: source.slice(start, afterName), value: this.#content.attribute(open + 1, close), end: close + 1 }
  }

  #attributeName(text: string, at: number): Name {
    const known = this.#attributeNames.get(text)
    if (known) return known
    const name = qualifiedName(text)
    if (!name) refuse(this.#source, 'xml_malformed', at, 'attribute name')
    this.#attributeNames.set(text, name)
    return name
  }

  /** Prefixes are bound, and no two of them name the same attribute. */
  #checkPrefixes(attributes: Readonly<Record<string, string>>, at: number): void {
    const seen = new Set<string>()
    for (const name of Object.keys(attributes)) {
      const colon = name.indexOf(':')
      if (colon < 0) continue
      const namespace = this.#scope.namespaceOf(name.slice(0, colon))
      if (namespace === undefined) refuse(this.#source, 'xml_malformed', at, `prefix without a namespace: ${name}`)
      const expanded = `${namespace} ${name.slice(colon + 1)}`
      if (seen.has(expanded)) refuse(this.#source, 'xml_malformed', at, `attribute written twice: ${name}`)
      seen.add(expanded)
    }
  }
}
