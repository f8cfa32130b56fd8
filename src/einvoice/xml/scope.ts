import type { XmlElement } from './element.ts'
import { keptName } from './names.ts'

export const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace'
const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/'

/** What stands in an opening tag; `source` is its text, `next` the tag that followed it last, and so most likely will again. */
export type Tag = Pick<XmlElement, 'name' | 'written' | 'namespace' | 'attributes'> & { readonly source: string; next: Tag | undefined }

const MAX_KEPT_TAGS = 2_000
export const MAX_KEPT_TAG_LENGTH = 120

/** The prefixes an element binds, and the tags already read under them: the same few hundred come again on every line of an invoice. */
export class Scope {
  readonly #outer: Scope | undefined
  readonly #prefixes: ReadonlyMap<string, string>
  readonly #tags = new Map<string, Tag>()

  constructor(prefixes: ReadonlyMap<string, string>, outer?: Scope) {
    this.#prefixes = prefixes
    this.#outer = outer
  }

  /** As many steps as the file is deep, at most. */
  namespaceOf(prefix: string): string | undefined {
    const namespace = this.#prefixes.get(prefix)
    return namespace === undefined ? this.#outer?.namespaceOf(prefix) : keptName(namespace)
  }

  tag(source: string): Tag | undefined {
    return this.#tags.get(source)
  }

  /** False when it is too long, or one too many. */
  keep(tag: Tag): boolean {
    if (this.#tags.size >= MAX_KEPT_TAGS || tag.source.length >= MAX_KEPT_TAG_LENGTH) return false
    this.#tags.set(tag.source, tag)
    return true
  }
}

/** Whether the namespaces recommendation lets a prefix (none: ``) stand for this. */
export function mayBind(prefix: string, uri: string): boolean {
  if (prefix === 'xmlns' || uri === XMLNS_NAMESPACE) return false
  if ((prefix === 'xml') !== (uri === XML_NAMESPACE)) return false
  return prefix === '' || uri !== ''
}
