import type { OperationsOf } from '#platform/api'
import { agedBalance } from './aged-balance.ts'
import { agedBalanceCsv } from './aged-balance-csv.ts'
import { agedDetail } from './aged-detail.ts'
import type { receivablesContract } from './contract.ts'
import { home } from './home.ts'
import { ofCustomer } from './of-customer.ts'
import { fields, refusals } from './texts.ts'

export { agedOfCustomer, itemsStanding } from './aged-store.ts'
export { allocate, type AllocationWish, undoAllocation } from './allocate.ts'
export { type AllocationFacts, allocationMade, allocationUndone, type Evidence } from './events.ts'
export { openDocument } from './follow.ts'
export { holdOpenItems } from './hold.ts'
export { amount, pastDay, presentAged, presentStanding } from './present.ts'
export type { StandingRow } from './standing.ts'
export { allocationsInForce, insertItems, type Item, type ItemKind, itemsAbout, openItems, openOnInvoice } from './store.ts'
export { verifyReceivables } from './verify.ts'

export const receivablesOperations: OperationsOf<typeof receivablesContract> = {
  agedBalance,
  agedBalanceCsv,
  agedDetail,
  ofCustomer,
  home,
}
export const receivablesTexts = { refusals, fields }
