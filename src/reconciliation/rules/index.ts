export { findMatch } from './find-match.ts'
export { findOut, type OutBook, type ReturnablePayment } from './money-out.ts'
export { marksOf } from './marks.ts'
export type {
  CreditShare,
  Evidence,
  KnownCustomer,
  LearntMark,
  LineFacts,
  Mark,
  OpenCredit,
  OpenInvoice,
  Proposal,
  Share,
  TypedPayment,
  Verdict,
} from './model.ts'
export { openBook, type OpenBook } from './open-book.ts'
export { holdProblem, isExpectedOf, isOnHold, mayAnswer, type Reader, waitedFor } from './waiting.ts'
export { invitedAgainOn, isAsApplied, isInvited } from './certain.ts'
