import { describe, expect, it } from 'vitest'
import { parseDay } from '#core/day'
import { Refusal } from '#core/refusal'
import { camt053 } from '../camt/sample.ts'
import { writeXlsx } from '../fixtures/xlsx-writer.ts'
import { writeZip, type ZipFile } from '../fixtures/zip-writer.ts'
import { readStatements, unpack } from '../read.ts'

const camt = (iban = 'FR7630006000011234567890189'): string =>
  camt053({
    account: { iban, currency: 'EUR' },
    opening: '10.00',
    lines: [{ bookedOn: parseDay('2026-11-20'), amount: '120.00', text: 'A' }],
  })
const qif = '!Type:Bank\nD30/11/2026\nT5,00\n^\n'

/** What is in a zip: the name and the size of a file, or why it is passed over. */
const inside = (...files: readonly ZipFile[]): (readonly [string, number | string])[] =>
  unpack({ name: 'releves.zip', bytes: writeZip(files) }).map((file) => [
    file.name,
    'refusal' in file ? file.refusal.code : file.bytes.length,
  ])

function refusalOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return 'read'
}

describe('a zip', () => {
  it('of one statement is that statement, packed or only stored, with a comment at its end', () => {
    for (const stored of [true, false]) {
      const bytes = writeZip([{ name: 'releve.xml', bytes: camt(), stored }], 'Banque de test')
      expect(readStatements(bytes)).toEqual(readStatements(new TextEncoder().encode(camt())))
    }
  })

  it('of several gives each, whatever their formats, folders and names', () => {
    const workbook = writeXlsx([
      {
        name: 'A',
        rows: [
          ['Date', 'Montant', 'Libellé'],
          ['30/11/2026', 5, 'A'],
        ],
      },
    ])
    const files = [
      { name: '2026/', bytes: '' },
      { name: '2026/élan.xml', bytes: camt() },
      { name: '2026/compte.qif', bytes: qif },
      { name: 'compte.xlsx', bytes: workbook },
      { name: '__MACOSX/._compte.xlsx', bytes: 'x' },
      { name: '.DS_Store', bytes: 'x' },
    ]
    expect(inside(...files)).toEqual([
      ['2026/élan.xml', camt().length],
      ['2026/compte.qif', qif.length],
      ['compte.xlsx', workbook.length],
    ])
    expect(refusalOf(() => readStatements(writeZip(files)))).toBe('zip_of_several')
  })

  it('a file that is no zip is handed out as it is', () => {
    const file = { name: 'a.qif', bytes: new TextEncoder().encode(qif) }
    expect(unpack(file)).toEqual([file])
  })
})

describe('what is wrong with one file passes it over by name, and the others are read', () => {
  const good = { name: 'bon.qif', bytes: qif }
  it.each([
    ['a password', { name: 'a.qif', bytes: qif, encrypted: true }, 'zip_encrypted'],
    ['a zip inside', { name: 'a.zip', bytes: writeZip([good]) }, 'zip_nested'],
    ['a path out of the archive', { name: '../../etc/passwd', bytes: qif }, 'zip_path'],
    ['a path out of it on Windows', { name: String.raw`C:\a.qif`, bytes: qif }, 'zip_path'],
    ['a path from the root', { name: '/etc/passwd', bytes: qif }, 'zip_path'],
    ['a wrong checksum', { name: 'a.qif', bytes: qif, checksum: 1 }, 'zip_broken'],
    ['more than it says', { name: 'a.qif', bytes: 'x'.repeat(1_000_000), size: 10 }, 'zip_broken'],
    ['less than it says', { name: 'a.qif', bytes: qif, size: 1000 }, 'zip_broken'],
    ['a way of packing nobody uses', { name: 'a.qif', bytes: qif, method: 14 }, 'zip_broken'],
  ])('%s', (_, bad, code) => {
    expect(inside(good, bad)).toEqual([
      ['bon.qif', qif.length],
      [bad.name, code],
    ])
  })
})

describe('what is wrong with the archive refuses it by name', () => {
  const zip = writeZip([{ name: 'a.qif', bytes: qif }])
  const many = Array.from({ length: 1001 }, (_, index) => ({ name: `${index}.qif`, bytes: 'x', stored: true }))
  const bomb = 'x'.repeat(60 * 1024 * 1024)
  it.each([
    ['a zip that was cut', zip.slice(0, -10), 'zip_broken'],
    ['nothing in it', writeZip([]), 'zip_empty'],
    ['only folders in it', writeZip([{ name: 'a/', bytes: '' }]), 'zip_empty'],
    ['a thousand files and one', writeZip(many), 'zip_too_many_files'],
    ['a bomb', writeZip([{ name: 'a.xml', bytes: bomb }]), 'zip_too_large'],
    [
      'many files that are a bomb together',
      writeZip(['a', 'b', 'c'].map((name) => ({ name, bytes: bomb.slice(0, 20 * 1024 * 1024) }))),
      'zip_too_large',
    ],
    [
      'a Word document',
      writeZip([
        { name: '[Content_Types].xml', bytes: '<Types/>' },
        { name: 'word/document.xml', bytes: '<w/>' },
      ]),
      'statement_not_recognised',
    ],
  ])('%s', (_, bytes, code) => {
    expect(refusalOf(() => unpack({ name: 'a.zip', bytes }))).toBe(code)
  })
})
