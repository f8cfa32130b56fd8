import type { z } from 'zod'
import type { Id } from '#core/ids'
import { moneyText, toCents } from '#core/money'
import type { ReadContext } from '#platform/context'
import { allocationsInForce } from '#receivables'
import type { settlementOut } from './contract.ts'

type Settlement = z.input<typeof settlementOut>

const KINDS: Readonly<Record<string, Settlement['kind']>> = { payment: 'payment', credit_note: 'credit_note', instalment: 'invoice' }

/** What was put against the items of a document, oldest first: each allocation seen from the other side. */
export async function settlementsOf(context: ReadContext, itemIds: readonly Id[]): Promise<Settlement[]> {
  if (itemIds.length === 0) return []
  const own = new Set(itemIds)
  return (await allocationsInForce(context, itemIds)).map((made) => {
    const isOwed = own.has(made.debit_item_id)
    return {
      id: made.id,
      kind: KINDS[isOwed ? made.credit_kind : made.debit_kind] ?? 'other',
      paymentId: made.credit_payment_id,
      documentId: isOwed ? made.credit_invoice_id : made.debit_invoice_id,
      reference: isOwed ? made.credit_reference : made.debit_reference,
      amount: moneyText(toCents(made.amount_cents)),
      on: made.allocated_on,
      automatic: made.origin === 'automatic',
    }
  })
}
