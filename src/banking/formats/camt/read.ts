/** camt.052 (intraday report), camt.053 (statement) and camt.054 (notice), every version from .02, by shape: the namespace is not asked. */
import { Refusal } from '#core/refusal'
import type { Account, FormatName, Statement, StatementFile, StatementLine, Warning } from '../model.ts'
import { prove } from '../amounts.ts'
import { accountNamed } from '../bank-identifiers.ts'
import { decode } from '../decode.ts'
import { defined } from '../defined.ts'
import { announcedPeriod } from '../period.ts'
import { headOf, notRecognised, refuseBeyond } from '../recognise.ts'
import { type WarningList, warningList } from '../warnings.ts'
import { type XmlElement, readXml } from '../xml.ts'
import { boundsOf } from './balances.ts'
import { type EntryContext, readEntry, statusOf } from './entry.ts'
import { all, at, firstText, textAt } from './tree.ts'
import { balanceOf, readDay } from './values.ts'

const MESSAGES: Readonly<Record<string, { readonly format: FormatName; readonly part: string }>> = {
  BkToCstmrAcctRpt: { format: 'camt.052', part: 'Rpt' },
  BkToCstmrStmt: { format: 'camt.053', part: 'Stmt' },
  BkToCstmrDbtCdtNtfctn: { format: 'camt.054', part: 'Ntfctn' },
}
const PARTS = new Set(Object.values(MESSAGES).map((message) => message.part))

/** The message may stand inside `Document`, inside a bank's envelope around it, or alone. */
const ENVELOPE_DEPTH = 6

/** True for anything that starts like XML: what it holds is told by `readCamt`. */
export const looksLikeXml = (bytes: Uint8Array): boolean => /^<[?!A-Za-z_]/.test(headOf(bytes)) && !/<\??OFX\b/i.test(headOf(bytes))

export function readCamt(bytes: Uint8Array): StatementFile {
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']+)["']/.exec(headOf(bytes))?.[1]
  const { text, encoding, asDeclared } = decode(bytes, declared)
  const readings = new Map<XmlElement, Reading>()
  let count = 0
  const take = (entry: XmlElement, part: XmlElement): void => {
    refuseBeyond(++count)
    takeEntry(readings, entry, part)
  }
  const roots = readXml(text, { name: 'Ntry', take })
  const messages = roots.flatMap((root) => messagesIn(root, 0))
  const format = messages[0] && MESSAGES[messages[0].name]?.format
  if (!format) throw notRecognised(roots[0]?.name.slice(0, 40))
  const statements = messages.flatMap((message) =>
    all(message, MESSAGES[message.name]?.part ?? '').map((part) => statementOf(part, readings.get(part) ?? readingOf(part))),
  )
  if (statements.length === 0) throw new Refusal('statement_without_lines')
  const warnings: Warning[] = asDeclared ? [] : [{ code: 'encoding_not_as_declared', facts: { declared: declared ?? 'utf-8', encoding } }]
  return { format, statements, warnings }
}

function messagesIn(element: XmlElement, depth: number): readonly XmlElement[] {
  if (Object.hasOwn(MESSAGES, element.name)) return [element]
  return depth < ENVELOPE_DEPTH ? element.children.flatMap((child) => messagesIn(child, depth + 1)) : []
}

/** What is known of a statement when an entry passes by: in camt the account and the balances stand before the entries. */
type Header = { readonly account: Omit<Account, 'currency'>; readonly currency: string | undefined; readonly context: EntryContext }

/** Entries become lines as they pass by: their XML is dropped at once. */
type Reading = {
  readonly header: Header
  readonly lines: StatementLine[]
  readonly warnings: WarningList
  readonly setAside: Map<string, number>
  entries: number
  entryCurrency: string | undefined
}

function readingOf(part: XmlElement): Reading {
  const warnings = warningList()
  return { header: headerOf(part, warnings), lines: [], warnings, setAside: new Map(), entries: 0, entryCurrency: undefined }
}

function takeEntry(readings: Map<XmlElement, Reading>, entry: XmlElement, part: XmlElement): void {
  if (!PARTS.has(part.name)) return
  const reading = readings.get(part) ?? readingOf(part)
  readings.set(part, reading)
  reading.entries += 1
  reading.entryCurrency ??= at(entry, 'Amt')?.attributes.get('Ccy')
  const status = statusOf(entry)
  if (status !== undefined && status !== 'BOOK') {
    reading.setAside.set(status, (reading.setAside.get(status) ?? 0) + 1)
    return
  }
  const line = readEntry(entry, reading.header.context)
  if (line) reading.lines.push(line)
}

function headerOf(part: XmlElement, warnings: WarningList): Header {
  const account = at(part, 'Acct')
  const number = firstText(account, ['Id', 'IBAN'], ['Id', 'Othr', 'Id'], ['Id', 'BBAN'], ['Id', 'PrtryAcct', 'Id'])
  const named = accountNamed(number)
  if (named.claimed !== undefined) warnings.add('account_iban_wrong', { iban: named.claimed })
  const balanceCurrency = all(part, 'Bal').map((balance) => at(balance, 'Amt')?.attributes.get('Ccy'))
  const currency = textAt(account, 'Ccy') ?? balanceCurrency.find((code) => code !== undefined)
  const fallbackDay = readDay(firstText(part, ['FrToDt', 'ToDtTm'], ['FrToDt', 'ToDt'], ['CreDtTm']))
  const ourselves = { iban: named.iban, ownerName: firstText(account, ['Ownr', 'Nm'], ['Ownr', 'Pty', 'Nm']) }
  return {
    account: named,
    currency,
    context: { ourselves, currency, fallbackDay, warnings },
  }
}

function statementOf(part: XmlElement, reading: Reading): Statement {
  const { header, lines, warnings, setAside } = reading
  const currency = header.currency ?? reading.entryCurrency
  if (currency === undefined) throw new Refusal('statement_currency_unknown', { facts: { line: part.line } })
  const balances = all(part, 'Bal').flatMap((balance) => balanceOf(balance, header.currency, warnings) ?? [])
  const { opening, closing } = boundsOf(balances)
  for (const [status, count] of setAside) warnings.add('lines_not_booked', { status, count })
  for (const line of lines)
    if (line.currency !== currency) warnings.add('line_currency_differs', { currency: line.currency, expected: currency })
  const announced = Number(textAt(part, 'TxsSummry', 'TtlNtries', 'NbOfNtries') ?? reading.entries)
  if (announced !== reading.entries) warnings.add('number_of_lines_differs', { announced, read: reading.entries })
  const page = at(part, 'StmtPgntn') ?? at(part, 'RptPgntn') ?? at(part, 'NtfctnPgntn')
  if (page && (textAt(page, 'LastPgInd') === 'false' || Number(textAt(page, 'PgNb') ?? 1) > 1)) {
    warnings.add('statement_in_pages', { page: textAt(page, 'PgNb') ?? '1' })
  }
  const period = {
    from: readDay(firstText(part, ['FrToDt', 'FrDtTm'], ['FrToDt', 'FrDt'])),
    to: readDay(firstText(part, ['FrToDt', 'ToDtTm'], ['FrToDt', 'ToDt'])),
  }
  return defined({
    account: { ...header.account, currency },
    id: textAt(part, 'Id'),
    sequence: textAt(part, 'ElctrncSeqNb') ?? textAt(part, 'LglSeqNb'),
    ...announcedPeriod(period, { lines, closing }, warnings),
    opening,
    closing,
    proven: prove(opening, closing, lines, warnings),
    lines,
    warnings: warnings.all(),
  })
}
