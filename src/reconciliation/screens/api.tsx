import { bankingContract } from '#banking/contract'
import { peopleContract } from '#people/contract'
import { ledgerContract } from '#ledger/contract'
import { reconciliationContract } from '#reconciliation/contract'
import { apiOf } from '#ui/api'

export const banking = apiOf('banking', bankingContract)
export const people = apiOf('people', peopleContract)
export const reconciliation = apiOf('reconciliation', reconciliationContract)
export const ledger = apiOf('ledger', ledgerContract)

export type WorkLine = Awaited<ReturnType<typeof reconciliation.line.call>>
export type Proposal = WorkLine['proposals'][number]
export type Match = NonNullable<WorkLine['match']>
export type Question = WorkLine['questions'][number]
export type CertainRow = Awaited<ReturnType<typeof reconciliation.certain.call>>['rows'][number]
export type Application = Awaited<ReturnType<typeof reconciliation.applyCertain.call>>
export type Operation = NonNullable<WorkLine['operation']>
export type Booking = NonNullable<WorkLine['booking']>
export type Rule = Awaited<ReturnType<typeof reconciliation.rules.call>>['rules'][number]
export type Tried = Awaited<ReturnType<typeof reconciliation.testRule.call>>
export type Candidate = Awaited<ReturnType<typeof reconciliation.candidates.call>>['invoices'][number]
export type BankAccount = Awaited<ReturnType<typeof banking.accounts.call>>['accounts'][number]
export type ImportAnswer = Awaited<ReturnType<typeof banking.import.call>>
export type Imported = Extract<ImportAnswer, { outcome: 'imported' }>
export type LongImport = Awaited<ReturnType<typeof reconciliation.importProgress.call>>
export type BankStatement = Awaited<ReturnType<typeof banking.statements.call>>['rows'][number]
export type AccountAsked = Extract<ImportAnswer, { outcome: 'needs_account' }>['asked']
export type Guess = Extract<ImportAnswer, { outcome: 'needs_mapping' }>['guess']
export type CsvMapping = Guess['mapping']
export type LineView = NonNullable<NonNullable<Parameters<typeof reconciliation.worklist.call>[0]>['state']>

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
