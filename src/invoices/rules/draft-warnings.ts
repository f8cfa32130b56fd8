/** What deserves a second look before a draft is issued, and forbids nothing. */
import { type Day, daysBetween } from '#core/day'
import type { Cents } from '#core/money'
import type { Texts } from '#core/text'
import { capExceeded } from '#terms'
import type { CustomerKind } from '#vat'
import type { DocumentKind } from '../events.ts'

/** An invoice follows its delivery (CGI art. 289, I-3) or goes a little before it: beyond this, a month or a year was mistyped. */
const DELIVERY_AHEAD_DAYS = 31

export type JudgedDraft = {
  readonly kind: DocumentKind
  readonly customerKind: CustomerKind
  readonly issuedOn: Day
  readonly deliveredOn: Day | null
  readonly totalCents: Cents
  readonly dueDays: readonly Day[]
}

export type DraftWarning =
  | { readonly code: 'nothing_to_pay'; readonly field: string }
  | { readonly code: 'due_beyond_law'; readonly field: string; readonly dueOn: Day; readonly article: string; readonly cap: Texts<string> }
  | { readonly code: 'delivery_far_ahead'; readonly field: string; readonly deliveredOn: Day }

export function draftWarnings({ customerKind, deliveredOn, dueDays, issuedOn, kind, totalCents }: JudgedDraft): DraftWarning[] {
  if (kind === 'credit_note') return []
  const warnings: DraftWarning[] = []
  if (totalCents === 0n) warnings.push({ code: 'nothing_to_pay', field: 'lines.0.unitPrice' })
  const dueOn = dueDays.at(-1)
  const cap = dueOn && capExceeded(dueOn, customerKind, issuedOn)
  if (dueOn && cap) warnings.push({ code: 'due_beyond_law', field: 'paymentTerms', dueOn, article: cap.article, cap: cap.label })
  if (deliveredOn !== null && daysBetween(issuedOn, deliveredOn) > DELIVERY_AHEAD_DAYS)
    warnings.push({ code: 'delivery_far_ahead', field: 'deliveredOn', deliveredOn })
  return warnings
}
