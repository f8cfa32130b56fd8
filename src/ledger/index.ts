import type { OperationsOf } from '#platform/api'
import type { ledgerContract } from './contract.ts'
import { accounts, balances, check, entries } from './read.ts'

export {
  postCollection,
  postCollectionEnd,
  postBankOperation,
  postBankOperationBack,
  postDocument,
  postPayment,
  postPaymentReversal,
  postVatOnReceipt,
  reverseVatOnReceipt,
} from './follow.ts'
export { letterClosed, letterReversed, unletter } from './letter.ts'
export { letteringCodes } from './lettering-store.ts'
export { letteringFaults } from './lettering-verify.ts'
export { accountLabel } from './rules/account-label.ts'
export { accountProblem, OWN_TRANSFERS, SUSPENSE } from './rules/usual-accounts.ts'
export { ledgerFaults, receivableDifferences } from './store.ts'

export const ledgerOperations: OperationsOf<typeof ledgerContract> = { entries, balances, accounts, check }
