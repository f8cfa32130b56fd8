/** Who answers each contract. A contract without an operation does not compile. */
import { timeline } from '#audit'
import { catalogOperations } from '#catalog'
import { companyOperations } from '#company'
import { customersOperations } from '#customers'
import { invoicesOperations } from '#invoices'
import { ledgerOperations } from '#ledger'
import { paymentsOperations } from '#payments'
import type { OperationsOf } from '#platform/api'
import { vatOperations } from '#vat'
import type { contract } from './contract.ts'

type Operations = OperationsOf<typeof contract>

/** Sign-in is made with the installation's secret, so it is handed in; the rest are plain functions. */
export function createOperations(people: Operations['people']): Operations {
  return {
    people,
    company: companyOperations,
    customers: customersOperations,
    catalog: catalogOperations,
    vat: vatOperations,
    invoices: invoicesOperations,
    payments: paymentsOperations,
    ledger: ledgerOperations,
    audit: { timeline },
  }
}
