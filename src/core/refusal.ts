/**
 * When the business says no it refuses by name, with the facts; the French and English sentences stand in the capability's `texts.ts`
 * under `refusals`. Anything else thrown is a surprise: it crashes the request, is caught once and logged once.
 */
export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429

export type RefusalFacts = Readonly<Record<string, string | number | undefined>>

export class Refusal extends Error {
  /** The name of the refusal, for example `invoice_not_draft`; the API answers it as `code`. */
  readonly code: string
  readonly status: RefusalStatus
  readonly facts: RefusalFacts
  /** Path of the input field to mend, for example `lines.0.quantity`. */
  readonly field: string | undefined

  constructor(code: string, options: { status?: RefusalStatus; facts?: RefusalFacts; field?: string } = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.status = options.status ?? 422
    this.facts = options.facts ?? {}
    this.field = options.field
  }
}
