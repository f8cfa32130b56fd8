/** From rows in cents to answers in texts. */
import type { z } from 'zod'
import type { Day } from '#core/day'
import { moneyText, toCents } from '#core/money'
import { Refusal } from '#core/refusal'
import type { ReadContext } from '#platform/context'
import type { AgedSums } from './aged-store.ts'
import type { standingItemOut } from './contract.ts'
import { bucketOf, daysLate } from './rules/ageing.ts'
import type { StandingRow } from './standing.ts'

export const amount = (cents: bigint): string => moneyText(toCents(cents))

export function presentAged(sums: AgedSums) {
  return {
    notDue: amount(sums.notDue),
    to30: amount(sums.to30),
    to60: amount(sums.to60),
    to90: amount(sums.to90),
    to120: amount(sums.to120),
    over120: amount(sums.over120),
    late: amount(sums.late),
    unallocated: amount(sums.unallocated),
    total: amount(sums.total),
  }
}

export function presentStanding(row: StandingRow, asOf: Day): z.input<typeof standingItemOut> {
  // Money and credits wait, they are not late.
  const late = row.open_cents > 0n ? daysLate(row.due_on, asOf) : 0
  return {
    id: row.id,
    kind: row.kind,
    invoiceId: row.invoice_id,
    paymentId: row.payment_id,
    reference: row.reference,
    datedOn: row.dated_on,
    dueOn: row.due_on,
    daysLate: late,
    bucket: bucketOf(late),
    amount: amount(row.amount_cents),
    open: amount(row.open_cents),
  }
}

/** The day asked for, today when none is. What will be open on a day to come nobody knows. */
export function pastDay(context: ReadContext, asked: Day | undefined, field = 'asOf'): Day {
  if (asked !== undefined && asked > context.today) throw new Refusal('as_of_in_future', { field })
  return asked ?? context.today
}
