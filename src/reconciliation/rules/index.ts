export { findMatch } from './find-match.ts'
export { marksOf } from './marks.ts'
export type { Evidence, KnownCustomer, LearntMark, LineFacts, Mark, OpenInvoice, Proposal, Share, TypedPayment, Verdict } from './model.ts'
export { openBook, type OpenBook } from './open-book.ts'
