/** Everything that may be asked of Encours, by capability. Shared with the browser. */
import { auditContract } from '#audit/contract'
import { invoicesContract } from '#invoices/contract'
import { ledgerContract } from '#ledger/contract'
import { paymentsContract } from '#payments/contract'
import { peopleContract } from '#people/contract'

export const contract = {
  people: peopleContract,
  invoices: invoicesContract,
  payments: paymentsContract,
  ledger: ledgerContract,
  audit: auditContract,
}
