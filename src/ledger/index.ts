import type { OperationsOf } from '#platform/api'
import type { ledgerContract } from './contract.ts'
import { balances, check, entries } from './read.ts'

export {
  postCollection,
  postCollectionEnd,
  postDocument,
  postPayment,
  postPaymentReversal,
  postVatOnReceipt,
  reverseVatOnReceipt,
} from './follow.ts'
export { letterClosed, letterReversed, unletter } from './letter.ts'
export { letteringCodes } from './lettering-store.ts'
export { letteringFaults } from './lettering-verify.ts'
export { ledgerFaults, receivableDifferences } from './store.ts'

export const ledgerOperations: OperationsOf<typeof ledgerContract> = { entries, balances, check }
