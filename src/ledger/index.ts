import type { OperationsOf } from '#platform/api'
import type { ledgerContract } from './contract.ts'
import { accounts, balances, check, entries } from './read.ts'

export {
  postBankOperation,
  postBankOperationBack,
  postDocument,
  postPayment,
  postPaymentReversal,
  postVatOnReceipt,
  reverseVatOnReceipt,
} from './follow.ts'
export { accountLabel } from './rules/account-label.ts'
export { accountProblem, OWN_TRANSFERS, SUSPENSE } from './rules/usual-accounts.ts'
export { ledgerFaults, receivableDifferences } from './store.ts'

export const ledgerOperations: OperationsOf<typeof ledgerContract> = { entries, balances, accounts, check }
