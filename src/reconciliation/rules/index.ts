export { findMatch } from './find-match.ts'
export type {
  Evidence,
  KnownCustomer,
  LearntIban,
  LineFacts,
  OpenInvoice,
  Proposal,
  Recognised,
  Share,
  TypedPayment,
  Verdict,
} from './model.ts'
export { openBook, type OpenBook } from './open-book.ts'
