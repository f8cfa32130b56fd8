import fc from 'fast-check'
import { XmlDocument, XmlElement as Libxml2Element, XmlText, XmlCData } from 'libxml2-wasm'
import { describe, expect, it } from 'vitest'
import { Refusal } from '#core/refusal'
import { type XmlElement, readXml } from './xml.ts'

/** A tree as text: names, attributes, children and trimmed text, for both readers. */
const shape = (element: XmlElement): unknown => [
  element.name,
  Object.fromEntries(element.attributes),
  element.text,
  element.children.map(shape),
]

function oracleShape(element: Libxml2Element): unknown {
  const children: unknown[] = []
  let text = ''
  for (let node = element.firstChild; node; node = node.next) {
    if (node instanceof Libxml2Element) children.push(oracleShape(node))
    else if (node instanceof XmlText || node instanceof XmlCData) text += node.content
  }
  return [element.name, Object.fromEntries(element.attrs.map((attribute) => [attribute.name, attribute.value])), text.trim(), children]
}

function oracle(text: string): unknown {
  let document: XmlDocument | undefined
  try {
    document = XmlDocument.fromString(text)
    return oracleShape(document.root)
  } catch {
    return 'broken'
  } finally {
    document?.dispose()
  }
}

function ours(text: string): unknown {
  try {
    const roots = readXml(text)
    return roots.length === 1 ? roots.map(shape)[0] : 'several'
  } catch (error) {
    if (error instanceof Refusal) return 'broken'
    throw error
  }
}

const name = fc.constantFrom('Ntry', 'Amt', 'Sts', 'a', 'B-1', 'c.d', '_e')
const text = fc.stringMatching(/^[ a-zA-Z0-9é€.,;:'"/\n-]{0,12}$/)
const content = text.map((plain) => plain.replaceAll("'", '&apos;').replaceAll('"', '&#34;'))
const attribute = fc
  .tuple(fc.constantFrom('Ccy', 'id'), fc.stringMatching(/^[A-Za-z0-9 é]{0,6}$/))
  .map(([key, value]) => ` ${key}="${value}"`)
const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .tuple(
      name,
      fc.option(attribute, { nil: '' }),
      fc.array(
        fc.oneof(
          { depthSize: 'small' },
          content,
          tie('element'),
          content.map((inside) => `<![CDATA[${inside}]]>`),
          fc.constant('<!-- x -->'),
        ),
        { maxLength: 4 },
      ),
    )
    .map(([tag, attributes, inside]) =>
      inside.length === 0 ? `<${tag}${attributes}/>` : `<${tag}${attributes}>${inside.join('')}</${tag}>`,
    ),
}))

describe('the XML reader', () => {
  it('reads what libxml2 reads', () => {
    fc.assert(
      fc.property(element, (xml) => {
        expect(ours(xml)).toEqual(oracle(xml))
      }),
      { numRuns: 500 },
    )
  })

  it('reads a damaged document only where libxml2 reads it the same', () => {
    const damage = fc.tuple(
      element,
      fc.nat(),
      fc.constantFrom('', '<', '>', '&', '/', '"', '</a>', '<b>', ']]>', '&amp', '\u0001', '<!--', 'x'),
      fc.nat({ max: 3 }),
    )
    fc.assert(
      fc.property(damage, ([xml, at, planted, removed]) => {
        const position = at % (xml.length + 1)
        const damaged = xml.slice(0, position) + planted + xml.slice(position + removed)
        const read = ours(damaged)
        if (read !== 'broken' && read !== 'several') expect(read).toEqual(oracle(damaged))
      }),
      { numRuns: 3000 },
    )
  })

  it('hands over each detached element with its line, and keeps none', () => {
    const lines: number[] = []
    const roots = readXml('<S>\n<Acct/>\n<Ntry><A/></Ntry>\n<Ntry/></S>', { name: 'Ntry', take: (entry) => lines.push(entry.line) })
    expect(lines).toEqual([3, 4])
    expect(roots[0]?.children.map((child) => child.name)).toEqual(['Acct'])
  })

  it('says the line at which a document breaks', () => {
    expect(() => readXml('<a>\n<b>\n</a>')).toThrow(expect.objectContaining({ code: 'statement_xml_broken', facts: { line: 3 } }))
  })

  it('forgets prefixes and namespaces', () => {
    expect(readXml('<n:Stmt xmlns:n="urn:x"><n:Id>1</n:Id></n:Stmt>')[0]?.children[0]).toMatchObject({ name: 'Id', text: '1' })
  })

  it('is bounded in depth', () => {
    expect(() => readXml('<a>'.repeat(100_000))).toThrow(expect.objectContaining({ code: 'statement_xml_broken' }))
  })
})
