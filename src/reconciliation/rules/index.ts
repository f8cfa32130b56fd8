export { findMatch } from './find-match.ts'
export { findOut, type OutBook, type ReturnablePayment } from './money-out.ts'
export { isWord, type LineRule, partsOf, ruleBook, ruleProblem, type RuleAction } from './line-rule.ts'
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
export { findOwnTransfer, type OtherSide, type OwnTransfer, TRANSFER_DAYS } from './own-transfer.ts'
export { type Part, partOf } from './parts.ts'
export { customerByRule, namesInvoice } from './by-rule.ts'
