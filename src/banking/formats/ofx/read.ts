/** OFX 1 (SGML), OFX 2 (XML) and QFX: statements of bank accounts and of cards. */
import { Refusal } from '#core/refusal'
import type { Balance, Statement, StatementFile, StatementLine, Warning } from '../model.ts'
import { defined } from '../defined.ts'
import { announcedPeriod } from '../period.ts'
import { headOf, refuseBeyond } from '../recognise.ts'
import { type WarningList, warningList } from '../warnings.ts'
import { accountOf } from './account.ts'
import { decodeOfx } from './charset.ts'
import { type Group, groupsNamed, inGroup, readGroups, valueOf } from './groups.ts'
import { type ReadLine, readTransaction } from './transaction.ts'
import { readAmount, readDay } from './values.ts'

const STATEMENTS: ReadonlySet<string> = new Set(['STMTRS', 'CCSTMTRS'])
const INVESTMENTS: ReadonlySet<string> = new Set(['INVSTMTRS'])
const STATUSES: ReadonlySet<string> = new Set(['STATUS'])

export const looksLikeOfx = (bytes: Uint8Array): boolean => /^OFXHEADER\s*:|<\??OFX\b/i.test(headOf(bytes))

type Reading = { readonly lines: ReadLine[]; readonly warnings: WarningList; setAside: number }

export function readOfx(bytes: Uint8Array): StatementFile {
  const { asDeclared, declared, encoding, text } = decodeOfx(bytes)
  const readings = new Map<Group, Reading>()
  let count = 0
  const roots = readGroups(text, (transaction, open) => {
    refuseBeyond(++count)
    takeTransaction(readings, transaction, open)
  })
  const french = valueOf(groupsNamed(roots, new Set(['SONRS']))[0], 'LANGUAGE')?.toUpperCase() === 'FRA'
  const statements = groupsNamed(roots, STATEMENTS).map((group) => statementOf(group, readings.get(group) ?? newReading(), { french }))
  const investments = groupsNamed(roots, INVESTMENTS).length
  if (statements.length === 0) throw withoutStatement(roots, investments)
  const warnings: Warning[] = asDeclared ? [] : [{ code: 'encoding_not_as_declared', facts: { declared, encoding } }]
  if (investments > 0) warnings.push({ code: 'investments_left_out', facts: { count: investments } })
  return { format: 'ofx', statements, warnings }
}

const newReading = (): Reading => ({ lines: [], warnings: warningList(), setAside: 0 })

/** Transactions become lines as they pass by. Those of a securities account belong to no bank account. */
function takeTransaction(readings: Map<Group, Reading>, transaction: Group, open: readonly Group[]): void {
  const statement = open.find((group) => STATEMENTS.has(group.name))
  if (!statement) {
    if (!open.some((group) => INVESTMENTS.has(group.name))) throw new Refusal('ofx_broken', { facts: { line: transaction.line } })
    return
  }
  const reading = readings.get(statement) ?? newReading()
  readings.set(statement, reading)
  if (transaction.name === 'STMTTRNP' || valueOf(transaction, 'TRNTYPE')?.toUpperCase() === 'HOLD') {
    reading.setAside += 1
    return
  }
  const list = open.find((group) => group.name === 'BANKTRANLIST')
  const line = readTransaction(transaction, { fallbackDay: readDay(valueOf(list, 'DTEND')), warnings: reading.warnings })
  if (line) reading.lines.push(line)
}

function statementOf(group: Group, { lines: read, setAside, warnings }: Reading, spoken: { readonly french: boolean }): Statement {
  const account = accountOf(group, spoken)
  if (account.claimed !== undefined) warnings.add('account_iban_wrong', { iban: account.claimed })
  const currency = currencyOf(group) ?? read.find((line) => line.currency !== undefined)?.currency
  if (currency === undefined) throw new Refusal('statement_currency_unknown', { facts: { line: group.line } })
  if (setAside > 0) warnings.add('lines_not_booked', { status: 'PENDING', count: setAside })
  const lines = read.map((line): StatementLine => ({ ...line, currency: line.currency ?? currency }))
  for (const line of lines)
    if (line.currency !== currency) warnings.add('line_currency_differs', { currency: line.currency, expected: currency })
  const list = inGroup(group, 'BANKTRANLIST')
  const announced = { from: readDay(valueOf(list, 'DTSTART')), to: readDay(valueOf(list, 'DTEND')) }
  const closing = closingOf(group, currency, lines, warnings)
  return defined({
    account: { ...account, currency },
    ...announcedPeriod(announced, { lines, closing }, warnings),
    closing,
    // OFX knows no opening balance: nothing proves its lines.
    proven: null,
    lines,
    warnings: warnings.all(),
  })
}

function currencyOf(statement: Group): string | undefined {
  const currency = valueOf(statement, 'CURDEF')?.toUpperCase()
  return currency !== undefined && /^[A-Z]{3}$/.test(currency) ? currency : undefined
}

/** `LEDGERBAL`, unless it is older than the last line: then it closes nothing. */
function closingOf(statement: Group, currency: string, lines: readonly StatementLine[], warnings: WarningList): Balance | undefined {
  const ledger = inGroup(statement, 'LEDGERBAL')
  const written = valueOf(ledger, 'BALAMT')
  if (!ledger || written === undefined) return undefined
  const amount = readAmount(written)
  if (!amount) {
    warnings.add('balance_unreadable', { line: ledger.line, type: 'LEDGERBAL' })
    return undefined
  }
  const on = readDay(valueOf(ledger, 'DTASOF'))
  if (on !== undefined && lines.some((line) => line.bookedOn > on)) {
    warnings.add('balance_before_lines', { day: on })
    return undefined
  }
  return { amountCents: amount.cents, currency, ...(on && { on }) }
}

/** Why there is nothing: the bank answered with a fault, or the account is one of securities. */
function withoutStatement(roots: readonly Group[], investments: number): Refusal {
  const fault = groupsNamed(roots, STATUSES).find((status) => valueOf(status, 'SEVERITY')?.toUpperCase() === 'ERROR')
  if (fault) {
    const said = [valueOf(fault, 'CODE'), valueOf(fault, 'MESSAGE')].filter((part) => part !== undefined).join(' ')
    return new Refusal('ofx_bank_error', { facts: { text: said.slice(0, 100) } })
  }
  return new Refusal(investments > 0 ? 'statement_of_investments' : 'statement_without_lines')
}
