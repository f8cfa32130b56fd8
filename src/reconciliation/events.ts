import type { Id } from '#core/ids'
import type { Cents } from '#core/money'
import { eventKind } from '#platform/events'
import type { Evidence } from './rules/index.ts'

type LineTold = { readonly lineId: Id; readonly amountCents: Cents }

/** A bank line was put on a customer. `about`: customerId, paymentId. */
export const lineMatched = eventKind<
  LineTold & { readonly origin: 'automatic' | 'manual'; readonly recorded: boolean; readonly evidence: readonly Evidence[] }
>('line.matched')
/** …and taken back: it never counted. `about`: customerId, paymentId. */
export const lineUnmatched = eventKind<LineTold>('line.unmatched')
