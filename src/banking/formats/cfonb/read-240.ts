/**
 * CFONB 240: the operations of a day given back to the customer, one by one, above all what came back unpaid. 31 opens a sequence of one
 * account and one kind of operation, 34 is an operation, 39 the total. No balance, so nothing is proven; the total is held against the lines.
 */
import { type Cents, moneyText, negate, toCents } from '#core/money'
import { Refusal } from '#core/refusal'
import type { Account, Statement, StatementFile, StatementLine } from '../model.ts'
import { defined } from '../defined.ts'
import { livedPeriod } from '../period.ts'
import { headOf, refuseBeyond } from '../recognise.ts'
import { type WarningList, warningList } from '../warnings.ts'
import { plainText, referenceOf } from '../words.ts'
import { ibanOfRib } from '../rib.ts'
import { accountOfRib } from './account.ts'
import { isEbcdic } from './ebcdic.ts'
import { at, dayAt, digitsAmount, wordsAt } from './fields.ts'
import { type FixedRecord, type Shape, recordsOf, textOfRecords } from './records.ts'
import { returnReasonOf } from './reject-reasons.ts'
import { PLACES, RESTITUTIONS, type Restitution } from './restitutions.ts'

/** Code, number of the record, kind of operation, day. */
const SHAPE: Shape = { width: 240, start: /3[149]\d{6}[\dA-Z ]{2}\d{6}/ }
/** Digits alone prove little: the file must start so, and go on with a bank and a branch. */
const STARTS_SO = new RegExp(`^${SHAPE.start.source}[E \\d][^\\r\\n]{4}[\\dA-Z ]{10}`)

export const looksLikeCfonb240 = (bytes: Uint8Array): boolean => (isEbcdic(bytes) ? bytes[0] === 0xf3 : STARTS_SO.test(headOf(bytes)))

export function readCfonb240(bytes: Uint8Array): StatementFile {
  const warnings = warningList()
  const statements: Statement[] = []
  let open: Sequence | undefined
  let count = 0
  const close = (): void => {
    if (open) statements.push(statementOf(open))
    open = undefined
  }
  for (const record of recordsOf(textOfRecords(bytes), SHAPE)) {
    const code = record.known ? at(record.text, 1, 2) : ''
    refuseBeyond(++count)
    if (code === '') {
      warnings.add('record_unknown', { line: record.line, text: plainText(record.text.slice(0, 200)).slice(0, 40) })
      continue
    }
    if (code === '31') close()
    open ??= sequenceOf(record)
    checkNumber(open, record)
    if (code === '34') takeOperation(open, record)
    if (code === '39') {
      checkTotal(open, record)
      close()
    }
  }
  close()
  if (statements.length === 0) throw new Refusal('statement_without_lines')
  return { format: 'cfonb240', statements, warnings: warnings.all() }
}

/** The operations of one 31 while they pass by. */
type Sequence = {
  readonly account: Omit<Account, 'currency'>
  readonly currency: string
  readonly lines: StatementLine[]
  readonly warnings: WarningList
  readonly withoutMovement: Map<string, number>
  magnitude: Cents
  lastNumber: number | undefined
}

/** An operation without its 31 tells no account: in what comes back, the first party is ours. */
function sequenceOf({ text }: FixedRecord): Sequence {
  const isHeader = at(text, 1, 2) !== '34'
  return {
    account: isHeader ? accountOfRib({ bank: at(text, 22, 26), branch: at(text, 27, 31), number: at(text, 32, 42) }) : {},
    currency: currencyOf(text).code,
    lines: [],
    warnings: warningList(),
    withoutMovement: new Map(),
    magnitude: toCents(0n),
    lastNumber: undefined,
  }
}

/** `E` is the euro; an operation in another currency leaves that blank and writes decimals and currency after it. */
function currencyOf(record: string): { readonly code: string; readonly decimals: string } {
  const other = /^ (\d)([A-Z]{3})$/.exec(at(record, 17, 21))
  return { code: other?.[2] ?? 'EUR', decimals: other?.[1] ?? '2' }
}

function checkNumber(sequence: Sequence, { line, text }: FixedRecord): void {
  const number = Number(at(text, 3, 8))
  const { lastNumber } = sequence
  if (lastNumber !== undefined && number !== lastNumber + 1) {
    sequence.warnings.add('record_missing', { line, expected: lastNumber + 1, found: number })
  }
  sequence.lastNumber = number
}

function checkTotal({ currency, magnitude, warnings }: Sequence, { line, text }: FixedRecord): void {
  const total = digitsAmount(at(text, 229, 240), currencyOf(text).decimals)
  if (!total) warnings.add('balance_unreadable', { line, type: '39' })
  else if (total.cents !== magnitude) {
    warnings.add('total_differs', { announced: moneyText(total.cents), read: moneyText(magnitude), currency })
  }
}

function takeOperation(sequence: Sequence, { line, text }: FixedRecord): void {
  const code = at(text, 9, 10)
  const kind = Object.hasOwn(RESTITUTIONS, code) ? RESTITUTIONS[code] : undefined
  const { code: currency, decimals } = currencyOf(text)
  const amount = digitsAmount(at(text, 229, 240), decimals)
  const bookedOn = dayAt(text, 11)
  if (amount) sequence.magnitude = toCents(sequence.magnitude + amount.cents)
  if (kind?.side === 'none') {
    sequence.withoutMovement.set(kind.name, (sequence.withoutMovement.get(kind.name) ?? 0) + 1)
    return
  }
  if (!amount || bookedOn === undefined || !kind) {
    const unreadable = !amount ? ['amount', at(text, 229, 240)] : kind ? ['date', at(text, 11, 16)] : ['sign', code]
    sequence.warnings.add('line_unreadable', { line, field: unreadable[0] ?? '', text: (unreadable[1] ?? '').trim() })
    return
  }
  if (!amount.exact) sequence.warnings.add('amount_rounded', { line, text: at(text, 229, 240) })
  if (currency !== sequence.currency) sequence.warnings.add('line_currency_differs', { currency, expected: sequence.currency })
  const amountCents = kind.side === 'debit' ? negate(amount.cents) : amount.cents
  sequence.lines.push(defined({ ...placedFields(text, kind), bookedOn, amountCents, currency, bankOperationCode: code }))
}

/** The fields whose place depends on the kind of operation. */
function placedFields(text: string, { layout, name }: Restitution) {
  const places = PLACES[layout]
  const written = places.texts.map(([first, last]) => wordsAt(text, first, last)).filter((words) => words !== undefined)
  const { party, reason } = places
  return {
    status: 'booked' as const,
    text: written.join(' ') || name,
    bankText: written.length > 0 ? name : undefined,
    reference: referenceOf(wordsAt(text, ...places.reference)),
    counterparty: party?.name && wordsAt(text, ...party.name),
    iban: party && ibanOfRib({ bank: at(text, ...party.bank), branch: at(text, ...party.branch), number: at(text, ...party.number) }),
    returnReason: reason && returnReasonOf(at(text, ...reason)),
    reversal: reason !== undefined,
    details: [],
  }
}

function statementOf({ account, currency, lines, warnings, withoutMovement }: Sequence): Statement {
  for (const [name, count] of withoutMovement) warnings.add('lines_without_movement', { name, count })
  return defined({
    account: { ...account, currency },
    ...livedPeriod({ lines }),
    proven: null,
    lines,
    warnings: warnings.all(),
  })
}
