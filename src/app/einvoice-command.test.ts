import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { packFacturX, writeCii } from '#einvoice'
import { drawInvoice } from '#templates'
import { sampleInvoice } from '../einvoice/fixtures/sample-invoice.ts'
import { runCommand } from './command-line.ts'

const folder = mkdtempSync(join(tmpdir(), 'encours-einvoice-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** Runs a command in this process and tells what it said. */
async function encours(...args: string[]): Promise<{ code: number; said: string; errors: string }> {
  const told = { said: '', errors: '' }
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((told.said += Buffer.from(text).toString()), true)),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((told.errors += String(text)), true)),
  ]
  try {
    return { code: await runCommand(['einvoice', ...args]), ...told }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

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

it('says what it can do when asked for what it cannot', async () => {
  expect(await encours('paint', sound)).toMatchObject({ code: 2, said: expect.stringContaining('paint') })
  expect(await encours('check')).toMatchObject({ code: 2 })
})
