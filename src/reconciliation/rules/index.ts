export { aliasOf } from './alias.ts'
export { findMatch } from './find-match.ts'
export type { Evidence, KnownCustomer, LearntIban, LineFacts, OpenInvoice, Proposal, Share, TypedPayment, Verdict } from './model.ts'
export { openBook, type OpenBook } from './open-book.ts'
