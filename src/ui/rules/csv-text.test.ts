import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellOf, csvOf } from './csv-text.ts'

describe('a list written for a spreadsheet', () => {
  it('never holds a cell that runs, and keeps amounts as figures', () => {
    expect(cellOf('=HYPERLINK("http://x")')).toBe('"\'=HYPERLINK(""http://x"")"')
    expect(cellOf('+33 6 12 34 56 78')).toBe("'+33 6 12 34 56 78")
    expect(cellOf('-120,50')).toBe('-120,50')
    expect(cellOf('Le Bihan; Fils')).toBe('"Le Bihan; Fils"')
  })

  it('is read back as it was, whatever the names hold', () => {
    const text = fc.string({ maxLength: 20 }).filter((each) => !/^[=+\-@\t\r]/.test(each))
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 }), (rows) => {
        expect(parse(csvOf(rows), { delimiter: ';', recordDelimiter: '\r\n', relax_column_count: true })).toEqual(
          rows.filter((row) => row.length > 0),
        )
      }),
    )
  })
})
