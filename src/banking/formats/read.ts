/** Any statement a bank gives, recognised by what the file holds, never by its name. Another format is another row of `FORMATS`. */
import { Refusal } from '#core/refusal'
import type { StatementFile } from './model.ts'
import { looksLikeXml, readCamt } from './camt/read.ts'
import { looksLikeCfonb120, readCfonb120 } from './cfonb/read-120.ts'
import { looksLikeCfonb240, readCfonb240 } from './cfonb/read-240.ts'
import { guessCsvMapping, looksLikeCsv } from './csv/guess.ts'
import type { CsvMapping } from './csv/mapping.ts'
import { readCsv } from './csv/read.ts'
import { looksLikeMt94x, readMt94x } from './mt940/read.ts'
import { notRecognised, refuseForeign } from './recognise.ts'

export type ReadOptions = { readonly csv?: CsvMapping }

type Format = {
  readonly name: 'camt' | 'cfonb120' | 'cfonb240' | 'csv' | 'mt94x'
  readonly recognises: (bytes: Uint8Array, options: ReadOptions) => boolean
  readonly read: (bytes: Uint8Array, options: ReadOptions) => StatementFile
}

/** The first row that recognises the file reads it. CSV stands last: almost any text looks a little like it. */
const FORMATS: readonly Format[] = [
  { name: 'camt', recognises: looksLikeXml, read: readCamt },
  { name: 'cfonb120', recognises: looksLikeCfonb120, read: readCfonb120 },
  { name: 'cfonb240', recognises: looksLikeCfonb240, read: readCfonb240 },
  { name: 'mt94x', recognises: looksLikeMt94x, read: readMt94x },
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
