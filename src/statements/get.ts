import { findCustomer } from '#customers'
import { addMonths, startOfMonth } from '#core/day'
import { Refusal } from '#core/refusal'
import { letteringCodes } from '#ledger'
import type { OperationsOf } from '#platform/api'
import { agedOfCustomer, amount, itemsStanding, pastDay, presentAged, presentStanding } from '#receivables'
import type { statementsContract } from './contract.ts'
import { movements, openingBalance } from './store.ts'

type Operations = OperationsOf<typeof statementsContract>

/** Longest statement: more than anyone reads, short enough for one answer. */
export const STATEMENT_LIMIT = 1000
/** When no period is asked for: a year, from the first of a month. */
const USUAL_MONTHS = 12

export const getStatement: Operations['get'] = async (context, { customerId, ...asked }) => {
  const to = pastDay(context, asked.to, 'to')
  const from = asked.from ?? startOfMonth(addMonths(to, -USUAL_MONTHS))
  if (from > to) throw new Refusal('statement_period_reversed', { field: 'from' })
  const customer = await findCustomer(context, customerId)
  if (!customer) throw new Refusal('not_found', { status: 404 })
  const opening = await openingBalance(context, customerId, from)
  const moved = await movements(context, { customerId, from, to, limit: STATEMENT_LIMIT + 1 })
  const open = await itemsStanding(context, { customerId, asOf: to, limit: STATEMENT_LIMIT + 1 })
  if (moved.length > STATEMENT_LIMIT || open.length > STATEMENT_LIMIT) throw tooLong()
  const codes = await letteringCodes(context, {
    invoiceIds: moved.flatMap((row) => row.invoice_id ?? []),
    paymentIds: moved.flatMap((row) => row.payment_id ?? []),
  })
  let balance: bigint = opening
  return {
    customerName: customer.name,
    customerCode: customer.code,
    from,
    to,
    opening: amount(opening),
    movements: moved.map((row) => {
      balance += row.amount_cents
      return {
        on: row.dated_on,
        kind: row.kind,
        invoiceId: row.invoice_id,
        paymentId: row.payment_id,
        reference: row.reference,
        dueOn: row.kind === 'instalment' ? row.due_on : null,
        debit: amount(row.amount_cents > 0n ? row.amount_cents : 0n),
        credit: amount(row.amount_cents < 0n ? -row.amount_cents : 0n),
        lettering: codes.get(row.invoice_id ?? row.payment_id ?? '') ?? null,
        balance: amount(balance),
      }
    }),
    closing: amount(balance),
    openItems: open.map((row) => presentStanding(row, to)),
    aged: presentAged(await agedOfCustomer(context, customerId, to)),
  }
}

export const tooLong = (): Refusal => new Refusal('statement_too_long', { field: 'from', facts: { most: STATEMENT_LIMIT } })
