/** What lines of money out may be joined to. */
import { type SqlBool, sql } from 'kysely'
import { type Day, daysAround } from '#core/day'
import type { Id } from '#core/ids'
import { type Cents, toCents } from '#core/money'
import type { Tenant, WriteContext } from '#platform/context'
import type { ReturnablePayment } from './rules/index.ts'

/** Older payments no bank takes back. */
const MOST_DAYS = 400
const MOST_PAYMENTS = 500

export type OutWanted = { readonly amounts: readonly Cents[]; readonly until: Day }

/** Payments of these amounts that still count, newest first, with what their own lines and invoices said. */
export async function returnablePayments(tenant: Tenant, { amounts, until }: OutWanted): Promise<ReturnablePayment[]> {
  if (amounts.length === 0) return []
  const rows = await tenant.db
    .selectFrom('payments')
    .leftJoin('payment_reversals as reversal', 'reversal.payment_id', 'payments.id')
    .leftJoin('bank_lines as line', 'line.id', 'payments.bank_line_id')
    .select([
      'payments.id as paymentId',
      'payments.customer_id as customerId',
      'payments.paid_on as paidOn',
      'payments.amount_cents',
      'payments.method',
      'line.counterparty_iban as iban',
      'line.end_to_end_id as endToEndId',
      sql<string[]>`array(
        select distinct debit.reference from receivable_items item
        join allocations made on made.company_id = item.company_id and made.credit_item_id = item.id
        join receivable_items debit on debit.id = made.debit_item_id
        where item.company_id = payments.company_id and item.payment_id = payments.id and debit.kind = 'instalment'
          and not exists (select 1 from allocations undoing where undoing.undoes_id = made.id)
          and made.undoes_id is null)`.as('invoiceNumbers'),
    ])
    .where('payments.company_id', '=', tenant.companyId)
    .where(sql<SqlBool>`payments.amount_cents = any(${[...new Set(amounts)]}::bigint[])`)
    .where('payments.paid_on', '>=', daysAround(until, -MOST_DAYS))
    .where('payments.paid_on', '<=', until)
    .where('reversal.payment_id', 'is', null)
    .orderBy('payments.paid_on', 'desc')
    .orderBy('payments.id', 'desc')
    .limit(MOST_PAYMENTS)
    .execute()
  return rows.map(({ amount_cents, customerId, endToEndId, iban, invoiceNumbers, method, paidOn, paymentId }) => ({
    paymentId,
    method,
    customerId,
    paidOn,
    invoiceNumbers,
    amountCents: toCents(amount_cents),
    iban: iban ?? undefined,
    endToEndId: endToEndId ?? undefined,
  }))
}

/** What a payment paid before it was taken back. */
export async function sharesBeforeReversal(tenant: Tenant, paymentId: Id): Promise<{ invoiceId: Id; amountCents: Cents }[]> {
  const { rows } = await sql<{ invoice_id: Id; amount: bigint }>`
    select debit.invoice_id, sum(made.amount_cents)::bigint as amount
    from payment_reversals reversal
    join receivable_items item on item.company_id = reversal.company_id and item.payment_id = reversal.payment_id and item.kind = 'payment'
    join allocations made on made.company_id = item.company_id and made.credit_item_id = item.id and made.undoes_id is null
    join allocations undoing on undoing.undoes_id = made.id and undoing.created_at = reversal.created_at
    join receivable_items debit on debit.id = made.debit_item_id and debit.kind = 'instalment'
    where reversal.company_id = ${tenant.companyId} and reversal.payment_id = ${paymentId}
    group by debit.invoice_id
    order by debit.invoice_id
  `.execute(tenant.db)
  return rows.map((row) => ({ invoiceId: row.invoice_id, amountCents: toCents(row.amount) }))
}

export type Link = { readonly reconciliationId: Id; readonly recorded: boolean; readonly feeCents: Cents }

/** The line that brought a payment or confirmed it, if one did, and whether another line has taken it back. */
export async function linksOf(tenant: Tenant, paymentId: Id): Promise<{ came: Link | undefined; returned: boolean }> {
  const rows = await tenant.db
    .selectFrom('reconciled_payments')
    .select(['reconciliation_id as reconciliationId', 'recorded', 'returned', 'fee_cents'])
    .where('company_id', '=', tenant.companyId)
    .where('payment_id', '=', paymentId)
    .where('in_force', '=', true)
    .execute()
  const came = rows.find(({ returned }) => !returned)
  return {
    came: came && { reconciliationId: came.reconciliationId, recorded: came.recorded, feeCents: toCents(came.fee_cents) },
    returned: rows.some(({ returned }) => returned),
  }
}

/** From now on a payment stands for another one on the line it came on. */
export async function relink(context: WriteContext, { feeCents, reconciliationId, recorded }: Link, from: Id, to: Id): Promise<void> {
  await context.db
    .updateTable('reconciled_payments')
    .set({ in_force: false })
    .where('company_id', '=', context.companyId)
    .where('reconciliation_id', '=', reconciliationId)
    .where('payment_id', '=', from)
    .execute()
  await context.db
    .insertInto('reconciled_payments')
    .values({
      reconciliation_id: reconciliationId,
      payment_id: to,
      company_id: context.companyId,
      recorded,
      returned: false,
      fee_cents: feeCents,
    })
    .execute()
}
