import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { packFacturX, writeCii, writeUbl } from '#einvoice'
import { drawInvoice } from '#templates'
import { hybridPdf } from '../einvoice/fixtures/hybrid-pdf.ts'
import { sampleInvoice } from '../einvoice/fixtures/sample-invoice.ts'
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

it('takes patterns', async () => {
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
