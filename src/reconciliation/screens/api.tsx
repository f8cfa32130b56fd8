import { bankingContract } from '#banking/contract'
import { reconciliationContract } from '#reconciliation/contract'
import { apiOf } from '#ui/api'

export const banking = apiOf('banking', bankingContract)
export const reconciliation = apiOf('reconciliation', reconciliationContract)

export type WorkLine = Awaited<ReturnType<typeof reconciliation.line.call>>
export type Proposal = WorkLine['proposals'][number]
export type Match = NonNullable<WorkLine['match']>
export type Candidate = Awaited<ReturnType<typeof reconciliation.candidates.call>>['invoices'][number]
export type BankAccount = Awaited<ReturnType<typeof banking.accounts.call>>['accounts'][number]
export type ImportAnswer = Awaited<ReturnType<typeof banking.import.call>>
export type Imported = Extract<ImportAnswer, { outcome: 'imported' }>
export type LongImport = Awaited<ReturnType<typeof reconciliation.importProgress.call>>
export type BankStatement = Awaited<ReturnType<typeof banking.statements.call>>['rows'][number]
export type AccountAsked = Extract<ImportAnswer, { outcome: 'needs_account' }>['asked']
export type Guess = Extract<ImportAnswer, { outcome: 'needs_mapping' }>['guess']
export type CsvMapping = Guess['mapping']
export type LineState = WorkLine['state']

/** What a match changes: lines, payments, invoices, what customers owe, the books. */
export const touchedByMatching = [
  reconciliation.key(),
  banking.key(),
  ['payments'],
  ['invoices'],
  ['customers'],
  ['receivables'],
  ['ledger'],
  ['audit'],
  ['dunning'],
] as const
