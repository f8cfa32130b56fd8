import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { openTestApi, type TestApi } from '../../app/test-api.ts'
import { camt053 } from '../index.ts'
import { parseDay } from '#core/day'
import { sampleStatement } from '../formats/camt/sample.ts'
import { writeCfonb120 } from '../formats/fixtures/cfonb-writer.ts'
import { writeMt940 } from '../formats/fixtures/mt940-writer.ts'

const IBAN = 'FR7630006000011234567890189'
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
  asked: { problem: string | null; lines: number }
  statements: { id: string; newAccount: boolean; accountId: string; accountName: string; proven: boolean | null; warnings: string[] }[]
  guess: {
    mapping: { columns: object; dateOrder: string }
    doubts: string[]
    lines: { amount: string; text: string }[]
    accountNeeded: boolean
    newAccount: string | null
    warnings: string[]
    columns: string[]
  }
}

const send = (content: string | Uint8Array<ArrayBuffer>, more: Readonly<Record<string, string>> = {}, name = 'releve.xml') => {
  const form = new FormData()
  form.append('file', new File([content], name))
  for (const [key, value] of Object.entries(more)) form.append(key, value)
  return api.call<Answer>('POST', '/bank/statements', form)
}

const lineOf = (dayOfMonth: number, amount: string, text: string, reference?: string) => ({
  bookedOn: parseDay(`2026-04-${String(dayOfMonth).padStart(2, '0')}`),
  amount,
  text,
  ...(reference !== undefined && { reference }),
})
const april = (lines: ReturnType<typeof lineOf>[], opening = '100.00', iban = IBAN, currency = 'EUR') =>
  camt053({ account: { iban, currency }, opening, lines })
const counted = async () => {
  const rows = await Promise.all(
    (['bank_accounts', 'bank_statements', 'bank_lines', 'archived_documents', 'payments'] as const).map((table) =>
      api.database.owner
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<bigint>().as('count'))
        .executeTakeFirstOrThrow(),
    ),
  )
  return rows.map(({ count }) => Number(count))
}

describe('never the same line twice', () => {
  const lines = [
    lineOf(1, '10.00', 'UN', 'R1'),
    lineOf(2, '20.00', 'DEUX', 'R2'),
    lineOf(2, '20.00', 'PARKING'),
    lineOf(2, '20.00', 'PARKING'),
  ]

  it('two truly equal lines of one day stay two, and the file is in the archive byte for byte', async () => {
    const file = april(lines)
    expect((await send(file)).body).toMatchObject({
      outcome: 'imported',
      newLines: 4,
      knownLines: 0,
      statements: [{ proven: true, accountName: 'Compte courant' }],
    })
    const kept = await api.database.owner
      .selectFrom('archived_documents')
      .selectAll()
      .where('kind', '=', 'bank_statement')
      .executeTakeFirstOrThrow()
    expect(kept.bytes.toString('utf8')).toBe(file)
  })

  it('the same file is refused, saying when it came', async () => {
    const before = await counted()
    expect(await send(april(lines), {}, 'autre-nom.xml')).toMatchObject({
      status: 409,
      body: { code: 'statement_already_imported', message: 'Ce relevé a déjà été importé le 20 avr. 2026 : rien n’a été ajouté.' },
    })
    expect(await counted()).toEqual(before)
  })

  it('a file that overlaps brings only what is new', async () => {
    const { body } = await send(april([...lines.slice(1), lineOf(3, '-5.00', 'TROIS')], '110.00'))
    expect(body).toMatchObject({ newLines: 1, knownLines: 3 })
  })

  it('the account shows what is known of it, and what is missing between two statements', async () => {
    await send(april([lineOf(10, '1.00', 'PLUS TARD')], '500.00'))
    const { body } = await api.call<{ accounts: unknown[] }>('GET', '/bank/accounts')
    expect(body.accounts).toMatchObject([
      {
        identifier: IBAN,
        firstDay: '2026-04-01',
        lastDay: '2026-04-10',
        balance: '501.00',
        gaps: [{ after: '2026-04-03', before: '2026-04-10', missing: '335.00' }],
      },
    ])
  })
})

describe('a CSV', () => {
  const csv = 'Date;Libellé;Débit;Crédit\n05/04/2026;VIR MARTIN;;120,50\n13/04/2026;PRLV EDF;45,10;\n'

  it('is shown before it is read the first time, and nothing is kept', async () => {
    const before = await counted()
    const { body } = await send(csv, {}, 'export.csv')
    expect(body).toMatchObject({
      outcome: 'needs_mapping',
      guess: { accountNeeded: true, columns: ['Date', 'Libellé', 'Débit', 'Crédit'] },
    })
    expect(body.guess.lines).toMatchObject([
      { amount: '120.50', text: 'VIR MARTIN' },
      { amount: '-45.10', text: 'PRLV EDF' },
    ])
    expect(await counted()).toEqual(before)
  })

  it('corrected and confirmed, it is read, and the next file of the same columns needs nobody', async () => {
    const { body } = await send(csv)
    const csvMapping = JSON.stringify(body.guess.mapping)
    const preview = await send(csv, { csvMapping: csvMapping.replace('"dmy"', '"mdy"'), previewOnly: 'true' })
    expect(preview.body).toMatchObject({ outcome: 'needs_mapping', guess: { lines: [], problem: expect.stringContaining('Ligne') } })
    const done = await send(csv, { csvMapping, accountName: 'Livret' })
    expect(done.body).toMatchObject({ outcome: 'imported', newLines: 2, statements: [{ accountName: 'Livret' }] })
    const next = await send(`${csv}14/04/2026;=1+1;;7,00\n`)
    expect(next.body).toMatchObject({ outcome: 'imported', newLines: 1, knownLines: 2, statements: [{ accountName: 'Livret' }] })
  })

  it('a formula in a cell stays the text it is', async () => {
    const { body } = await api.call<{ rows: { text: string }[] }>('GET', `/bank/lines?search=${encodeURIComponent('=1+1')}`)
    expect(body.rows).toMatchObject([{ text: '=1+1', amount: '7.00' }])
  })

  it('a broken row refuses the whole file', async () => {
    const before = await counted()
    expect((await send('Date;Libellé;Débit;Crédit\n05/04/2026;VIR;;cent vingt\n06/04/2026;VIR;;1,00\n')).body).toMatchObject({
      code: 'csv_row_broken',
    })
    expect(await counted()).toEqual(before)
  })
})

describe('what is no statement of this company is refused in a sentence, and nothing changes', () => {
  let before: number[]
  beforeEach(async () => {
    before = await counted()
  })
  const good = april([lineOf(15, '10.00', 'BON')])
  const bomb = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "${'&lol;'.repeat(10)}">]><Document>&lol2;</Document>`
  it.each([
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), 422, 'statement_not_recognised'],
    ['a PDF', '%PDF-1.7\n', 422, 'statement_is_pdf'],
    ['an empty file', '', 422, 'statement_empty'],
    ['a truncated file', good.slice(0, 900), 422, 'statement_xml_broken'],
    ['an entity bomb', bomb, 422, 'statement_entities_refused'],
    ['an encoding that does not exist', good.replace('UTF-8', 'klingon'), 422, 'statement_wrong_encoding'],
    ['an account in dollars', april([lineOf(15, '10.00', 'USD')], '0.00', IBAN, 'USD'), 422, 'statement_currency_refused'],
    ['a currency that does not exist', april([lineOf(15, '10.00', 'ZZZ')], '0.00', IBAN, 'ZZZ'), 422, 'statement_currency_refused'],
    ['more than 50 MB', new Uint8Array(50 * 1024 * 1024 + 1).fill(0x41), 413, 'statement_too_large'],
  ])('%s', async (_, content, status, code) => {
    const answer = await send(content)
    expect(answer).toMatchObject({ status, body: { code } })
    expect(answer.body.message.length).toBeGreaterThan(20)
    expect(await counted()).toEqual(before)
  })

  it('another company’s account', async () => {
    const other = await api.foundCompany('voisin', { iban: 'FR7610107001011234567890129' })
    const call = api.as({ companyId: other.id, personId: other.ownerId, role: 'owner' })
    const form = new FormData()
    form.append('file', new File([april([lineOf(1, '1.00', 'X')])], 'a.xml'))
    await call('POST', '/bank/statements', form)
    const theirs = await call<{ accounts: { id: string }[] }>('GET', '/bank/accounts')
    before = await counted()
    expect(await send(good, { accountId: theirs.body.accounts[0]?.id ?? '' })).toMatchObject({
      status: 422,
      body: { code: 'bank_account_unknown' },
    })
    expect(await api.call('PUT', `/bank/accounts/${theirs.body.accounts[0]?.id}`, { name: 'À moi' })).toMatchObject({
      body: { code: 'bank_account_unknown' },
    })
    expect(await counted()).toEqual(before)
  })

  it('a statement of another account than the one chosen', async () => {
    const { body } = await api.call<{ accounts: { id: string; identifier: string | null }[] }>('GET', '/bank/accounts')
    const ours = body.accounts.find(({ identifier }) => identifier === IBAN)
    const other = april([lineOf(15, '10.00', 'AUTRE')], '0.00', 'FR7610107001011234567890129')
    expect(await send(other, { accountId: ours?.id ?? '' })).toMatchObject({ status: 422, body: { code: 'statement_of_other_account' } })
    expect(await counted()).toEqual(before)
  })

  it('a dry run says what would happen and keeps nothing', async () => {
    const form = new FormData()
    form.append('file', new File([good], 'releve.xml'))
    expect((await api.call<Answer>('POST', '/bank/statements?dryRun=true', form)).body).toMatchObject({ outcome: 'imported', newLines: 1 })
    expect(await counted()).toEqual(before)
  })
})

describe('whose account a file is', () => {
  const csv = (iban: string, day = '12/04/2026') => `IBAN;Date;Libellé;Montant\n${iban};${day};VIR ${iban};12.50\n`
  const OTHER = 'FR7610107001011234567890129'

  it('an IBAN whose key is wrong makes no account: a person is asked', async () => {
    const before = await counted()
    const camt = april([lineOf(16, '10.00', 'FAUX')]).replaceAll(IBAN, 'FR00123')
    const { body } = await send(camt)
    expect(body).toMatchObject({ outcome: 'needs_account', asked: { problem: expect.stringContaining('FR00123'), lines: 1 } })
    expect((await send(csv('FR00123'))).body).toMatchObject({
      outcome: 'needs_mapping',
      guess: { accountNeeded: true, newAccount: null, warnings: [expect.stringContaining('FR00123')], mapping: { decimal: '.' } },
    })
    expect(await counted()).toEqual(before)
    const { accounts } = (await api.call<{ accounts: { id: string; identifier: string }[] }>('GET', '/bank/accounts')).body
    const ours = accounts.find(({ identifier }) => identifier === IBAN)
    const placed = await send(camt, { accountId: ours?.id ?? '' })
    expect(placed.body).toMatchObject({
      outcome: 'imported',
      statements: [{ newAccount: false, accountId: ours?.id, warnings: [expect.stringContaining('FR00123')] }],
    })
  })

  it('a right IBAN that is not known yet is told before and after', async () => {
    const { body } = await send(csv(OTHER))
    expect(body.guess).toMatchObject({ accountNeeded: false, newAccount: OTHER })
    const done = await send(csv(OTHER), { csvMapping: JSON.stringify(body.guess.mapping) })
    expect(done.body).toMatchObject({ outcome: 'imported', statements: [{ newAccount: true, accountName: 'Compte 0129' }] })
  })

  it('a line of tomorrow is imported with a word', async () => {
    const { body } = await send(csv(OTHER, '21/04/2026'))
    expect(body).toMatchObject({
      outcome: 'imported',
      statements: [{ warnings: ['1 ligne datée dans le futur, jusqu’au 21 avr. 2026 : vérifiez les dates du fichier.'] }],
    })
    const { accounts } = (await api.call<{ accounts: { identifier: string; lastDay: string }[] }>('GET', '/bank/accounts')).body
    expect(accounts.find(({ identifier }) => identifier === OTHER)).toMatchObject({ lastDay: '2026-04-12' })
  })

  it('an amount beyond ten billion euros is refused, and nothing changes', async () => {
    const before = await counted()
    expect(await send(april([lineOf(17, '99999999999.00', 'TROP')]))).toMatchObject({
      status: 422,
      body: { code: 'statement_amount_too_large' },
    })
    expect(await counted()).toEqual(before)
  })
})

describe('the older formats of banks', () => {
  const lines = [{ ...lineOf(14, '120.50', 'FACTURE F2026-0412', 'ZX90'), bankText: 'VIR RECU', counterparty: 'CLIENT FAUCHE' }]
  const statement = sampleStatement({ account: { iban: IBAN, currency: 'EUR' }, opening: '501.00', lines })

  it('CFONB 120 joins the account of its IBAN, proves, and is kept as text', async () => {
    expect((await send(writeCfonb120(statement), {}, 'releve.txt')).body).toMatchObject({
      outcome: 'imported',
      newLines: 1,
      statements: [{ newAccount: false, proven: true, warnings: [] }],
    })
    const kept = await api.database.owner
      .selectFrom('archived_documents')
      .selectAll()
      .where('file_name', '=', 'releve.txt')
      .executeTakeFirstOrThrow()
    expect(kept.media_type).toBe('text/plain')
  })

  it('MT940 of the same day brings nothing new: the reference of the bank is the same', async () => {
    expect((await send(writeMt940(statement, 'labels'), {}, 'releve.sta')).body).toMatchObject({
      outcome: 'imported',
      newLines: 0,
      knownLines: 1,
    })
  })
})
