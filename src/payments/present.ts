import type { z } from 'zod'
import type { Id } from '#core/ids'
import { moneyText, toCents } from '#core/money'
import { Refusal } from '#core/refusal'
import type { Tenant } from '#platform/context'
import { allocationsInForce, type Evidence } from '#receivables'
import type { paymentOut } from './contract.ts'
import { differencesOf, findPayment, type PaymentRow } from './store.ts'

type PaymentOut = z.input<typeof paymentOut>

export async function presentPayment(tenant: Tenant, paymentId: Id): Promise<PaymentOut> {
  const row = await findPayment(tenant, paymentId)
  if (!row) throw new Refusal('not_found', { status: 404 })
  const made = await allocationsInForce(tenant, [row.item_id])
  const differences = (await differencesOf(tenant, [paymentId])).get(paymentId) ?? []
  return {
    ...presentRow(row),
    received: moneyText(toCents(row.amount_cents - row.differences_cents)),
    differences: differences.map(({ amountCents, kind, vatCents }) => ({ kind, amount: moneyText(amountCents), vat: moneyText(vatCents) })),
    allocations: made
      .filter((allocation) => allocation.debit_kind === 'instalment')
      .map((allocation) => ({
        id: allocation.id,
        invoiceId: allocation.debit_invoice_id,
        reference: allocation.debit_reference,
        amount: moneyText(toCents(allocation.amount_cents)),
        allocatedOn: allocation.allocated_on,
        origin: allocation.origin as PaymentOut['allocations'][number]['origin'],
        evidence: (allocation.evidence as Evidence[]).map(({ code, facts }) => ({ code, facts: { ...facts } })),
      })),
  }
}

export function presentRow(row: PaymentRow): Omit<PaymentOut, 'allocations' | 'received' | 'differences'> {
  return {
    id: row.id,
    customerId: row.customer_id,
    customerName: row.customer_name,
    paidOn: row.paid_on,
    amount: moneyText(toCents(row.amount_cents)),
    open: moneyText(toCents(row.open_cents)),
    method: row.method as PaymentOut['method'],
    reference: row.reference,
    fromBank: row.bank_line_id !== null,
    reversedOn: row.reversed_on,
    reversalReason: row.reversal_reason,
  }
}
