/** How to read the CSV of one bank: plain JSON, guessed once, shown, corrected by a person and saved for the next file. */
export type CsvEncoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be'
export type CsvSeparator = ';' | ',' | '\t' | '|'
export type DateOrder = 'dmy' | 'mdy' | 'ymd'

/** Columns count from 0. */
export type AmountColumns =
  | { readonly kind: 'signed'; readonly amount: number }
  /** `debitsNegative`: the debit column writes -12,50 and not 12,50. */
  | { readonly kind: 'split'; readonly debit: number; readonly credit: number; readonly debitsNegative: boolean }
  /** An unsigned amount, and a column that says D or C, débit or crédit. */
  | { readonly kind: 'sided'; readonly amount: number; readonly side: number }

export type CsvColumns = {
  readonly bookedOn: number
  readonly valueOn?: number
  readonly amount: AmountColumns
  /** Joined with a blank, in this order. */
  readonly text: readonly number[]
  readonly reference?: number
  readonly counterparty?: number
  readonly counterpartyIban?: number
  readonly balance?: number
  readonly currency?: number
  /** Number or IBAN of our account: several accounts in one file become several statements. */
  readonly account?: number
  /** Rows that say pending, declined or cancelled there are left out. */
  readonly status?: number
}

export type CsvMapping = {
  readonly encoding: CsvEncoding
  readonly separator: CsvSeparator
  /** The names of the columns as the file writes them: rows above are skipped, however many. Null when the file has no such row. */
  readonly header: readonly string[] | null
  readonly dateOrder: DateOrder
  readonly decimal: ',' | '.'
  /** Of the amounts that do not say theirs. */
  readonly currency: string
  readonly columns: CsvColumns
}

/** What the guess is not sure of, in the words of the screen that asks. */
export type CsvDoubt = 'date' | 'date_order' | 'amount' | 'decimal' | 'text'

export type CsvGuess = {
  readonly mapping: CsvMapping
  readonly certain: boolean
  readonly doubts: readonly CsvDoubt[]
  /** The first rows, as in the file. */
  readonly preview: readonly (readonly string[])[]
  /** The names of the columns, empty texts when the file gives none. */
  readonly columns: readonly string[]
}
