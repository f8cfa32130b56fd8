/** Any statement a bank gives, recognised by what the file holds, never by its name. Another format is another row of `FORMATS`. */
import { Refusal } from '#core/refusal'
import type { StatementFile } from './model.ts'
import { looksLikeXml, readCamt } from './camt/read.ts'
import { looksLikeCfonb120, readCfonb120 } from './cfonb/read-120.ts'
import { looksLikeCfonb240, readCfonb240 } from './cfonb/read-240.ts'
import { guessCsvMapping, looksLikeCsv } from './csv/guess.ts'
import type { CsvGuess, CsvMapping } from './csv/mapping.ts'
import { readCsv } from './csv/read.ts'
import { looksLikeMt94x, readMt94x } from './mt940/read.ts'
import { looksLikeOfx, readOfx } from './ofx/read.ts'
import { guessQif, looksLikeQif, readQif } from './qif/read.ts'
import { notRecognised, refuseForeign } from './recognise.ts'
import { guessXlsx, readXlsx } from './xlsx/read.ts'
import { isWorkbook } from './xlsx/workbook.ts'
import { isArchive, type NamedFile, type PassedOver, unpackZip } from './zip/unpack.ts'

export type ReadOptions = { readonly csv?: CsvMapping }

type Format = {
  readonly name: 'ofx' | 'qif' | 'camt' | 'cfonb120' | 'cfonb240' | 'mt94x' | 'xlsx' | 'zip' | 'csv'
  readonly recognises: (bytes: Uint8Array, options: ReadOptions) => boolean
  readonly read: (bytes: Uint8Array, options: ReadOptions) => StatementFile
  /** Of a format whose columns or dates a person may have to explain: how it seems to be read, undefined when the file tells. */
  readonly guess?: (bytes: Uint8Array) => CsvGuess | undefined
}

/** The first row that recognises the file reads it. CSV stands last: almost any text looks a little like it. */
const FORMATS: readonly Format[] = [
  { name: 'ofx', recognises: looksLikeOfx, read: readOfx },
  { name: 'qif', recognises: looksLikeQif, read: readQif, guess: guessQif },
  { name: 'camt', recognises: looksLikeXml, read: readCamt },
  { name: 'cfonb120', recognises: looksLikeCfonb120, read: readCfonb120 },
  { name: 'cfonb240', recognises: looksLikeCfonb240, read: readCfonb240 },
  { name: 'mt94x', recognises: looksLikeMt94x, read: readMt94x },
  { name: 'xlsx', recognises: isWorkbook, read: byMapping(readXlsx, guessXlsx), guess: guessXlsx },
  { name: 'zip', recognises: isArchive, read: readOnlyFile },
  {
    name: 'csv',
    recognises: (bytes, options) => options.csv !== undefined || looksLikeCsv(bytes),
    read: byMapping(readCsv, guessCsvMapping),
    guess: guessCsvMapping,
  },
]

export function readStatements(bytes: Uint8Array, options: ReadOptions = {}): StatementFile {
  return formatOf(bytes, options).read(bytes, options)
}

/** How a file seems to be read, to be shown and corrected; undefined for one that says so itself. */
export function guessMapping(bytes: Uint8Array): CsvGuess | undefined {
  return formatOf(bytes, {}).guess?.(bytes)
}

/** The files inside a zip, or the file itself. */
export function unpack(file: NamedFile): readonly (NamedFile | PassedOver)[] {
  refuseForeign(file.bytes)
  return isArchive(file.bytes) ? unpackZip(file.bytes) : [file]
}

function formatOf(bytes: Uint8Array, options: ReadOptions): Format {
  refuseForeign(bytes)
  const format = FORMATS.find((candidate) => candidate.recognises(bytes, options))
  if (!format) throw notRecognised()
  return format
}

/** By the mapping that was given, else by the guess, when it leaves no doubt. */
function byMapping(
  read: (bytes: Uint8Array, mapping: CsvMapping) => StatementFile,
  guess: (bytes: Uint8Array) => CsvGuess,
): Format['read'] {
  return (bytes, { csv }) => {
    if (csv) return read(bytes, csv)
    const guessed = guess(bytes)
    if (!guessed.certain) throw new Refusal('csv_needs_mapping', { facts: { doubts: guessed.doubts.join(', ') } })
    return read(bytes, guessed.mapping)
  }
}

/** A zip of one statement is that statement; of several, `unpack` hands out each. */
function readOnlyFile(bytes: Uint8Array, options: ReadOptions): StatementFile {
  const files = unpackZip(bytes)
  const [only] = files
  if (!only || files.length > 1) throw new Refusal('zip_of_several', { facts: { count: files.length } })
  if ('refusal' in only) throw only.refusal
  return readStatements(only.bytes, options)
}
