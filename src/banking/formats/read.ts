/** Any statement a bank gives, recognised by what the file holds, never by its name. Another format is another row of `FORMATS`. */
import { Refusal } from '#core/refusal'
import type { StatementFile } from './model.ts'
import { looksLikeXml, readCamt } from './camt/read.ts'
import { guessCsvMapping, looksLikeCsv } from './csv/guess.ts'
import type { CsvMapping } from './csv/mapping.ts'
import { readCsv } from './csv/read.ts'
import { notRecognised, refuseForeign } from './recognise.ts'

export type ReadOptions = { readonly csv?: CsvMapping }

type Format = {
  readonly name: 'camt' | 'csv'
  readonly recognises: (bytes: Uint8Array, options: ReadOptions) => boolean
  readonly read: (bytes: Uint8Array, options: ReadOptions) => StatementFile
}

/** The first row that recognises the file reads it. CSV stands last: almost any text looks a little like it. */
const FORMATS: readonly Format[] = [
  { name: 'camt', recognises: looksLikeXml, read: readCamt },
  { name: 'csv', recognises: (bytes, options) => options.csv !== undefined || looksLikeCsv(bytes), read: readAnyCsv },
]

export function readStatements(bytes: Uint8Array, options: ReadOptions = {}): StatementFile {
  refuseForeign(bytes)
  const format = FORMATS.find((candidate) => candidate.recognises(bytes, options))
  if (!format) throw notRecognised()
  return format.read(bytes, options)
}

function readAnyCsv(bytes: Uint8Array, options: ReadOptions): StatementFile {
  if (options.csv) return readCsv(bytes, options.csv)
  const guess = guessCsvMapping(bytes)
  if (!guess.certain) throw new Refusal('csv_needs_mapping', { facts: { doubts: guess.doubts.join(', ') } })
  return readCsv(bytes, guess.mapping)
}
