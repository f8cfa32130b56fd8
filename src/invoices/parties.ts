import type { CompanyRow } from '#company'
import type { ContactRow, CustomerRow } from '#customers'
import type { Party } from '#einvoice'
import { companyFacts, customerFacts } from './facts.ts'
import { buyerOf, sellerOf } from './rules/document-parties.ts'

/** Company and customer as they stand on papers that are no invoice: a statement of account, a letter. */
export function partiesOf(company: CompanyRow, customer: CustomerRow, contacts: readonly ContactRow[]): { seller: Party; buyer: Party } {
  const facts = { company: companyFacts(company), customer: customerFacts(customer, contacts), lines: [] }
  return { seller: sellerOf(facts), buyer: buyerOf(facts) }
}
