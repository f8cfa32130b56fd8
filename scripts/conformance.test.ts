import { beforeAll, describe, expect, test } from 'vitest'
import { ABSENT, allCases, hasCorpora, OFFICIAL_PACKS } from './conformance/corpora.ts'
import { type Report, reportOn, shareOf, THRESHOLDS } from './conformance/report.ts'

describe.skipIf(!hasCorpora)(`our verdicts and the official ones${hasCorpora ? '' : ` (skipped: ${ABSENT})`}`, () => {
  let report: Report
  beforeAll(() => {
    report = reportOn(allCases())
  })

  test('each case made for a rule passes and fails as it should', () => {
    expect(shareOf(report.agreements, 'rule cases')).toBe(THRESHOLDS['rule cases'])
  })

  test.each(OFFICIAL_PACKS)('whole invoices break the same fatal rules of %s', (pack) => {
    expect(shareOf(report.agreements, 'whole invoices', pack)).toBeGreaterThanOrEqual(THRESHOLDS['whole invoices'])
  })

  test.each(OFFICIAL_PACKS)('so do invoices with one thing changed, of %s', (pack) => {
    expect(shareOf(report.agreements, 'mutants', pack)).toBeGreaterThanOrEqual(THRESHOLDS.mutants)
  })

  test('where we differ, we say why', () => {
    const unexplained = report.disagreeing.filter(({ disagreements }) => disagreements.some(({ reason }) => reason === undefined))
    expect(unexplained.map(({ case: { name }, pack, disagreements }) => ({ name, pack, disagreements }))).toEqual([])
  })

  test('what the official engine gave no verdict on has one of ours', () => {
    expect(report.agreements.reduce((sum, { alone }) => sum + alone, 0)).toBeGreaterThan(0)
    expect(report.unreadable.length).toBeLessThanOrEqual(5)
  })
})
