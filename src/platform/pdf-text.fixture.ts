/** For tests: the text of a PDF made by Typst, page after page, without its spaces and line ends. Reads the streams and ToUnicode maps itself. */
import { inflateSync } from 'node:zlib'

type Objects = ReadonlyMap<string, { readonly head: string; readonly stream: string }>

export const pdfText = (pdf: Uint8Array): string => pdfPages(pdf).join('')

export function pdfPages(pdf: Uint8Array): string[] {
  const objects = objectsOf(Buffer.from(pdf))
  const fonts = fontMaps(objects)
  const pages = [...objects.values()].filter(({ head }) => /\/Type\s*\/Page\b/.test(head))
  return pages.map(({ head }) => pageText(objects.get(referenceOf(head, 'Contents'))?.stream ?? '', namesOf(head, objects), fonts))
}

function objectsOf(pdf: Buffer): Objects {
  const text = pdf.toString('latin1')
  const found = new Map<string, { head: string; stream: string }>()
  for (const match of text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, id = '', body = ''] = match
    const start = body.indexOf('\nstream\n')
    const head = start < 0 ? body : body.slice(0, start)
    const bytes = start < 0 ? Buffer.alloc(0) : Buffer.from(body.slice(start + 8, body.lastIndexOf('\nendstream')), 'latin1')
    found.set(id, { head, stream: (head.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1') })
  }
  return found
}

const referenceOf = (head: string, key: string): string => new RegExp(`/${key}\\s+(\\d+) 0 R`).exec(head)?.[1] ?? ''

/** Font names of a page (`/f0`) and the object each stands for. */
function namesOf(head: string, objects: Objects): Map<string, string> {
  const resources = /\/Resources\s+\d+ 0 R/.test(head) ? (objects.get(referenceOf(head, 'Resources'))?.head ?? '') : head
  const list = /\/Font\s*<<([\s\S]*?)>>/.exec(resources)?.[1] ?? ''
  return new Map(Array.from(list.matchAll(/\/(\S+)\s+(\d+) 0 R/g), ([, name = '', id = '']) => [name, id]))
}

/** For each font object, glyph codes (four hex digits) to text. */
function fontMaps(objects: Objects): Map<string, Map<string, string>> {
  const maps = new Map<string, Map<string, string>>()
  for (const [id, { head }] of objects) {
    const cmap = objects.get(referenceOf(head, 'ToUnicode'))?.stream
    if (cmap === undefined) continue
    const entries = cmap.matchAll(/^<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>$/gm)
    maps.set(id, new Map(Array.from(entries, ([, code = '', to = '']) => [code.toLowerCase(), utf16(to)])))
  }
  return maps
}

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le')

/** A font chosen; glyph codes in hexadecimal; glyph codes as a literal, in which balanced parentheses stand for themselves. */
const SHOWN_TEXT = /\/(\S+) [\d.]+ Tf|<([0-9A-Fa-f]+)>|\(((?:\\[\s\S]|\((?:\\[\s\S]|[^\\()])*\)|[^\\()])*)\)/g

function pageText(content: string, names: Map<string, string>, fonts: Map<string, Map<string, string>>): string {
  let font: Map<string, string> | undefined
  let text = ''
  for (const match of content.matchAll(SHOWN_TEXT)) {
    const [, name, hex, literal] = match
    if (name !== undefined) font = fonts.get(names.get(name) ?? '')
    const codes = hex ?? (literal === undefined ? '' : Buffer.from(unescaped(literal), 'latin1').toString('hex'))
    for (const code of codes.toLowerCase().match(/.{4}/g) ?? []) text += font?.get(code) ?? ''
  }
  return text.replace(/\s/g, '')
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function unescaped(literal: string): string {
  return literal.replace(/\\(\d{1,3}|[\s\S])/g, (_, code: string) =>
    /^\d/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? code),
  )
}
