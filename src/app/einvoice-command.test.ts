import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { parseDay } from '#core/day'
import { composeStatus, packFacturX, writeCdar, writeCii, writeProfile, writeUbl } from '#einvoice'
import { drawInvoice } from '#templates'
import { hybridPdf } from '../einvoice/fixtures/hybrid-pdf.ts'
import { sampleInvoice } from '../einvoice/fixtures/sample-invoice.ts'
import { CORPORA, hasCorpora, ifCorpora } from '../einvoice/fixtures/schema.ts'
import { type Told, toldBy } from './told.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'encours-einvoice-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const newFolder = (): string => mkdtempSync(join(folder, 'to-'))

const encours = (...args: readonly string[]): Promise<Told> => toldBy('einvoice', ...args)

const invoice = sampleInvoice()
const xml = writeCii(invoice)
let sound = ''
let wrong = ''
let hybrid = ''
beforeAll(async () => {
  sound = file('bonne.xml', xml)
  wrong = file('fausse.xml', xml.replace(/<ram:GrandTotalAmount>[^<]*</, '<ram:GrandTotalAmount>1.00<'))
  const drawn = await drawInvoice({
    invoice,
    instalments: [],
    look: { accentColor: '#1f4e79' },
    locale: 'fr',
    xml: new TextEncoder().encode(xml),
    at: new Date('2026-11-21T10:00:00Z'),
  })
  hybrid = file('hybride.pdf', packFacturX(drawn, { conformanceLevel: 'EN 16931' }))
})

it('judges an XML and a PDF, and leaves with 0 when all is well', async () => {
  expect(await encours('check', sound, hybrid)).toMatchObject({ code: 0, said: expect.stringContaining('✓') })
})

it('tells machines one line a file: the rule, its term, its place, what was found and both sentences', async () => {
  const { code, said } = await encours('check', '--json', wrong)
  expect(code).toBe(1)
  const told = JSON.parse(said) as { failures: { rule: string }[] }
  expect(told).toMatchObject({ file: wrong, syntax: 'CII', profile: 'EN 16931', verdict: 'invalid', packs: { EN16931: '1.3.16' } })
  expect(told.failures.find(({ rule }) => rule === 'BR-CO-15')).toMatchObject({
    pack: 'EN16931',
    severity: 'fatal',
    term: 'BT-112',
    line: expect.any(Number),
    column: expect.any(Number),
    found: '1.00',
    fr: expect.stringContaining('TTC'),
    en: expect.any(String),
  })
})

it('goes on after a file that cannot be read, and says so in a sentence and with 2', async () => {
  const letter = file('lettre.xml', 'Bonjour')
  const { code, errors, said } = await encours('check', letter, join(folder, 'absente.xml'), sound)
  expect(code).toBe(2)
  expect(said).toContain('? ' + letter)
  expect(said).toContain('introuvable')
  expect(said).toContain('✓ ' + sound)
  expect(errors).toContain('1 conformes, 0 avec des erreurs, 2 illisibles')
})

const piped = (list: Buffer | string) => {
  const given = vi.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from([Buffer.from(list)]) as typeof process.stdin)
  return { [Symbol.dispose]: () => given.mockRestore() }
}

it('takes a list of names, one a line or between null bytes, whatever bytes they are of', async () => {
  const odd = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xe9]), Buffer.from('.xml')])
  writeFileSync(odd, xml)
  for (const list of [Buffer.from(`${sound}\n\n${sound}\r\n`), Buffer.concat([Buffer.from(`${sound}\0`), odd, Buffer.from('\0')])]) {
    using _ = piped(list)
    expect(await encours('check', '--json', '-')).toMatchObject({ code: 0, errors: expect.stringContaining('2 conformes') })
  }
  rmSync(odd)
})

it('what is no file, or larger than any invoice, is refused before it is read, and the others are judged', async () => {
  const huge = file('enorme.xml', '')
  truncateSync(huge, 3_000_000_000)
  const { code, said } = await encours('check', folder, '/dev/zero', huge, 'a\0b', sound)
  expect(code).toBe(2)
  for (const words of ['dossier', 'périphérique', 'trop volumineux', 'null bytes', `✓ ${sound}`]) expect(said).toContain(words)
})

it('says where a file stops being XML', async () => {
  const cut = file('coupee.xml', xml.slice(0, 900))
  expect((await encours('check', cut)).said).toMatch(/\(ligne \d+, colonne \d+\)\./)
  expect(JSON.parse((await encours('check', '--json', cut)).said)).toMatchObject({ error: 'xml_truncated', line: 2, column: 862 })
})

it('judges a lifecycle message, and says it in words', async () => {
  const message = file(
    'statut.xml',
    writeCdar(
      composeStatus({
        status: '212',
        invoice: { number: 'F1', typeCode: '380', issuedOn: parseDay('2026-11-01'), seller: { name: 'VENDEUR' } },
        issuer: { name: 'VENDEUR', role: 'SE' },
        recipients: [{ name: 'ACHETEUR', role: 'BY' }],
        postedAt: '2026-11-21T10:00:00',
        createdAt: '2026-11-21T10:05:00',
        details: [],
      }),
    ),
  )
  expect((await encours('check', '--fr', message)).said).toContain(
    'Émetteur : VENDEUR. Pour : ACHETEUR.\n    Facture F1 du 1er nov. 2026 : Encaissée (212).',
  )
  expect(JSON.parse((await encours('check', '--json', message)).said)).toMatchObject({ syntax: 'CDAR', packs: { 'BR-FR-CDV': '1.4.0' } })
})

it.skipIf(!hasCorpora)(`judges by the official schemas of a folder${ifCorpora}`, async () => {
  const { said } = await encours('check', '--json', '--schemas', join(CORPORA, 'xsd'), sound)
  expect(JSON.parse(said)).toMatchObject({ verdict: 'valid', packs: { XSD: 'CII D22B' } })
  expect(await encours('check', '--schemas', folder, sound)).toMatchObject({ code: 2, said: expect.stringContaining('aucun schéma') })
})

it('what a file holds neither moves the cursor nor fills the screen', async () => {
  const nasty = file(
    'vilaine.xml',
    xml.replace('<ram:InvoiceCurrencyCode>EUR', `<ram:InvoiceCurrencyCode>\n\u009b31m${'x'.repeat(100_000)}`),
  )
  const { said } = await encours('check', nasty)
  expect(said).not.toMatch(/[\u007f-\u009f]/)
  expect(said.length).toBeLessThan(3_000)
  const { said: machine } = await encours('check', '--json', nasty)
  expect(machine).not.toMatch(/[\u007f-\u009f]/)
  expect(machine.length).toBeLessThan(10_000)
})

it('speaks the language asked, and says how it is used', async () => {
  expect((await encours('check', '--en', join(folder, 'absente.xml'))).said).toContain('not found')
  expect(await encours('check', '--help')).toMatchObject({ code: 0, said: expect.stringContaining('--schemas') })
  expect(await encours('check', '--fr', '--en', sound)).toMatchObject({ code: 2 })
})

it('takes patterns, and passes over the folders they find', async () => {
  mkdirSync(join(folder, 'dessous/encore'), { recursive: true })
  writeFileSync(join(folder, 'dessous/encore/a.xml'), xml)
  expect(await encours('check', join(folder, 'dessous/**'))).toMatchObject({ code: 0 })
  const braced = file('{x}.xml', xml)
  expect(await encours('check', braced)).toMatchObject({ code: 0 })
  rmSync(braced)
  expect((await encours('check', '--json', join(folder, '{bonne,fausse}.xml'))).said.trim().split('\n')).toHaveLength(2)
})

it('gives back the XML of a PDF byte for byte, and never writes over a file', async () => {
  expect(await encours('extract', hybrid)).toMatchObject({ code: 0, said: xml })
  expect(await encours('extract', hybrid, '--to', folder)).toMatchObject({ code: 0 })
  expect(readFileSync(join(folder, 'hybride.xml'), 'utf8')).toBe(xml)
  expect(await encours('extract', hybrid, '--to', folder)).toMatchObject({ code: 2, errors: expect.stringContaining('existe déjà') })
})

it('shows an invoice as a page on standard output, in the language asked', async () => {
  expect(await encours('show', sound)).toMatchObject({ code: 0, said: expect.stringMatching(/^<!doctype html>.*Facture/s) })
  const english = await encours('show', hybrid, '--en')
  expect(english.said).toContain('Amount due')
  expect(english.said).toContain('A reading of the file “hybride.pdf”')
})

it('shows many, as pages or PDF in a folder, goes on after what cannot be read, and never writes over a file', async () => {
  const to = newFolder()
  const first = await encours('show', sound, file('note.xml', 'Bonjour'), hybrid, '--to', to)
  expect(first).toMatchObject({ code: 2, errors: expect.stringContaining('note.xml: ') })
  expect(readdirSync(to).toSorted()).toEqual(['bonne.html', 'hybride.html'])
  expect(await encours('show', join(folder, '{bonne.xml,hybride.pdf}'), '--pdf', '--to', to)).toMatchObject({ code: 0 })
  expect(readFileSync(join(to, 'hybride.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  expect(await encours('show', sound, '--to', to)).toMatchObject({ code: 2, errors: expect.stringContaining('existe déjà') })
})

it('two files of one name are both written, into a folder that is made', async () => {
  const to = join(newFolder(), 'neuf/dossier')
  expect(await encours('show', sound, sound, '--to', to)).toMatchObject({ code: 0 })
  expect(readdirSync(to).toSorted()).toEqual(['bonne-2.html', 'bonne.html'])
})

it('draws no PDF of an invoice too long for it', async () => {
  const [line] = invoice.lines
  if (!line) throw new Error('the sample has a line')
  const long = file('longue.xml', writeCii({ ...invoice, lines: Array.from({ length: 2001 }, () => line) }))
  expect(await encours('show', long, '--pdf')).toMatchObject({ code: 2, errors: expect.stringMatching(/2.001 lignes/) })
})

it('several files, or a list of them, need a folder', async () => {
  for (const words of [[sound, hybrid], [join(folder, '*.xml')], ['-']])
    expect(await encours('show', ...words)).toMatchObject({ code: 2, said: expect.stringContaining('--to') })
  expect(await encours('show', sound, '--pdf', '--html')).toMatchObject({ code: 2 })
})

it('converts, and names on standard error what has no place in the target', async () => {
  const whole = await encours('convert', sound, '--as', 'extended')
  expect(whole).toMatchObject({ code: 0, errors: '' })
  expect(whole.said).toContain('urn:factur-x.eu:1p0:extended')
  const to = newFolder()
  const less = await encours('convert', sound, hybrid, '--as', 'minimum', '--to', to)
  expect(less.code).toBe(1)
  expect(less.errors).toContain(`${sound}: perdu : BT-153 (lines.0.item.name) « Prestation de conseil »\n`)
  expect(readdirSync(to).toSorted()).toEqual(['bonne.minimum.xml', 'hybride.minimum.xml'])
  const ubl = await encours('convert', sound, '--as', 'ubl')
  expect(ubl).toMatchObject({ code: 0, said: expect.stringContaining('<Invoice') })
  expect(await encours('convert', join(folder, 'absente.xml'), '--as', 'ubl')).toMatchObject({ code: 2 })
  expect(await encours('convert', sound, '--as', 'paper')).toMatchObject({ code: 2, said: expect.stringContaining('basic-wl') })
})

it('packs an XML into a PDF made elsewhere, and says why the result is no PDF/A-3', async () => {
  const to = newFolder()
  await encours('show', sound, '--pdf', '--to', to)
  const page = join(to, 'bonne.pdf')
  expect(await encours('pack', sound, page, '--to', join(to, 'jointe.pdf'))).toMatchObject({ code: 0, errors: '' })
  expect(await encours('extract', join(to, 'jointe.pdf'))).toMatchObject({ code: 0, said: xml })
  expect(await encours('pack', sound, page, '--to', page)).toMatchObject({ code: 2, errors: expect.stringContaining('existe déjà') })
  const plain = file('simple.pdf', hybridPdf({ xml, names: '', af: '', xmp: undefined }))
  const packed = await encours('pack', sound, plain, '--to', join(to, 'simple.pdf'), '--level', 'en16931')
  expect(packed).toMatchObject({ code: 1, errors: expect.stringContaining('PDF/A') })
  expect(await encours('extract', join(to, 'simple.pdf'))).toMatchObject({ said: xml })
})

it('packs what is no valid invoice only with a word on it, and nothing in the wrong order or under a false profile', async () => {
  const to = newFolder()
  await encours('show', sound, '--pdf', '--to', to)
  const page = join(to, 'bonne.pdf')
  const packed = await encours('pack', wrong, page, '--to', join(to, 'jointe.pdf'))
  expect(packed).toMatchObject({ code: 1, errors: expect.stringContaining('la facture n’est pas conforme : BR-CO-15') })
  const refused = async (...words: string[]) => (await encours('pack', ...words, '--to', join(to, 'non.pdf'))).errors
  expect(await refused(page, sound)).toContain('dans le mauvais ordre')
  expect(await refused(sound, page, '--level', 'basic')).toContain('suit le profil EN 16931 : le PDF ne peut pas annoncer BASIC')
})

it('tells that a conversion makes no invoice', async () => {
  const minimum = file('minimum.xml', writeProfile(invoice, 'MINIMUM').xml)
  expect(await encours('convert', minimum, '--as', 'ubl')).toMatchObject({ code: 1, errors: expect.stringContaining('BR-16') })
})

it('packs no UBL, no XML without a profile, and nothing twice', async () => {
  const to = join(newFolder(), 'jointe.pdf')
  const refused = async (...words: string[]) => (await encours('pack', ...words, '--to', to)).errors
  expect(await refused(file('ubl.xml', writeUbl(invoice)), hybrid)).toContain('CII')
  expect(await refused(file('autre.xml', writeCii({ ...invoice, guideline: 'urn:other' })), hybrid)).toContain('profil')
  expect(await refused(sound, hybrid)).toContain('déjà')
  expect(await encours('pack', sound, hybrid)).toMatchObject({ code: 2, said: expect.stringContaining('--to') })
})

it('says what it can do when asked for what it cannot', async () => {
  expect(await encours('paint', sound)).toMatchObject({ code: 2, said: expect.stringContaining('paint') })
  expect(await encours('check')).toMatchObject({ code: 2 })
  expect(await encours()).toMatchObject({ code: 2, said: expect.stringContaining('convert <fichier>…') })
  expect(await encours('help')).toMatchObject({ code: 0 })
})
