import { daysBetween } from '#core/day'
import { moneyText, toCents } from '#core/money'
import type { OperationsOf } from '#platform/api'
import { isCount, placeOfCursor } from '#platform/cursor'
import type { dunningContract } from './contract.ts'
import { lateCustomers, lettersWaiting } from './history-store.ts'
import { presentNext } from './next.ts'
import { lateOf } from './rules/decide.ts'
import { momentAt } from './rules/hours.ts'
import { nextReminder } from './rules/next-reminder.ts'
import { chasedCustomers, loadRule } from './store.ts'

type Operations = OperationsOf<typeof dunningContract>

/** Who is late, the largest amount first, with what will happen by itself and what a person has to do. */
export const worklist: Operations['worklist'] = async (context, { cursor, limit }) => {
  const found = await lateCustomers(context, { today: context.today, after: readCursor(cursor), limit: limit + 1 })
  const shown = found.slice(0, limit)
  const ids = shown.map((row) => row.customer_id)
  const customers = new Map((await chasedCustomers(context, ids)).map((customer) => [customer.id, customer]))
  const letters = new Map((await lettersWaiting(context, ids)).map((letter) => [letter.customer_id, letter]))
  const rule = await loadRule(context)
  const moment = momentAt(context.now)
  const last = shown.at(-1)
  return {
    rows: shown.flatMap((row) => {
      const customer = customers.get(row.customer_id)
      if (!customer) return []
      const letter = letters.get(row.customer_id)
      return [
        {
          customerId: customer.id,
          customerName: customer.name,
          late: moneyText(toCents(row.late_cents)),
          invoices: new Set(lateOf(customer, context.today).map(({ invoiceId }) => invoiceId)).size,
          lateSince: row.late_since,
          daysLate: daysBetween(row.late_since, context.today),
          channel: customer.email === null ? ('letter' as const) : ('email' as const),
          unallocated: moneyText(customer.unallocatedCents),
          lastReminderOn: customer.lastContactOn,
          next: presentNext(nextReminder({ rule, customer, moment, instalments: customer.instalments }), context.locale),
          letter: letter === undefined ? null : { reminderId: letter.id, on: letter.reminded_on },
        },
      ]
    }),
    nextCursor: found.length > limit && last ? `${last.late_cents}_${last.customer_id}` : null,
  }
}

function readCursor(cursor: string | undefined): { lateCents: bigint; id: string } | undefined {
  const after = placeOfCursor(cursor, isCount)
  return after && { lateCents: BigInt(after.place), id: after.id }
}
