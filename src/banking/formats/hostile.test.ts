import { describe, expect, it } from 'vitest'
import { parseDay } from '#core/day'
import { Refusal } from '#core/refusal'
import { texts } from '../texts.ts'
import { camt053 } from './camt/sample.ts'
import { OLD_SAMPLES } from './fixtures/old-samples.ts'
import { readStatements } from './read.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const good = camt053({
  account: { iban: 'FR7630006000011234567890189', currency: 'EUR' },
  opening: '10.00',
  lines: [{ bookedOn: parseDay('2026-11-20'), amount: '120.00', text: 'Facture réglée', counterparty: 'Électricité Bernard' }],
})
const inFile = (declaration: string): string => good.replace(/<\?xml[^>]*>/, declaration)
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2 + 2)
  bytes.set([0xff, 0xfe])
  for (let index = 0; index < text.length; index++) bytes.set([text.charCodeAt(index) & 0xff, text.charCodeAt(index) >> 8], 2 + index * 2)
  return bytes
}

const BOMB = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "${'&lol;'.repeat(10)}">]><Document>&lol2;</Document>`
const EXTERNAL = '<?xml version="1.0"?><!DOCTYPE foo [<!ENTITY xxe SYSTEM "file:///etc/passwd">]><Document>&xxe;</Document>'

const REFUSED: readonly (readonly [string, Uint8Array, string])[] = [
  ['nothing', new Uint8Array(), 'statement_empty'],
  ['blanks', utf8(' \r\n\t '), 'statement_empty'],
  ['an entity bomb', utf8(BOMB), 'statement_entities_refused'],
  ['an external entity', utf8(EXTERNAL), 'statement_entities_refused'],
  ['a document type inside', utf8(good.replace('<Stmt>', '<!DOCTYPE x><Stmt>')), 'statement_entities_refused'],
  ['an entity nobody declared', utf8(good.replace('Facture', '&nbsp;')), 'statement_xml_broken'],
  ['a truncated file', utf8(good.slice(0, good.length / 2)), 'statement_xml_broken'],
  ['ten thousand open elements', utf8('<Document>'.repeat(10_000)), 'statement_xml_broken'],
  ['a control character', utf8(good.replace('Facture', 'Fac\u0001ture')), 'statement_xml_broken'],
  ['a PDF', utf8('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'statement_is_pdf'],
  ['a PDF after some junk', utf8('\n\nHTTP junk\n%PDF-1.4'), 'statement_is_pdf'],
  ['a PNG', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), 'statement_not_recognised'],
  ['the start of a zip', Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0, 0]), 'zip_broken'],
  ['a web page', utf8('<!DOCTYPE html><html><body>Session expirée</body></html>'), 'statement_not_recognised'],
  ['an invoice', utf8('<?xml version="1.0"?><Invoice xmlns="urn:oasis"><ID>1</ID></Invoice>'), 'statement_not_recognised'],
  ['a message without a statement', utf8('<Document><BkToCstmrStmt><GrpHdr/></BkToCstmrStmt></Document>'), 'statement_without_lines'],
  ['plain words', utf8('Bonjour, voici le relevé.'), 'statement_not_recognised'],
  ['noise', Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256), 'statement_not_recognised'],
  ['an encoding that does not exist', utf8(inFile('<?xml version="1.0" encoding="klingon"?>')), 'statement_wrong_encoding'],
  ['UTF-32', Uint8Array.from([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0, 0x44, 0, 0, 0]), 'statement_wrong_encoding'],
  ['half a character of UTF-16', utf16(good).subarray(0, 1001), 'statement_wrong_encoding'],
  ['more than 50 MB', new Uint8Array(50 * 1024 * 1024 + 1).fill(0x41), 'statement_too_large'],
  [
    'a statement without a currency',
    utf8('<Document><BkToCstmrStmt><Stmt><Id>1</Id></Stmt></BkToCstmrStmt></Document>'),
    'statement_currency_unknown',
  ],
]

describe('a hostile or foreign file is refused by name, in French and English', () => {
  it.each(REFUSED)('%s', (_, bytes, code) => {
    let refused: unknown
    try {
      readStatements(bytes)
    } catch (error) {
      refused = error
    }
    expect(refused).toBeInstanceOf(Refusal)
    const { code: found, facts } = refused as Refusal
    expect(found).toBe(code)
    for (const { refusals } of [texts.fr, texts.en]) {
      const sentence = refusals[found as keyof typeof refusals]
      const said = typeof sentence === 'string' ? sentence : sentence(facts)
      expect(said).not.toMatch(/\b(?:undefined|null|NaN)\b/)
      expect(said.length).toBeGreaterThan(20)
    }
  })
})

describe('an honest file in an odd encoding is read', () => {
  const text = 'Facture réglée'
  it.each([
    ['UTF-8 with a mark', utf8(`\uFEFF${good}`), []],
    ['UTF-16 with a mark', utf16(good), []],
    ['UTF-16 without a mark', utf16(good).subarray(2), []],
    ['ISO-8859-1 as declared', latin1(inFile('<?xml version="1.0" encoding="ISO-8859-1"?>')), []],
    ['ISO-8859-1 that says UTF-8, which is told', latin1(good), ['encoding_not_as_declared']],
    ['UTF-8 that says UTF-16', utf8(inFile('<?xml version="1.0" encoding="UTF-16"?>')), []],
  ])('%s', (_, bytes, warnings) => {
    const file = readStatements(bytes)
    expect(file.warnings.map((warning) => warning.code)).toEqual(warnings)
    expect(file.statements[0]?.lines[0]).toMatchObject({ text, counterparty: 'Électricité Bernard' })
  })
})

describe('a format older than encodings is read in each of them', () => {
  const wide = (text: string): Buffer => Buffer.from(text, 'utf16le')
  it.each(Object.entries(OLD_SAMPLES))('%s in UTF-16, with its mark or without, or with a mark of UTF-8', (_, text) => {
    const plain = readStatements(utf8(text))
    expect(readStatements(wide(text))).toEqual(plain)
    expect(readStatements(wide(text).swap16())).toEqual(plain)
    expect(readStatements(wide(`\uFEFF${text}`))).toEqual(plain)
    expect(readStatements(utf8(`\uFEFF${text}`))).toEqual(plain)
  })
})

it('a file where everything is wrong does not answer with a list as long as itself', () => {
  const entries = '<Ntry><Amt Ccy="EUR">x</Amt></Ntry>'.repeat(5000)
  const { statements } = readStatements(utf8(`<Document><BkToCstmrStmt><Stmt><Id>1</Id>${entries}</Stmt></BkToCstmrStmt></Document>`))
  expect(statements[0]?.warnings.length).toBeLessThan(100)
  expect(statements[0]?.warnings.at(-1)).toMatchObject({ code: 'warnings_left_out' })
})
