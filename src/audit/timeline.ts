import type { z } from 'zod'
import type { OperationsOf } from '#platform/api'
import type { ReadContext } from '#platform/context'
import type { auditContract, timelineEvent } from './contract.ts'
import { eventsOf } from './store.ts'

type EventOut = z.input<typeof timelineEvent>

/** What happened, newest first. */
export const timeline: OperationsOf<typeof auditContract>['timeline'] = async (context, { before, customerId, invoiceId, limit }) => {
  const rows = await eventsOf(context, {
    limit,
    ...(customerId === undefined ? {} : { customerId }),
    ...(invoiceId === undefined ? {} : { invoiceId }),
    ...(before === undefined ? {} : { before: BigInt(before) }),
  })
  return { rows: rows.map(present), nextBefore: rows.length === limit ? String(rows.at(-1)?.id) : null }
}

/** The last things that happened in the company. */
export async function recentEvents(context: ReadContext, limit: number): Promise<EventOut[]> {
  return (await eventsOf(context, { limit })).map(present)
}

function present(row: Awaited<ReturnType<typeof eventsOf>>[number]): EventOut {
  return {
    id: String(row.id),
    at: row.at.toISOString(),
    actor: row.actor as EventOut['actor'],
    name: row.name,
    customerId: row.customer_id,
    invoiceId: row.invoice_id,
    paymentId: row.payment_id,
    facts: row.facts as Record<string, unknown>,
  }
}
