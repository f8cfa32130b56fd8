import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PdfDrawingFailed, drawPdf } from './pdf.ts'
import { pdfText } from './pdf-text.fixture.ts'

const HOSTILE = '#emph[x] *gras* _bas_ $x$ // fin <a> @b `c` \\ -> "q"'
const at = new Date('2026-11-21T10:00:00Z')
let folder = ''
let template = ''

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pdf-test-'))
  template = path.join(folder, 'letter.typ')
  writeFileSync(template, '#let draw(data) = { set document(title: data.name); [= Lettre]; par(data.name) }')
})
afterAll(() => rmSync(folder, { recursive: true }))

const letter = async (name: string, options: { at?: Date } = {}) =>
  Buffer.from(await drawPdf({ template, data: { name }, at, locale: 'fr', ...options }))

test('a hostile name is printed as written', async () => {
  expect(pdfText(await letter(HOSTILE))).toContain(HOSTILE.replaceAll(' ', ''))
})

test('the same letter has the same bytes, another letter others', async () => {
  const [first, again, other] = [await letter('Dubois'), await letter('Dubois'), await letter('Dupont')]
  expect(first.equals(again)).toBe(true)
  expect(first.equals(other)).toBe(false)
})

test('only the given instant is written as creation date', async () => {
  expect((await letter('Dubois')).toString('latin1')).toContain('/CreationDate (D:20261121100000Z)')
  expect((await letter('Dubois', { at: new Date(0) })).toString('latin1')).toContain('/CreationDate (D:19700101000000Z)')
})

test('the file says that it is tagged PDF/A-3a, in French', async () => {
  const text = (await letter('Dubois')).toString('latin1')
  expect(text).toContain('<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>')
  expect(text).toContain('/StructTreeRoot')
  expect(text).toContain('/Lang (fr)')
})

test('an attachment is tied to the document', async () => {
  const attachment = { name: 'factur-x.xml', bytes: Buffer.from('<x/>'), mimeType: 'text/xml', relationship: 'alternative' as const }
  const text = Buffer.from(await drawPdf({ template, data: { name: 'Dubois' }, attachment, at, locale: 'fr' })).toString('latin1')
  for (const part of ['/AFRelationship /Alternative', '/F (factur-x.xml)', '/Subtype /text#2Fxml', '/EmbeddedFiles', '/AF [']) {
    expect(text).toContain(part)
  }
})

test('an attachment is gone from the next drawing', async () => {
  expect((await letter('Dubois')).toString('latin1')).not.toContain('EmbeddedFiles')
})

test('a name no font can write stops nothing', async () => {
  expect(pdfText(await letter('中文 😀 \u0000 \uE000'))).toContain('□')
})

test('a broken template is refused with the words of Typst', async () => {
  const broken = path.join(folder, 'broken.typ')
  writeFileSync(broken, '#let draw(data) = data.missing')
  await expect(drawPdf({ template: broken, data: {}, at, locale: 'fr' })).rejects.toThrow(PdfDrawingFailed)
  await expect(drawPdf({ template: broken, data: {}, at, locale: 'fr' })).rejects.toThrow(/broken\.typ could not be drawn.*missing/s)
})

test('many are drawn at once, and the one that fails takes none with it', async () => {
  const broken = path.join(folder, 'broken.typ')
  const names = Array.from({ length: 12 }, (_, index) => `Dubois ${index}`)
  const drawn = await Promise.allSettled(
    names.map((name, index) => (index === 5 ? drawPdf({ template: broken, data: {}, at, locale: 'fr' }) : letter(name))),
  )
  expect(drawn.map(({ status }) => status)).toEqual(names.map((_, index) => (index === 5 ? 'rejected' : 'fulfilled')))
  drawn.forEach((each, index) => each.status === 'fulfilled' && expect(pdfText(each.value)).toContain(`Dubois${index}`))
})
