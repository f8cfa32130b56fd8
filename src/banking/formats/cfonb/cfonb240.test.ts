import { describe, expect, it } from 'vitest'
import { fixedRecord } from '../fixtures/cfonb-writer.ts'
import type { StatementFile } from '../model.ts'
import { readStatements } from '../read.ts'
import { RESTITUTIONS } from './restitutions.ts'

const read = (...records: string[]): StatementFile => readStatements(new TextEncoder().encode(records.join('\r\n')))

const header = (code: string, parts = {}): string =>
  fixedRecord(240, { 1: '31000001', 9: code, 11: '031126', 17: 'E', 22: '300060000112345678901', 43: 'ATELIER ENCOURS', ...parts })
const detail = (code: string, parts = {}): string =>
  fixedRecord(240, { 1: '34000002', 9: code, 11: '031126', 17: 'E', 229: '000000012050', ...parts })
const total = (number: string, amount: string, parts = {}): string =>
  fixedRecord(240, { 1: `39${number}`, 11: '031126', 17: 'E', 22: '300060000112345678901', 229: amount, ...parts })

describe('a file of 240 characters', () => {
  it('gives back a direct debit unpaid: who did not pay, why, and which one', () => {
    const file = read(
      header('81'),
      detail('81', {
        22: '300060000112345678901ATELIER ENCOURS',
        78: '20041010050500013M026CLIENT FAUCHE',
        153: 'FACTURE F2026-0412',
        184: 'ECHEANCE 30 OCTOBRE',
        215: '301026',
        221: 'RX0042',
        227: '20',
      }),
      total('000003', '000000012050'),
    )
    expect(file).toEqual({
      format: 'cfonb240',
      warnings: [],
      statements: [
        {
          account: { iban: 'FR7630006000011234567890189', currency: 'EUR' },
          from: '2026-11-03',
          to: '2026-11-03',
          proven: null,
          lines: [
            {
              status: 'booked',
              bookedOn: '2026-11-03',
              amountCents: -12_050n,
              currency: 'EUR',
              text: 'FACTURE F2026-0412 ECHEANCE 30 OCTOBRE',
              bankText: 'Prélèvement rejeté',
              reference: 'RX0042',
              counterparty: 'CLIENT FAUCHE',
              iban: 'FR1420041010050500013M02606',
              returnReason: 'AM04',
              reversal: true,
              bankOperationCode: '81',
              details: [],
            },
          ],
          warnings: [],
        },
      ],
    })
  })

  it('gives a transfer received with who sent it', () => {
    const file = read(header('20'), detail('20', { 22: '20041010050500013M026MENUISERIE BOIS', 123: 'AB12', 153: 'F2026-7' }))
    expect(file.statements[0]?.lines).toMatchObject([
      { amountCents: 12_050n, counterparty: 'MENUISERIE BOIS', iban: 'FR1420041010050500013M02606', text: 'F2026-7', reversal: false },
    ])
  })

  it.each([
    ['21', 12_050n],
    ['40', -12_050n],
    ['41', -12_050n],
    ['61', -12_050n],
    ['80', -12_050n],
    ['88', -12_050n],
  ])('an operation %s makes %s', (code, cents) => {
    expect(read(header(code), detail(code)).statements[0]?.lines).toMatchObject([{ amountCents: cents, text: RESTITUTIONS[code]?.name }])
  })

  it('a cheque unpaid has its own places', () => {
    const line = read(header('41'), detail('41', { 17: ' ', 64: '0001234', 150: 'CHEQUE DUPONT', 203: '20' })).statements[0]?.lines[0]
    expect(line).toMatchObject({ reference: '0001234', text: 'CHEQUE DUPONT', returnReason: 'AM04', reversal: true })
  })

  it('a correction moves nothing: it is counted and told', () => {
    const [statement] = read(header('83'), detail('83', { 229: '000000000000' })).statements
    expect(statement).toMatchObject({
      lines: [],
      warnings: [{ code: 'lines_without_movement', facts: { name: 'Prélèvement rectifié', count: 1 } }],
    })
  })

  it('another currency stands with its decimals', () => {
    const other = { 17: ' 0JPY' }
    const [statement] = read(
      header('20', other),
      detail('20', { ...other, 229: '000000012050' }),
      total('000003', '000000012050', other),
    ).statements
    expect(statement).toMatchObject({ account: { currency: 'JPY' }, lines: [{ amountCents: 1_205_000n, currency: 'JPY' }], warnings: [] })
  })

  it('an empty file of the day is a statement without lines', () => {
    expect(read(header('81'), total('000002', '000000000000')).statements).toMatchObject([{ lines: [], warnings: [] }])
  })

  it('a total that differs, a record that is missing, a kind nobody knows are told', () => {
    const [statement] = read(
      header('81'),
      detail('81', { 1: '34000003' }),
      detail('99', { 1: '34000004' }),
      total('000005', '000000000001'),
    ).statements
    expect(statement?.warnings.map((warning) => warning.code)).toEqual(['record_missing', 'line_unreadable', 'total_differs'])
    expect(statement?.lines).toHaveLength(1)
  })

  it('without its header the lines are kept, of an account nobody named', () => {
    expect(read(detail('81')).statements).toMatchObject([{ account: { currency: 'EUR' }, lines: [{ amountCents: -12_050n }] }])
  })

  it('a long number at the start of a CSV is none', () => {
    const csv = 'Compte;Date;Libellé;Montant\n341234567890123456;20/11/2026;VIREMENT;12,50\n'
    expect(readStatements(new TextEncoder().encode(csv)).format).toBe('csv')
  })
})
