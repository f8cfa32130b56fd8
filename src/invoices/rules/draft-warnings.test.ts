import { describe, expect, it } from 'vitest'
import { parseDay } from '#core/day'
import { type Cents, toCents } from '#core/money'
import { draftWarnings, type JudgedDraft } from './draft-warnings.ts'

const usual: JudgedDraft = {
  kind: 'invoice',
  customerKind: 'company',
  issuedOn: parseDay('2026-11-21'),
  deliveredOn: null,
  totalCents: toCents(120_00n),
  dueDays: [parseDay('2026-12-21')],
}
const codes = (change: Partial<JudgedDraft>) => draftWarnings({ ...usual, ...change }).map(({ code }) => code)

describe('before a draft is issued', () => {
  it('a usual invoice deserves no word', () => {
    expect(codes({})).toEqual([])
  })

  it('a total of nothing is told, whatever makes it so', () => {
    expect(codes({ totalCents: 0n as Cents })).toEqual(['nothing_to_pay'])
  })

  it('the last due day is measured against the law, between businesses', () => {
    const late = { dueDays: [parseDay('2026-12-21'), parseDay('2027-02-19')] }
    expect(codes(late)).toEqual(['due_beyond_law'])
    expect(codes({ ...late, customerKind: 'consumer' })).toEqual([])
  })

  it('a delivery of next month is usual, one of next year is told', () => {
    expect(codes({ deliveredOn: parseDay('2026-12-22') })).toEqual([])
    expect(codes({ deliveredOn: parseDay('2026-12-23') })).toEqual(['delivery_far_ahead'])
    expect(codes({ deliveredOn: parseDay('2025-11-21') })).toEqual([])
  })

  it('a credit note has neither terms nor delivery', () => {
    expect(codes({ kind: 'credit_note', totalCents: 0n as Cents })).toEqual([])
  })
})
