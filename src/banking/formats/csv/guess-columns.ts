import { dateParts, isCsvAmount } from './cells.ts'
import { type ColumnRole, roleOf } from './columns.ts'
import type { AmountColumns, CsvColumns, CsvDoubt } from './mapping.ts'
import type { CsvRow } from './rows.ts'

export type FoundColumns = { readonly columns: CsvColumns; readonly doubts: readonly CsvDoubt[] }

type Column = {
  readonly index: number
  readonly filled: number
  readonly dates: number
  readonly amounts: number
  readonly letters: number
  readonly cells: readonly string[]
}

/** Which column is what: by its name first, and by what it holds when the names do not say. */
export function columnsOf(header: readonly string[] | null, body: readonly CsvRow[]): FoundColumns {
  const contents = contentsOf(body)
  const named = (role: ColumnRole): number[] => (header ?? []).flatMap((name, index) => (roleOf(name) === role ? [index] : []))
  const first = (role: ColumnRole): number | undefined => named(role)[0]
  const doubts: CsvDoubt[] = []

  const dateColumns = contents.filter((column) => column.dates > 0 && column.dates * 10 >= column.filled * 8).map((column) => column.index)
  const bookedOn = first('bookedOn') ?? dateColumns[0] ?? first('valueOn')
  const valueOn = first('valueOn') ?? (header === null ? dateColumns.find((index) => index !== bookedOn) : undefined)
  if (bookedOn === undefined) doubts.push('date')

  const amount = namedAmount(first) ?? amountByContent(contents, first('balance'))
  if (!amount) doubts.push('amount')
  const balance = first('balance') ?? (header === null && amount ? balanceByContent(contents, amount) : undefined)

  // Beside an id of its own, the column called reference is what the payer wrote.
  const transactionId = first('transactionId')
  const texts = transactionId === undefined ? named('text') : [...named('text'), ...named('reference')]
  const text = texts.length > 0 ? texts : textByContent(contents, header === null)
  if (text.length === 0) doubts.push('text')

  const optional = {
    valueOn,
    reference: transactionId ?? first('reference'),
    counterparty: first('counterparty'),
    counterpartyIban: first('counterpartyIban'),
    balance,
  }
  const more = { currency: first('currency'), account: first('account'), status: first('status') }
  const present = Object.fromEntries(
    Object.entries({ ...optional, ...more }).filter(([, index]) => index !== undefined && index !== bookedOn),
  )
  return { columns: { bookedOn: bookedOn ?? 0, amount: amount ?? { kind: 'signed', amount: 1 }, text, ...present }, doubts }
}

function contentsOf(body: readonly CsvRow[]): Column[] {
  const width = body.reduce((most, row) => Math.max(most, row.cells.length), 0)
  return Array.from({ length: width }, (_, index) => {
    const cells = body.map((row) => row.cells[index] ?? '').filter((cell) => cell !== '')
    const dates = cells.filter((cell) => dateParts(cell) !== null).length
    const amounts = cells.filter((cell) => /\d[.,]\d{2}\D*$/.test(cell) && dateParts(cell) === null && isCsvAmount(cell)).length
    const letters = cells.filter((cell) => /\p{L}{2}/u.test(cell)).reduce((total, cell) => total + cell.length, 0)
    return { index, filled: cells.length, dates, amounts, letters, cells }
  })
}

function namedAmount(first: (role: ColumnRole) => number | undefined): AmountColumns | undefined {
  const debit = first('debit')
  const credit = first('credit')
  if (debit !== undefined && credit !== undefined) return { kind: 'split', debit, credit, debitsNegative: false }
  const amount = first('amount')
  const side = first('side')
  if (amount !== undefined && side !== undefined) return { kind: 'sided', amount, side }
  return amount === undefined ? undefined : { kind: 'signed', amount }
}

/** One column of amounts, or two that are never filled together: debit then credit, as every French bank orders them. */
function amountByContent(contents: readonly Column[], balance: number | undefined): AmountColumns | undefined {
  const candidates = contents.filter((column) => column.index !== balance && column.amounts > 0 && column.amounts === column.filled)
  const rows = contents.reduce((most, column) => Math.max(most, column.filled), 0)
  const [first, second] = candidates
  if (!first) return undefined
  if (second && first.filled < rows && first.filled + second.filled === rows) {
    return { kind: 'split', debit: first.index, credit: second.index, debitsNegative: false }
  }
  return { kind: 'signed', amount: first.index }
}

function balanceByContent(contents: readonly Column[], amount: AmountColumns): number | undefined {
  const used = amount.kind === 'split' ? Math.max(amount.debit, amount.credit) : amount.amount
  return contents.find((column) => column.index > used && column.amounts > 0 && column.amounts === column.filled)?.index
}

/** Without names, every column of words in its order; with names that say nothing, the wordiest column. */
function textByContent(contents: readonly Column[], every: boolean): number[] {
  const wordy = contents.filter((column) => column.letters > 0 && column.dates === 0)
  if (every) return wordy.map((column) => column.index)
  const wordiest = wordy.toSorted((a, b) => b.letters - a.letters)[0]
  return wordiest ? [wordiest.index] : []
}
