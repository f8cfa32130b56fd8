/**
 * A reader of plain XML for bank files: elements, attributes and text, by local name. It keeps one `detach`ed element at a time, so that
 * memory does not grow with the number of bank lines, and knows no document type: an entity bomb or an external entity is refused at
 * sight instead of being limited. Several documents in one file are read one after the other, as some banks send them.
 */
import { Refusal } from '#core/refusal'

export type XmlElement = {
  readonly name: string
  /** Line of the file on which it starts, from 1. */
  readonly line: number
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** Its own text, blanks at both ends removed. */
  readonly text: string
}

type Growing = XmlElement & { text: string; readonly children: XmlElement[] }
/** `before` is how many elements were held when it began. */
type Open = { readonly element: Growing; readonly qualified: string; readonly before: number }

/** `parent` is the very object that will stand in the tree, with the children that came before. */
export type Detach = { readonly name: string; readonly take: (element: XmlElement, parent: XmlElement) => void }

/** camt goes 15 deep; a bank's envelope adds a few. */
const MAX_DEPTH = 64
/** Held at one time. A batch of 50,000 operations is the largest thing seen that has to be whole. */
const MAX_ELEMENTS = 2_000_000
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map()
/** Control characters that XML 1.0 does not allow: all below the blank but tab and line ends. */
const FORBIDDEN = /[^\P{Cc}\t\n\r\u007F-\u009F]|[\uFFFE\uFFFF]/u
const NAME = '[A-Za-z_\\u00C0-\\uFFFD][\\w.\\-\\u00B7-\\uFFFD]*'
const QUALIFIED = `(?:(${NAME}):)?(${NAME})`
const START_TAG = new RegExp(`<${QUALIFIED}`, 'y')
const ATTRIBUTE = new RegExp(`\\s+${QUALIFIED}\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, 'y')
const TAG_END = /\s*(\/?)>/y
const END_TAG = new RegExp(`</(?:(${NAME}):)?(${NAME})\\s*>`, 'y')
const REFERENCE = /&(?:(lt|gt|amp|apos|quot)|#(\d{1,7})|#x([0-9A-Fa-f]{1,6}));|&/g
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', apos: "'", quot: '"' }

/** The root elements of the text. Elements named `detach.name` are handed over when they end and do not stay in the tree. */
export function readXml(text: string, detach?: Detach): readonly XmlElement[] {
  const roots: XmlElement[] = []
  const open: Open[] = []
  let held = 0
  let position = 0
  let line = 1
  let lineEnd = endOfLine(text, 0)

  const advanceLine = (): number => {
    while (lineEnd < position) {
      line += 1
      lineEnd = endOfLine(text, lineEnd + 1)
    }
    return line
  }
  const broken = (): Refusal => new Refusal('statement_xml_broken', { facts: { line: advanceLine() } })
  const until = (mark: string, from: number): number => {
    const found = text.indexOf(mark, from)
    if (found === -1) throw broken()
    return found
  }
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = position
    const found = pattern.exec(text)
    if (found) position = pattern.lastIndex
    return found
  }
  const readReferences = (raw: string): string => {
    if (!raw.includes('&')) return raw
    return raw.replace(REFERENCE, (_, named?: string, decimal?: string, hexadecimal?: string) => {
      if (named !== undefined) return NAMED[named] ?? ''
      const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
      if (!isCharacter(code)) throw broken()
      return String.fromCodePoint(code)
    })
  }
  const addText = (raw: string): void => {
    const parent = open.at(-1)
    if (parent) parent.element.text += raw
    else if (raw.trim() !== '') throw broken()
  }
  const close = (element: Growing, before: number): void => {
    element.text = element.text.trim()
    const parent = open.at(-1)?.element
    if (!parent) roots.push(element)
    else if (detach?.name === element.name) {
      detach.take(element, parent)
      held = before
    } else parent.children.push(element)
  }
  const readStartTag = (): void => {
    const tag = match(START_TAG)
    if (!tag) throw broken()
    let attributes: Map<string, string> | undefined
    for (let found = match(ATTRIBUTE); found; found = match(ATTRIBUTE)) {
      attributes ??= new Map()
      const key = found[1] === undefined ? (found[2] ?? '') : `${found[1]}:${found[2]}`
      if (attributes.has(key)) throw broken()
      attributes.set(key, readReferences(found[3] ?? found[4] ?? ''))
    }
    const end = match(TAG_END)
    held += 1
    if (!end || open.length >= MAX_DEPTH || held > MAX_ELEMENTS) throw broken()
    const name = tag[2] ?? ''
    const qualified = tag[1] === undefined ? name : `${tag[1]}:${name}`
    const element: Growing = { name, line: advanceLine(), attributes: attributes ?? NO_ATTRIBUTES, children: [], text: '' }
    if (end[1] === '/') close(element, held - 1)
    else open.push({ element, qualified, before: held - 1 })
  }
  const readEndTag = (): void => {
    const tag = match(END_TAG)
    const last = open.pop()
    if (!tag || !last || last.qualified !== (tag[1] === undefined ? tag[2] : `${tag[1]}:${tag[2]}`)) throw broken()
    close(last.element, last.before)
  }
  const readMark = (): void => {
    if (text.startsWith('<!--', position)) {
      const end = until('--', position + 4)
      if (text[end + 2] !== '>') throw broken()
      position = end + 3
    } else if (text.startsWith('<![CDATA[', position) && open.length > 0) {
      const end = until(']]>', position + 9)
      addText(text.slice(position + 9, end))
      position = end + 3
    } else if (/^<!(?:DOCTYPE|ENTITY)/i.test(text.slice(position, position + 9))) {
      throw new Refusal('statement_entities_refused', { facts: { line: advanceLine() } })
    } else throw broken()
  }

  const forbidden = FORBIDDEN.exec(text)
  if (forbidden) {
    position = forbidden.index
    throw broken()
  }
  while (position < text.length) {
    const next = text.indexOf('<', position)
    const raw = text.slice(position, next === -1 ? text.length : next)
    if (raw.includes(']]>')) throw broken()
    if (raw !== '') addText(open.length > 0 ? readReferences(raw) : raw)
    position = next === -1 ? text.length : next
    if (next === -1) break
    const kind = text[next + 1]
    if (kind === '/') readEndTag()
    else if (kind === '!') readMark()
    else if (kind === '?') position = until('?>', position + 2) + 2
    else readStartTag()
  }
  if (open.length > 0 || roots.length === 0) throw broken()
  return roots
}

/** Kept until passed: searched again at each tag, it would read a file without line ends once for every tag. */
function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? Number.POSITIVE_INFINITY : end
}

const isCharacter = (code: number): boolean =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff)
