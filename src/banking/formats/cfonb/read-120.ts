/** CFONB 120: the statement of account of French banks. 01 the old balance, 04 an operation, 05 what is added to it, 07 the new balance. */
import { Refusal } from '#core/refusal'
import type { Account, Balance, Statement, StatementFile, StatementLine } from '../model.ts'
import { prove } from '../amounts.ts'
import { defined } from '../defined.ts'
import { livedPeriod } from '../period.ts'
import { headOf, refuseBeyond } from '../recognise.ts'
import { type WarningList, warningList } from '../warnings.ts'
import { plainText } from '../words.ts'
import { accountOfRib } from './account.ts'
import { isEbcdic } from './ebcdic.ts'
import { at, dayAt, signedAmount } from './fields.ts'
import { type Operation, lineOf } from './line.ts'
import { type FixedRecord, type Shape, recordsOf, textOfRecords } from './records.ts'

/** Code, bank, four characters of the bank's own, branch, currency and its decimals: some banks leave the last two blank. */
const SHAPE: Shape = { width: 120, start: /0[1457]\d{5}[^\r\n]{4}\d{5}(?:[A-Z]{3}| {3})[\d ]/ }
const STARTS_SO = new RegExp(`(?:^|[\\r\\n])[ \\t]*${SHAPE.start.source}`)

/** A statement that does not say its currency is in euros, as the CFONB has it. */
const USUAL_CURRENCY = 'EUR'

/** All the qualifiers of the CFONB together are seventeen. */
const MOST_COMPLEMENTS = 100

export const looksLikeCfonb120 = (bytes: Uint8Array): boolean => (isEbcdic(bytes) ? bytes[0] === 0xf0 : STARTS_SO.test(headOf(bytes)))

export function readCfonb120(bytes: Uint8Array): StatementFile {
  const warnings = warningList()
  const statements: Statement[] = []
  let open: Reading | undefined
  let count = 0
  const close = (): void => {
    if (open) statements.push(statementOf(open))
    open = undefined
  }
  for (const record of recordsOf(textOfRecords(bytes), SHAPE)) {
    const code = record.known ? at(record.text, 1, 2) : ''
    if (code !== '05') refuseBeyond(++count)
    if (code === '') {
      warnings.add('record_unknown', { line: record.line, text: plainText(record.text.slice(0, 200)).slice(0, 40) })
    } else if (code === '01') {
      close()
      open = readingOf(record)
      open.opening = balanceOf(record, open)
    } else if (code === '07') {
      if (open && numberOf(open.first) !== numberOf(record)) close()
      open ??= readingOf(record)
      checkAccount(open, record)
      takeOperation(open)
      open.closing = balanceOf(record, open)
      open.ended = true
      close()
    } else if (code === '04') {
      open ??= readingOf(record)
      checkAccount(open, record)
      takeOperation(open)
      open.operation = { record, complements: [] }
    } else if (open?.operation) {
      takeComplement(open.operation, record, warnings)
    } else {
      warnings.add('detail_without_line', { line: record.line, text: plainText(at(record.text, 46, 118)).slice(0, 40) })
    }
  }
  close()
  if (statements.length === 0) throw new Refusal('statement_without_lines')
  return { format: 'cfonb120', statements, warnings: warnings.all() }
}

/** A statement while its records pass by. */
type Reading = {
  readonly first: FixedRecord
  readonly account: Omit<Account, 'currency'>
  readonly currency: string
  readonly lines: StatementLine[]
  readonly warnings: WarningList
  opening?: Balance | undefined
  closing?: Balance | undefined
  /** Its 07 has come, whether its amount could be read or not. */
  ended?: boolean
  /** Waits for the records 05 that may follow it. */
  operation?: Operation | undefined
}

const ribOf = ({ text }: FixedRecord): string => at(text, 3, 7) + at(text, 12, 16) + at(text, 22, 32)
const numberOf = ({ text }: FixedRecord): string => at(text, 22, 32)
const currencyOf = ({ text }: FixedRecord): string => at(text, 17, 19).trim() || USUAL_CURRENCY

function readingOf(first: FixedRecord): Reading {
  const account = accountOfRib({ bank: at(first.text, 3, 7), branch: at(first.text, 12, 16), number: numberOf(first) })
  return { first, account, currency: currencyOf(first), lines: [], warnings: warningList() }
}

/** Seen in published samples: the bank code changes between 01 and 04. The line counts, and it is told. */
function checkAccount({ first, warnings }: Reading, record: FixedRecord): void {
  if (ribOf(record) === ribOf(first)) return
  warnings.add('record_of_other_account', { line: record.line, account: plainText(ribOf(record)), expected: plainText(ribOf(first)) })
}

function takeComplement({ complements }: Operation, { line, text }: FixedRecord, warnings: WarningList): void {
  if (complements.length < MOST_COMPLEMENTS) complements.push(text)
  else warnings.add('text_shortened', { line })
}

function takeOperation(reading: Reading): void {
  const { lines, operation, warnings } = reading
  if (!operation) return
  const currency = currencyOf(operation.record)
  if (currency !== reading.currency) warnings.add('line_currency_differs', { currency, expected: reading.currency })
  const line = lineOf(operation, currency, warnings)
  if (line) lines.push(line)
  reading.operation = undefined
}

function balanceOf({ line, text }: FixedRecord, { currency: usual, warnings }: Reading): Balance | undefined {
  const amount = signedAmount(at(text, 91, 104), at(text, 20, 20))
  if (!amount) {
    warnings.add('balance_unreadable', { line, type: at(text, 1, 2) })
    return undefined
  }
  if (!amount.exact) warnings.add('amount_rounded', { line, text: at(text, 91, 104) })
  const on = dayAt(text, 35)
  if (on === undefined) warnings.add('day_unreadable', { line, text: at(text, 35, 40).trim() })
  const currency = at(text, 17, 19).trim() || usual
  return { amountCents: amount.cents, currency, ...(on && { on }) }
}

function statementOf(reading: Reading): Statement {
  takeOperation(reading)
  const { account, closing, currency, lines, opening, warnings } = reading
  if (opening && !reading.ended) warnings.add('closing_missing')
  return defined({
    account: { ...account, currency },
    ...livedPeriod({ lines, closing }),
    opening,
    closing,
    proven: prove(opening, closing, lines, warnings),
    lines,
    warnings: warnings.all(),
  })
}
