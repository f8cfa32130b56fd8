import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { camt053 } from '#banking'
import { parseDay } from '#core/day'
import { OLD_SAMPLES } from '../banking/formats/fixtures/old-samples.ts'
import { writeZip } from '../banking/formats/fixtures/zip-writer.ts'
import { type Told, toldBy } from './told.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'encours-bank-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const encours = (...args: readonly string[]): Promise<Told> => toldBy('bank', ...args)

const camt = camt053({
  account: { iban: 'FR7630006000011234567890189', currency: 'EUR' },
  opening: '100.00',
  lines: [
    {
      bookedOn: parseDay('2026-11-20'),
      valueOn: parseDay('2026-11-21'),
      amount: '30.00',
      text: '=Facture F2026-0412',
      counterparty: 'ATELIER ROSSI',
      reference: 'R1',
      endToEndId: 'E1',
      details: [
        { amount: '10.00', text: 'UN', counterparty: 'A' },
        { amount: '20.00', text: 'DEUX' },
      ],
    },
    { bookedOn: parseDay('2026-11-21'), amount: '-12.30', text: 'Rejet', returnReason: 'AC04', reversal: true },
  ],
})
const sound = file('avril.xml', camt)
const unproven = file('mai.xml', camt.replace('<Amt Ccy="EUR">117.70</Amt>', '<Amt Ccy="EUR">117.71</Amt>'))
const qif = '!Type:Bank\nD30/11/2026\nT-5,00\nPROSSI\n^\n'

it('tells machines one line a statement, money as text and what is not known as null', async () => {
  const { code, said } = await encours('read', '--json', sound)
  expect(code).toBe(0)
  expect(JSON.parse(said)).toEqual({
    file: sound,
    format: 'camt.053',
    account: 'FR7630006000011234567890189',
    currency: 'EUR',
    from: '2026-11-20',
    to: '2026-11-21',
    opening: '100.00',
    closing: '117.70',
    proven: true,
    warnings: [],
    lines: [
      expect.objectContaining({
        bookedOn: '2026-11-20',
        valueOn: '2026-11-21',
        amount: '30.00',
        reference: 'R1',
        reversal: false,
        returnReason: null,
        details: [
          expect.objectContaining({ amount: '10.00', text: 'UN', counterparty: 'A', iban: null }),
          expect.objectContaining({ amount: '20.00', text: 'DEUX', counterparty: null }),
        ],
      }),
      expect.objectContaining({ amount: '-12.30', text: 'Rejet', reversal: true, returnReason: 'AC04', details: [], valueOn: null }),
    ],
  })
})

it('leaves with 1 when a statement does not prove, and says by how much', async () => {
  const { code, said } = await encours('read', '--json', sound, unproven)
  expect(code).toBe(1)
  const [, told] = said.trim().split('\n')
  expect(JSON.parse(told ?? '')).toMatchObject({
    proven: false,
    warnings: [{ code: 'balance_not_proven', facts: { gap: '0.01' }, fr: expect.stringContaining('0,01'), en: expect.any(String) }],
  })
})

it('goes on after a file that cannot be read, and leaves with 2', async () => {
  const letter = file('lettre.txt', 'Bonjour')
  const absent = join(folder, 'absent.xml')
  const { code, said } = await encours('read', '--json', letter, absent, unproven)
  expect(code).toBe(2)
  const told = said
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
  expect(told).toMatchObject([
    { file: letter, error: 'statement_not_recognised', fr: expect.stringContaining('relevé') },
    { file: absent, error: 'ENOENT' },
    { file: unproven, proven: false },
  ])
})

it('reads every file of a zip under its own name', async () => {
  const zip = file(
    'tout.zip',
    writeZip([
      { name: 'a/avril.xml', bytes: camt },
      { name: 'b.qif', bytes: qif },
      { name: 'c.zip', bytes: writeZip([]) },
    ]),
  )
  const { code, said } = await encours('read', '--json', zip)
  expect(code).toBe(2)
  expect(
    said
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { file: string; error?: string })
      .map(({ error, file: name }) => [name, error]),
  ).toEqual([
    [`${zip}/a/avril.xml`, undefined],
    [`${zip}/b.qif`, undefined],
    [`${zip}/c.zip`, 'zip_nested'],
  ])
})

it.each(Object.entries(OLD_SAMPLES))('reads %s like any other format', async (format, text) => {
  const { code, said } = await encours('read', '--json', file(`${format}.txt`, text))
  expect(code).toBe(0)
  expect(JSON.parse(said)).toMatchObject({ format, lines: expect.arrayContaining([expect.objectContaining({ currency: 'EUR' })]) })
})

it('makes a CSV of all lines in which no cell begins a formula', async () => {
  const { code, said } = await encours('read', '--csv', sound, file('c.qif', qif))
  expect(code).toBe(0)
  const [head, ...rows] = said.replace('\uFEFF', '').trim().split('\r\n')
  expect(head).toBe(
    'file;format;account;currency;bookedOn;valueOn;amount;text;counterparty;iban;reference;endToEndId;reversal;returnReason',
  )
  expect(rows.map((row) => row.split(';').slice(4, 8))).toEqual([
    ['2026-11-20', '2026-11-21', '30,00', expect.stringMatching(/^'=|^[^=+@-]/)],
    ['2026-11-21', '', '-12,30', 'Rejet'],
    ['2026-11-30', '', '-5,00', 'ROSSI'],
  ])
})

it('a text that a spreadsheet would run is quoted in the CSV', async () => {
  const { said } = await encours('read', '--csv', file('d.qif', qif.replace('PROSSI', 'P=HYPERLINK("x")')))
  expect(said).toContain(`'=HYPERLINK`)
})

it('shows a person each statement, its balances, its warnings and its lines', async () => {
  const { code, errors, said } = await encours('read', join(folder, '{avril,mai}.xml'))
  expect(code).toBe(1)
  expect(said).toMatch(/✓ .*avril\.xml {2}camt\.053 {2}FR7630006000011234567890189/)
  expect(said).toContain('✗')
  expect(said).toContain('! Le solde ne se prouve pas')
  expect(said).toContain('-12.30  Rejet')
  expect(errors).toContain('2 relevés, dont 1 qui ne se prouvent pas ; 0 fichiers illisibles')
})

it('says what it can do when asked for what it cannot', async () => {
  expect(await encours('paint', sound)).toMatchObject({ code: 2, said: expect.stringContaining('paint') })
  expect(await encours('read')).toMatchObject({ code: 2 })
  expect(await encours('read', '--json', '--csv', sound)).toMatchObject({ code: 2, said: expect.stringContaining('--csv') })
})
