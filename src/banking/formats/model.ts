/**
 * One model of a bank statement, whatever the file was. Money is signed: a credit of our account is positive. `Cents` are hundredths of the
 * unit of the currency, also for currencies without cents. Only booked lines are kept: what is pending comes back booked in a later file.
 */
import type { Cents } from '#core/money'
import type { Day } from '#core/day'

export type Account = {
  /** Without spaces, in capitals, checksum proved. */
  readonly iban?: string
  /** The bank's own number when the file gives no IBAN. */
  readonly other?: string
  /** What stands where an IBAN should, and is none: its key is wrong. Such an account is named by nobody. */
  readonly claimed?: string
  /** ISO 4217. */
  readonly currency: string
}

export type Balance = { readonly amountCents: Cents; readonly currency: string; readonly on?: Day }

export type OriginalAmount = { readonly amountCents: Cents; readonly currency: string }

/** What a line and each operation inside a batch have in common. */
export type Operation = {
  /** The bank's reference. */
  readonly reference?: string
  readonly endToEndId?: string
  /** The remittance as the payer wrote it, on one line; the bank's own label when the payer wrote nothing. */
  readonly text: string
  /** The bank's own label when it says more than `text`. */
  readonly bankText?: string
  /** Structured references of the remittance: creditor references, invoice numbers. */
  readonly remittanceReferences?: readonly string[]
  readonly counterparty?: string
  /** On whose behalf the counterparty paid or was paid. */
  readonly ultimateCounterparty?: string
  /** Of the counterparty, checksum proved. */
  readonly iban?: string
  /** What identifies the counterparty besides its name: SIREN, BIC, SEPA creditor identifier. */
  readonly counterpartyId?: string
  readonly mandateId?: string
  /** The `PmtInfId` of the file of transfers or direct debits that we sent. */
  readonly paymentInformationId?: string
  /** ISO 20022 reason of a returned, rejected or reversed operation: AC04, AM04, MD06… */
  readonly returnReason?: string
  /** What was ordered, when it was in another currency. */
  readonly original?: OriginalAmount
}

/** One operation of a batch. Some banks leave out its amount. */
export type LineDetail = Operation & { readonly amountCents?: Cents; readonly currency?: string }

export type StatementLine = Operation & {
  readonly amountCents: Cents
  readonly currency: string
  readonly status: 'booked'
  readonly bookedOn: Day
  readonly valueOn?: Day
  /** The bank takes back an earlier line. The sign of the amount already says so. */
  readonly reversal: boolean
  /** ISO 20022 domain/family/sub-family: `PMNT/RCDT/ESCT` is a SEPA transfer received. */
  readonly operationCode?: string
  /** The bank's own code; French banks write the CFONB interbank code. */
  readonly bankOperationCode?: string
  /** The number of the entry as the bank gives it: often only its place in this file, so it identifies nothing. */
  readonly entryReference?: string
  /** How many operations the bank booked as this one line, when it says so. */
  readonly batchSize?: number
  /** The operations inside a batch; empty when the line is one operation. */
  readonly details: readonly LineDetail[]
}

export type WarningCode =
  | 'account_iban_wrong'
  | 'amount_rounded'
  | 'amount_signed'
  | 'balance_before_lines'
  | 'balance_not_proven'
  | 'balance_unreadable'
  | 'closing_missing'
  | 'csv_account_section'
  | 'csv_row_skipped'
  | 'date_order_guessed'
  | 'decimal_guessed'
  | 'day_unreadable'
  | 'detail_without_line'
  | 'details_do_not_add_up'
  | 'encoding_not_as_declared'
  | 'file_passed_over'
  | 'investments_left_out'
  | 'line_currency_differs'
  | 'line_date_missing'
  | 'line_unreadable'
  | 'lines_in_future'
  | 'lines_not_booked'
  | 'lines_without_movement'
  | 'number_of_lines_differs'
  | 'period_differs'
  | 'record_missing'
  | 'record_of_other_account'
  | 'record_unknown'
  | 'running_balance_broken'
  | 'sheet_chosen'
  | 'statement_in_pages'
  | 'statement_left_out'
  | 'status_missing'
  | 'text_shortened'
  | 'total_differs'
  | 'warnings_left_out'

/** Something a person should know about a file that was read all the same; the sentences stand in `texts.ts`. */
export type Warning = { readonly code: WarningCode; readonly facts: Readonly<Record<string, string | number>> }

export type Statement = {
  readonly account: Account
  readonly id?: string
  readonly sequence?: string
  readonly from?: Day
  readonly to?: Day
  readonly opening?: Balance
  readonly closing?: Balance
  /** Whether opening + lines = closing; null when the file does not say enough to tell. */
  readonly proven: boolean | null
  readonly lines: readonly StatementLine[]
  readonly warnings: readonly Warning[]
}

export type FormatName = 'camt.052' | 'camt.053' | 'camt.054' | 'cfonb120' | 'cfonb240' | 'csv' | 'mt940' | 'mt942' | 'ofx' | 'qif' | 'xlsx'

/** `warnings` are those of the file itself; each statement has its own. */
export type StatementFile = {
  readonly format: FormatName
  readonly statements: readonly Statement[]
  readonly warnings: readonly Warning[]
}
