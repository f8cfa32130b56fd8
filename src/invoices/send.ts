import { contactsOf } from '#customers'
import { Refusal } from '#core/refusal'
import type { OperationsOf } from '#platform/api'
import type { invoicesContract } from './contract.ts'
import { invoiceSendWished } from './events.ts'
import { billingContact } from './facts.ts'
import { findInvoice } from './store.ts'

/** Mails the issued document, to the addresses given or to the customer's billing contact. */
export const send: OperationsOf<typeof invoicesContract>['send'] = async (context, { id, to }) => {
  const stored = await findInvoice(context, id)
  if (!stored) throw new Refusal('not_found', { status: 404 })
  if (stored.number === null || stored.customer_id === null) throw new Refusal('invoice_not_issued', { status: 409 })
  const usual = billingContact(await contactsOf(context, stored.customer_id))?.email
  const addresses = to !== undefined && to.length > 0 ? to : usual ? [usual] : []
  if (addresses.length === 0) throw new Refusal('customer_without_email', { facts: { customer: stored.customer_name } })
  context.record(
    invoiceSendWished({ invoiceId: id, customerId: stored.customer_id }, { number: stored.number, kind: stored.kind, to: addresses }),
  )
  return { to: addresses }
}
