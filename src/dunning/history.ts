import { moneyText, toCents } from '#core/money'
import { Refusal } from '#core/refusal'
import type { OperationsOf } from '#platform/api'
import { idOfCursor } from '#platform/cursor'
import type { dunningContract } from './contract.ts'
import { reminderSent } from './events.ts'
import { invoicesListed, listReminders, markPosted } from './history-store.ts'

type Operations = OperationsOf<typeof dunningContract>
type State = 'waiting' | 'sent' | 'kept' | 'failed' | 'to_post' | 'posted'

export const history: Operations['history'] = async (context, { cursor, customerId, invoiceId, limit }) => {
  const after = idOfCursor(cursor)
  const found = await listReminders(context, { customerId, invoiceId, after, limit: limit + 1 })
  const shown = found.slice(0, limit)
  const listed = Map.groupBy(
    await invoicesListed(
      context,
      shown.map(({ id }) => id),
    ),
    (row) => row.reminder_id,
  )
  return {
    rows: shown.map((row) => ({
      id: row.id,
      on: row.reminded_on,
      at: row.created_at.toISOString(),
      customerId: row.customer_id,
      customerName: row.customer_name,
      origin: row.origin as 'rule' | 'hand',
      channel: row.channel as 'email' | 'letter',
      to: row.to_addresses,
      total: moneyText(toCents(row.total_cents)),
      invoices: (listed.get(row.id) ?? []).map((invoice) => ({
        id: invoice.id,
        number: invoice.number,
        open: moneyText(toCents(invoice.open_cents)),
      })),
      mailId: row.mail_id,
      state: stateOf(row),
    })),
    nextCursor: found.length > limit ? (shown.at(-1)?.id ?? null) : null,
  }
}

/** An e-mail is where its message is; a letter waits until a person says it was posted. */
function stateOf(row: { channel: string; posted_at: Date | null; mail_state: string | null }): State {
  if (row.channel === 'letter') return row.posted_at === null ? 'to_post' : 'posted'
  return row.mail_state as State
}

/** The letter left: from here on it counts as sent on the timelines of its invoices. */
export const posted: Operations['posted'] = async (context, { id }) => {
  const letter = await markPosted(context, id)
  if (!letter) throw new Refusal('dunning_letter_not_waiting', { status: 409 })
  const { customer_id: customerId } = letter
  for (const invoice of await invoicesListed(context, [id])) {
    const facts = {
      reminderId: id,
      number: invoice.number,
      openCents: toCents(invoice.open_cents),
      origin: 'hand',
      channel: 'letter',
      to: [],
      leaves: true,
    } as const
    context.record(reminderSent({ customerId, invoiceId: invoice.id }, facts))
  }
  return { id }
}
