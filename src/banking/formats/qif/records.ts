/** The records of a QIF file: one field a line, by its first letter; `^` ends a record, `!` says what follows. */
import { Refusal } from '#core/refusal'
import { linesOf } from '../lines.ts'
import { refuseBeyond } from '../recognise.ts'
import { plainText } from '../words.ts'

export type Split = { readonly category: string; readonly memo: string; readonly amount: string }

export type QifRecord = {
  /** Line of the file on which it ends, from 1. */
  readonly line: number
  /** Its account, when an `!Account` stands above. */
  readonly account: string
  /** By letter; the first of several. */
  readonly fields: ReadonlyMap<string, string>
  readonly splits: readonly Split[]
}

/** `left` counts the records of each list that is no bank account: securities, categories, memorised transactions. */
export type QifFile = { readonly records: readonly QifRecord[]; readonly left: ReadonlyMap<string, number> }

/** What holds no money that a bank books. Any other list does, whatever the program calls it. */
const LISTS = /^(?:invst|cat|class|memorized|prices|security|budget|tag|payee|template)$/i
const ACCOUNTS = 'account'
const MAX_SPLITS = 1000
/** No program writes a field this long. */
const MAX_LENGTH = 10_000

type Growing = { readonly fields: Map<string, string>; readonly splits: { category: string; memo: string; amount: string }[] }

export function readRecords(text: string): QifFile {
  const records: QifRecord[] = []
  const left = new Map<string, number>()
  let list = 'bank'
  let account = ''
  let growing: Growing = { fields: new Map(), splits: [] }
  let line = 0

  const addRecord = (record: QifRecord): void => {
    refuseBeyond(records.push(record))
  }
  const endRecord = (): void => {
    const { fields, splits } = growing
    growing = { fields: new Map(), splits: [] }
    if (fields.size === 0) return
    if (list === ACCOUNTS) account = fields.get('N') ?? ''
    else if (LISTS.test(list)) left.set(list, (left.get(list) ?? 0) + 1)
    else addRecord({ line, account, fields, splits })
  }
  const startList = (header: string): void => {
    const type = /^!type:\s*(.{1,40}?)\s*$/i.exec(header)?.[1]
    if (type !== undefined) list = type.toLowerCase()
    else if (/^!account\s*$/i.test(header)) list = ACCOUNTS
  }
  const addField = (letter: string, value: string): void => {
    const split = growing.splits.at(-1)
    if (letter === 'S') {
      if (growing.splits.length >= MAX_SPLITS) throw new Refusal('csv_row_broken', { facts: { row: line, field: 'splits' } })
      growing.splits.push({ category: value, memo: '', amount: '' })
    } else if (letter === 'E' && split) split.memo = value
    else if (letter === '$' && split) split.amount = value
    else if (/[A-Z]/.test(letter) && !growing.fields.has(letter)) growing.fields.set(letter, value)
  }

  for (const { number, text: indented } of linesOf(text)) {
    const written = indented.trimStart()
    line = number
    if (written.length > MAX_LENGTH) throw new Refusal('csv_row_broken', { facts: { row: line, field: 'text' } })
    const sign = written[0]
    if (sign === '^') endRecord()
    else if (sign === '!') startList(written)
    else if (sign !== undefined) addField(sign, plainText(written.slice(1)))
  }
  // A record that is not ended may miss the end of its amount.
  if (growing.fields.size > 0 && list !== ACCOUNTS && !LISTS.test(list)) throw new Refusal('qif_cut', { facts: { line } })
  return { records, left }
}
