import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { openTestApi, type TestApi } from '../../app/test-api.ts'
import { parseDay } from '#core/day'
import { sampleStatement } from '../formats/camt/sample.ts'
import { writeOfx } from '../formats/fixtures/ofx-writer.ts'
import { writeXlsx } from '../formats/fixtures/xlsx-writer.ts'
import { writeZip, type ZipFile } from '../formats/fixtures/zip-writer.ts'
import { camt053 } from '../index.ts'

const IBAN = 'FR7630006000011234567890189'
const OTHER = 'FR7610107001011234567890129'
let api: TestApi
beforeAll(async () => {
  api = await openTestApi(inject('databaseServer'), { at: '2026-04-20T09:00:00Z' })
})
afterAll(() => api.close())

type Answer = {
  outcome: string
  code: string
  message: string
  newLines: number
  knownLines: number
  warnings: string[]
  statements: { accountName: string; format: string; fileName: string; newAccount: boolean; proven: boolean | null }[]
  asked: { lines: number }
  guess: {
    mapping: { dateOrder: string; header: string[] }
    doubts: string[]
    lines: { bookedOn: string; amount: string }[]
    columns: string[]
  }
}

const send = (content: string | Uint8Array, name: string, more: Readonly<Record<string, string>> = {}) => {
  const form = new FormData()
  form.append('file', new File([Buffer.from(content)], name))
  for (const [key, value] of Object.entries(more)) form.append(key, value)
  return api.call<Answer>('POST', '/bank/statements', form)
}

const day = (dayOfMonth: number) => parseDay(`2026-04-${String(dayOfMonth).padStart(2, '0')}`)
const lines = [
  { bookedOn: day(1), amount: '120.00', text: 'F2026-0412', reference: 'A1' },
  { bookedOn: day(2), amount: '-12.30', text: 'COTISATION', reference: 'A2' },
]
const camt = (iban: string, text = 'LIGNE') =>
  camt053({ account: { iban, currency: 'EUR' }, opening: '0.00', lines: [{ bookedOn: day(3), amount: '7.00', text }] })
const qif = (...dates: readonly string[]) => `!Type:Bank\n${dates.map((date) => `D${date}\nT5,00\nPROSSI ${date}\n^\n`).join('')}`
const zip = (...files: readonly ZipFile[]) => writeZip(files)

it('an OFX makes the account that its RIB names, and a second file brings no line twice', async () => {
  const ofx = writeOfx(sampleStatement({ account: { iban: IBAN, currency: 'EUR' }, opening: '0.00', lines }), 'open')
  expect((await send(ofx, 'export.ofx')).body).toMatchObject({
    outcome: 'imported',
    newLines: 2,
    statements: [{ format: 'ofx', newAccount: true, proven: null }],
  })
  expect((await send(ofx.replace('COTISATION', 'COTISATION AVRIL'), 'export (2).ofx')).body).toMatchObject({ newLines: 0, knownLines: 2 })
  const { media_type } = await api.database.owner
    .selectFrom('archived_documents')
    .select('media_type')
    .where('file_name', '=', 'export.ofx')
    .executeTakeFirstOrThrow()
  expect(media_type).toBe('application/x-ofx')
})

it('a QIF whose dates read both ways is shown first; the order is corrected, kept, and asked no more', async () => {
  const { body } = await send(qif('01/04/2026', '02/04/2026'), 'a.qif')
  expect(body).toMatchObject({ outcome: 'needs_mapping', guess: { doubts: ['date_order'], mapping: { dateOrder: 'dmy' } } })
  expect(body.guess.lines.map(({ bookedOn }) => bookedOn)).toEqual(['2026-04-01', '2026-04-02'])
  const mapping = { ...body.guess.mapping, dateOrder: 'mdy' }
  const preview = await send(qif('01/04/2026', '02/04/2026'), 'a.qif', { csvMapping: JSON.stringify(mapping), previewOnly: 'true' })
  expect(preview.body.guess.lines.map(({ bookedOn }) => bookedOn)).toEqual(['2026-01-04', '2026-02-04'])
  const kept = await send(qif('01/04/2026', '02/04/2026'), 'a.qif', {
    csvMapping: JSON.stringify(body.guess.mapping),
    accountName: 'Caisse',
  })
  expect(kept.body).toMatchObject({ outcome: 'imported', newLines: 2, statements: [{ format: 'qif', accountName: 'Caisse' }] })
  expect((await send(qif('03/04/2026', '04/04/2026'), 'b.qif')).body).toMatchObject({
    outcome: 'imported',
    newLines: 2,
    statements: [{ accountName: 'Caisse' }],
  })
})

it('a QIF whose dates tell is read; only its account is asked for', async () => {
  expect((await send(qif('13/04/2026'), 'c.qif')).body).toMatchObject({ outcome: 'needs_account', asked: { lines: 1 } })
})

it('a workbook is shown first like a CSV; a CSV of the same columns then needs nobody', async () => {
  const workbook = writeXlsx([
    {
      name: 'Opérations',
      rows: [
        ['Date', 'Libellé', 'Montant', 'Pièce'],
        [{ day: day(5) }, 'VIR MARTIN', 120.5, 'x'],
        [{ day: day(13) }, 'PRLV EDF', -45.1, 'y'],
      ],
    },
  ])
  const { body } = await send(workbook, 'releve.xlsx')
  expect(body).toMatchObject({ outcome: 'needs_mapping', guess: { doubts: [], columns: ['Date', 'Libellé', 'Montant', 'Pièce'] } })
  const csvMapping = JSON.stringify(body.guess.mapping)
  expect((await send(workbook, 'releve.xlsx', { csvMapping, accountName: 'Livret' })).body).toMatchObject({
    outcome: 'imported',
    newLines: 2,
    statements: [{ format: 'xlsx', accountName: 'Livret' }],
  })
  expect(
    (await send('Date,Libellé,Montant,Pièce\n2026-04-05,VIR MARTIN,120.50,x\n2026-04-14,VIR DURAND,9.00,z\n', 'a.csv')).body,
  ).toMatchObject({
    outcome: 'imported',
    newLines: 1,
    knownLines: 1,
    statements: [{ format: 'csv', accountName: 'Livret' }],
  })
})

it('a zip of several brings every file that can be read, and names the others with their reasons', async () => {
  const files = [
    { name: 'avril/un.xml', bytes: camt(IBAN, 'UN') },
    { name: 'avril/deux.xml', bytes: camt(OTHER, 'DEUX') },
    { name: 'avril/encore deux.xml', bytes: camt(OTHER, 'DEUX') },
    { name: 'question.csv', bytes: 'Jour;Quoi;Combien\n05/04/2026;A;1,00\n' },
    { name: 'lettre.txt', bytes: 'Bonjour' },
    { name: 'secret.xml', bytes: camt(IBAN), encrypted: true },
    { name: 'dollars.xml', bytes: camt053({ account: { iban: IBAN, currency: 'USD' }, opening: '0.00', lines }) },
  ]
  const { body } = await send(zip(...files), 'releves.zip')
  expect(body).toMatchObject({ outcome: 'imported', newLines: 2 })
  expect(body.statements.map(({ fileName, newAccount }) => [fileName, newAccount])).toEqual([
    ['deux.xml', true],
    ['un.xml', false],
  ])
  expect(body.warnings).toEqual([
    expect.stringMatching(/^Fichier « question\.csv » laissé de côté\. .*importez-le seul/),
    expect.stringMatching(/^Fichier « lettre\.txt » laissé de côté\. .*n’est pas un relevé/),
    expect.stringMatching(/^Fichier « secret\.xml » laissé de côté\. .*mot de passe/),
    expect.stringMatching(/^Fichier « dollars\.xml » laissé de côté\. .*USD/),
  ])
  // Nothing new in it: the first reason is the answer.
  expect(await send(zip(...files), 'releves.zip')).toMatchObject({ status: 409, body: { code: 'statement_already_imported' } })
})

it('a zip of one file is that file: its question is asked, its answer taken', async () => {
  const csv = 'Jour;Quoi;Combien\n15/04/2026;SEUL;31,00\n'
  const bytes = zip({ name: 'seul.csv', bytes: csv })
  const { body } = await send(bytes, 'seul.zip')
  expect(body.outcome).toBe('needs_mapping')
  expect((await send(bytes, 'seul.zip', { csvMapping: JSON.stringify(body.guess.mapping), accountName: 'Épargne' })).body).toMatchObject({
    outcome: 'imported',
    newLines: 1,
    statements: [{ fileName: 'seul.csv' }],
  })
})

it('what is hostile is refused by name', async () => {
  const bomb = zip({ name: 'a.xml', bytes: 'x'.repeat(60 * 1024 * 1024) })
  expect(await send(bomb, 'bombe.zip')).toMatchObject({
    status: 413,
    body: { code: 'zip_too_large', message: expect.stringContaining('50 Mo') },
  })
  expect((await send(zip({ name: 'a.zip', bytes: zip() }), 'a.zip')).body).toMatchObject({ code: 'zip_nested' })
  expect((await send('<OFX><STMTTRN>', 'coupe.ofx')).body).toMatchObject({ code: 'ofx_cut' })
})
