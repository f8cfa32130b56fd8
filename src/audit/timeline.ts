import type { OperationsOf } from '#platform/api'
import type { auditContract } from './contract.ts'
import { eventsOf } from './store.ts'

/** What happened, newest first. */
export const timeline: OperationsOf<typeof auditContract>['timeline'] = async (context, { before, customerId, invoiceId, limit }) => {
  const rows = await eventsOf(context, {
    limit,
    ...(customerId === undefined ? {} : { customerId }),
    ...(invoiceId === undefined ? {} : { invoiceId }),
    ...(before === undefined ? {} : { before: BigInt(before) }),
  })
  return {
    rows: rows.map((row) => ({
      id: String(row.id),
      at: row.at.toISOString(),
      actor: row.actor as { kind: 'person'; name: string },
      name: row.name,
      customerId: row.customer_id,
      invoiceId: row.invoice_id,
      paymentId: row.payment_id,
      facts: row.facts as Record<string, unknown>,
    })),
    nextBefore: rows.length === limit ? String(rows.at(-1)?.id) : null,
  }
}
