/** Who answers each contract. A contract without an operation does not compile. */
import { timeline } from '#audit'
import { invoicesOperations } from '#invoices'
import { ledgerOperations } from '#ledger'
import { paymentsOperations } from '#payments'
import type { OperationsOf } from '#platform/api'
import type { contract } from './contract.ts'

type Operations = OperationsOf<typeof contract>

/** Sign-in is made with the installation's secret, so it is handed in; the rest are plain functions. */
export function createOperations(people: Operations['people']): Operations {
  return {
    people,
    invoices: invoicesOperations,
    payments: paymentsOperations,
    ledger: ledgerOperations,
    audit: { timeline },
  }
}
