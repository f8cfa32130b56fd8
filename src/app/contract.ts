/** Everything that may be asked of Encours, by capability. Shared with the browser. */
import { auditContract } from '#audit/contract'
import { bankingContract } from '#banking/contract'
import { catalogContract } from '#catalog/contract'
import { companyContract } from '#company/contract'
import { customersContract } from '#customers/contract'
import { dunningContract } from '#dunning/contract'
import { invoicesContract } from '#invoices/contract'
import { ledgerContract } from '#ledger/contract'
import { mailContract } from '#mail/contract'
import { paymentsContract } from '#payments/contract'
import { peopleContract } from '#people/contract'
import { portalContract } from '#portal/contract'
import { receivablesContract } from '#receivables/contract'
import { reconciliationContract } from '#reconciliation/contract'
import { statementsContract } from '#statements/contract'
import { vatContract } from '#vat/contract'
import { verdictsContract } from '#verdicts/contract'

export const contract = {
  people: peopleContract,
  company: companyContract,
  customers: customersContract,
  catalog: catalogContract,
  vat: vatContract,
  invoices: invoicesContract,
  verdicts: verdictsContract,
  payments: paymentsContract,
  receivables: receivablesContract,
  statements: statementsContract,
  banking: bankingContract,
  reconciliation: reconciliationContract,
  ledger: ledgerContract,
  dunning: dunningContract,
  portal: portalContract,
  mail: mailContract,
  audit: auditContract,
}
