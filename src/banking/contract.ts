import { z } from 'zod'
import { dayOut, id, instantOut, moneyOut, page, pageOf, reads, refusals, text, writes } from '#platform/contract'

export const lineState = z.enum(['to_do', 'matched', 'set_aside', 'out'])

/** Columns of a CSV count from 0; no bank has as many. */
const column = z.number().int().min(0).max(199)

/** How one bank's CSV is read, as `formats/csv/mapping.ts` knows it. */
export const csvMapping = z.object({
  encoding: z.enum(['utf-8', 'windows-1252', 'utf-16le', 'utf-16be']),
  separator: z.enum([';', ',', '\t', '|']),
  header: z.array(z.string().max(500)).max(200).nullable(),
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']),
  decimal: z.enum([',', '.']),
  currency: z.string().regex(/^[A-Z]{3}$/),
  columns: z.object({
    bookedOn: column,
    valueOn: column.optional(),
    amount: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('signed'), amount: column }),
      z.object({ kind: z.literal('split'), debit: column, credit: column, debitsNegative: z.boolean() }),
      z.object({ kind: z.literal('sided'), amount: column, side: column }),
    ]),
    text: z.array(column).min(1).max(20),
    reference: column.optional(),
    counterparty: column.optional(),
    counterpartyIban: column.optional(),
    balance: column.optional(),
    currency: column.optional(),
    account: column.optional(),
    status: column.optional(),
  }),
})

/** In a form beside a file, everything is text: the mapping travels as its JSON. */
const csvMappingText = z
  .string()
  .max(20_000)
  .transform((json, context): unknown => {
    try {
      return JSON.parse(json)
    } catch {
      context.addIssue({ code: 'custom', message: 'invalid_value' })
      return z.NEVER
    }
  })
  .pipe(csvMapping)

export const accountOut = z.object({
  id: z.string(),
  name: z.string(),
  identifier: z.string().nullable(),
  currency: z.string(),
  csvMapping: csvMapping.nullable(),
  firstDay: dayOut.nullable(),
  /** The last day a statement covers, today at most: what came later is not known. */
  lastDay: dayOut.nullable(),
  balance: moneyOut.nullable(),
  /** The day of that balance: later statements may say none. */
  balanceOn: dayOut.nullable(),
  /** Until there, statements lead from balance to balance to the cent. */
  provenUntil: dayOut.nullable(),
  statements: z.number(),
  unproven: z.number(),
  /** Money that moved between two statements and is on none. */
  gaps: z.array(z.object({ after: dayOut, before: dayOut, missing: moneyOut })),
  /** Day by day: told by a statement, money missing, or on no statement. */
  calendar: z.array(z.object({ from: dayOut, to: dayOut, state: z.enum(['known', 'missing', 'untold']) })),
})

export const statementOut = z.object({
  id: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  fileName: z.string(),
  format: z.string(),
  from: dayOut.nullable(),
  to: dayOut.nullable(),
  opening: moneyOut.nullable(),
  closing: moneyOut.nullable(),
  proven: z.boolean().nullable(),
  newLines: z.number(),
  knownLines: z.number(),
  warnings: z.array(z.string()),
  importedAt: instantOut,
})

export const lineOut = z.object({
  id: z.string(),
  accountId: z.string(),
  bookedOn: dayOut,
  valueOn: dayOut.nullable(),
  amount: moneyOut,
  text: z.string(),
  bankText: z.string().nullable(),
  counterparty: z.string().nullable(),
  iban: z.string().nullable(),
  reference: z.string().nullable(),
  endToEndId: z.string().nullable(),
  state: lineState,
  setAsideReason: z.string(),
})

/** How a CSV seems to be read, to be looked at and corrected before anything is kept. */
export const csvGuessOut = z.object({
  mapping: csvMapping,
  doubts: z.array(z.enum(['date', 'date_order', 'amount', 'decimal', 'text'])),
  columns: z.array(z.string()),
  preview: z.array(z.array(z.string())),
  /** The first rows as they would become lines; nothing when they cannot be read that way. */
  lines: z.array(z.object({ bookedOn: dayOut, amount: moneyOut, text: z.string(), counterparty: z.string().nullable() })),
  /** Why they cannot. */
  problem: z.string().nullable(),
  /** The file does not say whose account it is, and there are several, or none yet. */
  accountNeeded: z.boolean(),
  /** Of the file: an account that is not yet ours and would be added. */
  newAccount: z.string().nullable(),
  warnings: z.array(z.string()),
})

/** Of a file that names no account, or by a wrong IBAN: it is asked again with `accountId` or `accountName`. */
export const accountAsked = z.object({
  problem: z.string().nullable(),
  from: dayOut.nullable(),
  to: dayOut.nullable(),
  lines: z.number(),
})

export const importOut = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('imported'),
    statements: z.array(statementOut.extend({ newAccount: z.boolean() })),
    newLines: z.number(),
    knownLines: z.number(),
    moneyIn: moneyOut,
    /** Settled by themselves: the number was named and the amount exact. */
    matched: z.number(),
    matchedAmount: moneyOut,
    /** Lines in and out that rules of the company decided. */
    byRules: z.number(),
    /** Of this file, waiting for someone. */
    toDo: z.number(),
    /** The rest is being looked at in the background. */
    goesOn: z.boolean(),
    warnings: z.array(z.string()),
  }),
  z.object({ outcome: z.literal('needs_mapping'), guess: csvGuessOut }),
  z.object({
    outcome: z.literal('needs_account'),
    asked: accountAsked,
  }),
  /** A long file is read in the background: how far it is, `/reconciliation/imports/{id}` tells. */
  z.object({ outcome: z.literal('under_way'), importId: z.string() }),
])

const unreadable = {
  statement_empty: 422,
  statement_without_lines: 422,
  statement_amount_too_large: 422,
  statement_too_large: 413,
  statement_not_recognised: 422,
  statement_is_pdf: 422,
  statement_xml_broken: 422,
  statement_entities_refused: 422,
  statement_wrong_encoding: 422,
  statement_currency_unknown: 422,
  statement_currency_refused: 422,
  statement_already_imported: 409,
  statement_busy: 429,
  statement_of_other_account: 422,
  bank_account_unknown: 422,
  statement_of_investments: 422,
  ofx_broken: 422,
  ofx_cut: 422,
  ofx_bank_error: 422,
  qif_cut: 422,
  xlsx_broken: 422,
  statement_too_many_lines: 413,
  zip_broken: 422,
  zip_empty: 422,
  zip_encrypted: 422,
  zip_file_asks: 422,
  zip_nested: 422,
  zip_path: 422,
  zip_too_large: 413,
  zip_too_many_files: 422,
  csv_needs_mapping: 422,
  csv_row_broken: 422,
} as const

export const bankingContract = {
  import: writes('banking:write', { sensitive: true })
    .route({
      method: 'POST',
      path: '/bank/statements',
      summary:
        'Read a bank statement (camt.05x, CFONB, MT940, OFX, QIF, CSV, XLSX, or a zip of them); lines known already are left out, exact matches settle',
    })
    .input(
      z.object({
        file: z.file(),
        /** Of a file that does not name its account. */
        accountId: id.optional(),
        /** Makes a new account of that name, for a file that names none. */
        accountName: text(80, 1).optional(),
        /** Of a CSV, a workbook or a QIF, seen and corrected; it is kept with the account. JSON. */
        csvMapping: csvMappingText.optional(),
        /** Only shows how the columns would be read. */
        previewOnly: z.stringbool().optional(),
      }),
    )
    .output(importOut)
    .errors(refusals(unreadable)),
  accounts: reads('banking:read')
    .route({ method: 'GET', path: '/bank/accounts', summary: 'Bank accounts, what is known of them and what is missing' })
    .output(z.object({ accounts: z.array(accountOut) })),
  saveAccount: writes('banking:write')
    .route({ method: 'PUT', path: '/bank/accounts/{id}', summary: 'Rename a bank account' })
    .input(z.object({ id, name: text(80, 1) }))
    .output(accountOut),
  saveMapping: writes('banking:write')
    .route({
      method: 'PUT',
      path: '/bank/accounts/{id}/csv-mapping',
      summary: 'How the CSV files of this account are read; nothing forgets it',
    })
    .input(z.object({ id, csvMapping: csvMapping.nullable() }))
    .output(accountOut),
  statements: reads('banking:read')
    .route({ method: 'GET', path: '/bank/statements', summary: 'Statements imported, newest first' })
    .input(z.object({ accountId: id.optional(), ...page }))
    .output(pageOf(statementOut)),
  withdraw: writes('banking:write')
    .route({
      method: 'POST',
      path: '/bank/statements/{id}/withdrawal',
      summary: 'Take back the whole file that brought a statement; refused while one of its lines is matched',
    })
    .input(z.object({ id }))
    .output(
      z.object({
        fileName: z.string(),
        statements: z.number(),
        lines: z.number(),
        /** Lines that another file brought too: they stay. */
        linesKept: z.number(),
        /** Accounts that this file had added and that hold nothing else. */
        accountsDropped: z.array(z.string()),
      }),
    )
    .errors(refusals({ not_found: 404, statement_lines_matched: 409 })),
  lines: reads('banking:read')
    .route({ method: 'GET', path: '/bank/lines', summary: 'Bank lines, newest first' })
    .input(z.object({ accountId: id.optional(), state: lineState.optional(), search: text(80).optional(), ...page }))
    .output(pageOf(lineOut)),
}
