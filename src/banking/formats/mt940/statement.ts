import { type Cents, moneyText, sum, toCents } from '#core/money'
import type { Balance, Statement, StatementLine } from '../model.ts'
import { prove } from '../amounts.ts'
import { defined } from '../defined.ts'
import { livedPeriod } from '../period.ts'
import { type WarningList, warningList } from '../warnings.ts'
import { wordsOf } from '../words.ts'
import { accountOf } from './account.ts'
import { type SwiftBalance, swiftAmount, swiftBalance, swiftDay } from './amounts.ts'
import { type EntryFields, lineOf } from './line.ts'
import type { Field, Message } from './messages.ts'

/** `:86:` and `:NS:` of one entry: more of them than that is no statement. */
const MOST_INFORMATION = 4

/** Null when the message does not say its currency anywhere: no amount of it could be counted. */
export function statementOf({ fields }: Message): Statement | null {
  const warnings = warningList()
  const first = (...tags: readonly string[]): Field | undefined => fields.find((field) => tags.includes(field.tag))
  const read = (...tags: readonly string[]) => readBalance(first(...tags), warnings)
  const opened = read('60F', '60M', '60')
  const closed = read('62F', '62M', '62')
  const currency = opened?.currency ?? closed?.currency ?? fields.map(currencyIn).find((code) => code !== undefined)
  if (currency === undefined) return null
  const opening = opened && withCurrency(opened, currency)
  const closing = closed && withCurrency(closed, currency)
  const account = accountOf(first('25', '25P')?.lines ?? [])
  if (account.claimed !== undefined) warnings.add('account_iban_wrong', { iban: account.claimed })
  const writtenOn = swiftDay(first('13D', '13')?.lines[0]?.slice(0, 6) ?? '')
  const fallbackDay = closing?.on ?? writtenOn ?? opening?.on
  const lines = linesOf(fields, { currency, ourIban: account.iban, fallbackDay, warnings })
  checkSums(fields, lines, currency, warnings)
  if (opening && !first('62F', '62M', '62')) warnings.add('closing_missing')
  return defined({
    account: { ...account, currency },
    id: wordsOf(first('20')?.lines[0]),
    sequence: wordsOf(first('28C', '28')?.lines[0]),
    ...livedPeriod({ lines, closing }),
    opening,
    closing,
    proven: prove(opening, closing, lines, warnings),
    lines,
    warnings: warnings.all(),
  })
}

function readBalance(field: Field | undefined, warnings: WarningList): SwiftBalance | undefined {
  if (!field) return undefined
  const text = field.lines[0] ?? ''
  const read = swiftBalance(text)
  if (!read) warnings.add('balance_unreadable', { line: field.line, type: field.tag })
  else if (!read.exact) warnings.add('amount_rounded', { line: field.line, text: text.trim() })
  return read ?? undefined
}

const withCurrency = (read: SwiftBalance, currency: string): Balance => ({ ...read.balance, currency: read.currency ?? currency })

/** Of floor limits, sums and available balances, in a message without the balances of a statement. */
function currencyIn({ lines, tag }: Field): string | undefined {
  if (/^(?:34F|90[CD]|64|65)/.test(tag)) return /^\s*(?:[CD]\d{6}|\d*)([A-Z]{3})[CD ]?\d/.exec(lines[0] ?? '')?.[1]
  return undefined
}

function linesOf(fields: readonly Field[], context: Parameters<typeof lineOf>[1]): StatementLine[] {
  let expected = 0
  const lines = entriesOf(fields).flatMap((entry) => {
    const line = lineOf(entry, context)
    if (line === 'expected') expected++
    return line === null || line === 'expected' ? [] : [line]
  })
  if (expected > 0) context.warnings.add('lines_not_booked', { status: 'EC/ED', count: expected })
  return lines
}

/** Each `:61:` with what follows it; `:86:` after a balance is about the statement. */
function entriesOf(fields: readonly Field[]): EntryFields[] {
  const entries: EntryFields[] = []
  let open: EntryFields | undefined
  for (const field of fields) {
    if (field.tag === '61') {
      open = { entry: field, information: [] }
      entries.push(open)
    } else if (field.tag !== '86' && field.tag !== 'NS') open = undefined
    else if (open && open.information.length < MOST_INFORMATION) open.information.push(field)
  }
  return entries
}

/** `:90D:2EUR120,50`: how many debits a report holds and what they make; `:90C:` the credits. */
function checkSums(fields: readonly Field[], lines: readonly StatementLine[], currency: string, warnings: WarningList): void {
  for (const { line, lines: text, tag } of fields) {
    if (tag !== '90C' && tag !== '90D') continue
    const [, count, , digits = ''] = /^\s*(\d{1,5})([A-Z]{3})(\d+(?:[.,]\d*)?)\s*$/.exec(text[0] ?? '') ?? []
    const amount = swiftAmount(digits)
    if (!amount) {
      warnings.add('balance_unreadable', { line, type: tag })
      continue
    }
    const side = lines.filter(({ amountCents }) => (tag === '90C' ? amountCents >= 0n : amountCents < 0n))
    const total = magnitudeOf(side)
    if (Number(count) !== side.length) warnings.add('number_of_lines_differs', { announced: Number(count), read: side.length })
    if (total !== amount.cents) warnings.add('total_differs', { announced: moneyText(amount.cents), read: moneyText(total), currency })
  }
}

function magnitudeOf(lines: readonly StatementLine[]): Cents {
  const total = sum(lines.map((line) => line.amountCents))
  return total < 0n ? toCents(-total) : total
}
