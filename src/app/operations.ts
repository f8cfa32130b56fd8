/** Who answers each contract. A contract without an operation does not compile. */
import { timeline } from '#audit'
import { bankingOperations } from '#banking'
import { catalogOperations } from '#catalog'
import { companyOperations } from '#company'
import { customersOperations } from '#customers'
import { createDunningOperations } from '#dunning'
import { invoicesOperations } from '#invoices'
import { ledgerOperations } from '#ledger'
import { createMailOperations } from '#mail'
import { paymentsOperations } from '#payments'
import type { OperationsOf } from '#platform/api'
import { createPortalOperations, type Outgoing } from '#portal'
import { receivablesOperations } from '#receivables'
import { importStatement, reconciliationOperations } from '#reconciliation'
import { statementsOperations } from '#statements'
import { vatOperations } from '#vat'
import { verdictsOperations } from '#verdicts'
import type { contract } from './contract.ts'

type Operations = OperationsOf<typeof contract>

type Made = { readonly people: Operations['people']; readonly outgoing: Outgoing }

/** What needs the installation's secret or its mail server is made with it; the rest are plain functions. */
export function createOperations({ outgoing, people }: Made): Operations {
  return {
    people,
    company: companyOperations,
    customers: customersOperations,
    catalog: catalogOperations,
    vat: vatOperations,
    invoices: invoicesOperations,
    verdicts: verdictsOperations,
    payments: paymentsOperations,
    receivables: receivablesOperations,
    statements: statementsOperations,
    // A statement settles at once what is certain: reading it is banking, settling is reconciliation.
    banking: { ...bankingOperations, import: importStatement },
    reconciliation: reconciliationOperations,
    ledger: ledgerOperations,
    dunning: createDunningOperations(outgoing),
    portal: createPortalOperations(outgoing.links),
    mail: createMailOperations(outgoing),
    audit: { timeline },
  }
}
