import { recentEvents } from '#audit'
import { addDays, addMonths, type Day, earlierOf, endOfMonth, startOfMonth, weekday } from '#core/day'
import { type Cents, toCents } from '#core/money'
import type { OperationsOf } from '#platform/api'
import type { ReadContext } from '#platform/context'
import type { receivablesContract } from './contract.ts'
import * as store from './home-store.ts'
import { amount, presentAged } from './present.ts'
import { daysLate } from './rules/ageing.ts'
import { countBackDso, type MonthlySales, simpleDso } from './rules/days-sales.ts'

type Operations = OperationsOf<typeof receivablesContract>

const RECEIVED_DAYS = 30
/** A quarter evens out the months without forgetting the season. */
const DSO_DAYS = 90
/** How far back the count-back DSO looks: a quarter is nearly always enough; beyond the longest the answer is "more than". */
const LONGEST_COUNT_BACK = 12
const COUNT_BACK_MONTHS = [3, LONGEST_COUNT_BACK]
const LATE_CUSTOMERS = 10
const RECENT_EVENTS = 10

/** Everything the home page says, in one answer. */
export const home: Operations['home'] = async (context) => {
  const { today } = context
  const weekEnd = addDays(today, 7 - weekday(today))
  const monthEnd = endOfMonth(today)
  const sums = await store.openSums(context, { weekEnd, monthEnd })
  const drafts = await store.drafts(context)
  const late = await store.oldestLate(context, LATE_CUSTOMERS)
  const counted = (count: bigint, cents: bigint) => ({ count: Number(count), amount: amount(cents) })
  return {
    on: today,
    started: await store.hasInvoice(context),
    toDo: {
      drafts: counted(drafts.count, drafts.amount),
      lateInvoices: { ...counted(sums.late_invoices, sums.late), customers: Number(sums.late_customers) },
      unallocatedPayments: counted(sums.payments, sums.payment_cents),
      openCreditNotes: counted(sums.credit_notes, sums.credit_cents),
    },
    aged: presentAged(sums),
    dueThisWeek: { ...counted(sums.week_invoices, sums.week_cents), until: weekEnd },
    dueThisMonth: { ...counted(sums.month_invoices, sums.month_cents), until: monthEnd },
    received: await receivedLately(context),
    dso: await daysOfSales(context, sums.total),
    oldestLate: late.map((row) => ({
      customerId: row.customer_id,
      customerName: row.name,
      late: amount(row.late),
      daysLate: daysLate(row.oldest_on, today),
    })),
    recent: await recent(context),
  }
}

async function receivedLately(context: ReadContext) {
  const { before, lately } = await store.received(context, RECEIVED_DAYS)
  return { days: RECEIVED_DAYS, amount: amount(lately), before: amount(before) }
}

async function daysOfSales(context: ReadContext, outstandingCents: bigint) {
  const { today } = context
  const owed = toCents(outstandingCents)
  const begins = addDays(today, 1 - DSO_DAYS)
  // Fewer days of sales than the period counts would be taken for few sales.
  if (!(await store.hasSalesBy(context, begins)))
    return { days: null, periodDays: DSO_DAYS, tooEarly: true, countBackDays: null, countBackExhausted: false }
  for (const monthsBack of COUNT_BACK_MONTHS) {
    const sales = await store.salesByDay(context, addMonths(startOfMonth(today), -monthsBack))
    const simple = simpleDso(owed, soldBetween(sales, begins, today), DSO_DAYS)
    const countBack = countBackDso(owed, monthsOf(sales, today, monthsBack), today)
    if (!countBack.exhausted && monthsBack < LONGEST_COUNT_BACK) continue
    return {
      days: simple ?? null,
      periodDays: DSO_DAYS,
      tooEarly: false,
      countBackDays: simple === undefined ? null : countBack.days,
      countBackExhausted: countBack.exhausted,
    }
  }
  throw new Error('the longest look back always answers')
}

type DailySales = Awaited<ReturnType<typeof store.salesByDay>>

const soldBetween = (sales: DailySales, from: Day, to: Day): Cents =>
  toCents(sales.filter(({ on }) => on >= from && on <= to).reduce((total, { amount: cents }) => total + cents, 0n))

/** Newest first, down to the first month with a sale. */
function monthsOf(sales: DailySales, today: Day, monthsBack: number): MonthlySales[] {
  const firstMonth = startOfMonth(sales.reduce((first, { on }) => earlierOf(first, on), today))
  return Array.from({ length: monthsBack + 1 }, (_, index) => addMonths(startOfMonth(today), -index))
    .filter((month) => month >= firstMonth)
    .map((month) => ({ month, salesCents: soldBetween(sales, month, endOfMonth(month)) }))
}

async function recent(context: ReadContext) {
  const events = await recentEvents(context, RECENT_EVENTS)
  const names = await store.customerNames(context, [...new Set(events.flatMap((event) => event.customerId ?? []))])
  return events.map((event) => Object.assign(event, { customerName: names.get(event.customerId ?? '') ?? null }))
}
