/** The three ways `bank read` tells what it read: for machines, for a spreadsheet, for a person. */
import { stringify } from 'csv-stringify/sync'
import { warningSentence } from '#banking'
import { moneyText, sum, toCents } from '#core/money'
import { formatDay, formatMoney, plural } from '#core/text'
import { complain } from '../files/each-file.ts'
import { figure, language, print, say } from '../say.ts'
import type { FileRead } from './files.ts'
import { numberOf, presentStatement } from './present.ts'

export type Teller = { readonly start?: () => void; readonly tell: (read: FileRead) => void }

/** One line of JSON a statement, or a file that could not be read. */
export const forMachines: Teller = {
  tell: ({ name, outcome }) => {
    if ('error' in outcome) print(JSON.stringify({ file: name, ...outcome }))
    else for (const statement of outcome.statements) print(JSON.stringify(presentStatement(name, outcome, statement)))
  },
}

const COLUMNS =
  'file format account currency bookedOn valueOn amount text counterparty iban reference endToEndId reversal returnReason'.split(' ')

/** Opens in a French or English spreadsheet as it stands. */
const csvOptions = () => ({ delimiter: say(';', ','), record_delimiter: 'windows', escape_formulas: true }) as const
const amountCell = (cents: bigint): string => moneyText(toCents(cents)).replace('.', say(',', '.'))

/** One row a bank line. No cell begins a formula; amounts are numbers and keep their minus. */
export const forSpreadsheets: Teller = {
  start: () => process.stdout.write(stringify([COLUMNS], { ...csvOptions(), bom: true })),
  tell: ({ name, outcome }) => {
    if ('error' in outcome) {
      complain(name, outcome)
      return
    }
    const rows = outcome.statements.flatMap(({ account, lines }) =>
      lines.map((line) => ({
        ...line,
        file: name,
        format: outcome.format,
        account: numberOf(account),
        amount: line.amountCents,
        reversal: String(line.reversal),
      })),
    )
    process.stdout.write(stringify(rows, { ...csvOptions(), columns: COLUMNS, cast: { bigint: amountCell } }))
  },
}

const TEXT_WIDTH = 60

/** A few lines to look at: what each statement says of itself, its warnings, then its lines. */
export const forPeople: Teller = {
  tell: ({ name, outcome }) => {
    if ('error' in outcome) {
      print(`? ${name}\n    ${say(outcome.fr, outcome.en)}`)
      return
    }
    const locale = language()
    for (const statement of outcome.statements) {
      const { account, closing, from, lines, opening, proven, to, warnings } = statement
      const money = (cents: bigint): string => formatMoney(toCents(cents), locale, account.currency)
      const balance = (known: typeof opening): string => (known ? money(known.amountCents) : '?')
      const period = from && to ? `  ${formatDay(from, locale)} – ${formatDay(to, locale)}` : ''
      print(`${proven === null ? '·' : proven ? '✓' : '✗'} ${name}  ${outcome.format}  ${numberOf(account) ?? '?'}${period}`)
      const total = money(sum(lines.map((line) => line.amountCents)))
      const count = figure(lines.length)
      print(
        `    ${balance(opening)} → ${balance(closing)}  ${count} ${plural(locale, lines.length, say('ligne', 'line'), say('lignes', 'lines'))}, total ${total}`,
      )
      for (const warning of [...outcome.warnings, ...warnings]) print(`    ! ${warningSentence(warning, locale)}`)
      for (const line of lines) {
        const { counterparty = '', text } = line
        const said = counterparty === '' || text.includes(counterparty) ? text : `${counterparty} · ${text}`
        print(`    ${line.bookedOn}  ${moneyText(line.amountCents).padStart(14)}  ${said.slice(0, TEXT_WIDTH)}`)
      }
    }
  },
}
