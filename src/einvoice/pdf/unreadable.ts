import { Refusal } from '#core/refusal'

/** The refusal of a file that is not a PDF we can follow. `reason` is for the log, not for the reader. */
export function unreadable(reason: string): Refusal {
  return new Refusal('pdf_unreadable', { facts: { reason } })
}

/** The refusal of a file, or of what it unpacks to, that no invoice needs and that would exhaust the machine. */
export function tooLarge(): Refusal {
  return new Refusal('pdf_too_large', { status: 413 })
}
