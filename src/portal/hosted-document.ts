import { type CompanyRow, loadCompany } from '#company'
import { findCustomer } from '#customers'
import type { Id } from '#core/ids'
import { toCents } from '#core/money'
import { Refusal } from '#core/refusal'
import type { Locale } from '#core/text'
import type { Invoice } from '#einvoice'
import { type DocumentKind, findInvoice } from '#invoices'
import type { ReadContext } from '#platform/context'
import { allocationsInForce, itemsAbout } from '#receivables'
import type { Part, Settlement } from './rules/standing.ts'

export type HostedDocument = {
  readonly id: Id
  readonly kind: DocumentKind
  readonly customerId: Id
  readonly customerName: string
  /** The customer's. */
  readonly locale: Locale
  readonly document: Invoice
  readonly company: CompanyRow
  readonly parts: readonly Part[]
  readonly settlements: readonly Settlement[]
}

/** An issued document with what has happened to it since. A draft is unknown to the outside. */
export async function loadHostedDocument(context: ReadContext, invoiceId: Id): Promise<HostedDocument> {
  const stored = await findInvoice(context, invoiceId)
  if (!stored || stored.document === null || stored.customer_id === null) throw new Refusal('link_unknown', { status: 404 })
  const customer = await findCustomer(context, stored.customer_id)
  const items = stored.kind === 'credit_note' ? [] : await itemsAbout(context, { invoiceId })
  const itemIds = items.map(({ id }) => id)
  const allocations = itemIds.length === 0 ? [] : await allocationsInForce(context, itemIds)
  return {
    id: invoiceId,
    kind: stored.kind,
    customerId: stored.customer_id,
    customerName: stored.customer_name,
    locale: (customer?.language ?? 'fr') as Locale,
    document: stored.document,
    company: await loadCompany(context),
    parts: items.map(({ amountCents, dueOn, openCents }) => ({ amountCents, dueOn, openCents })),
    settlements: allocations.map((allocation) => ({
      by: allocation.credit_kind === 'credit_note' ? 'credit_note' : 'payment',
      on: allocation.allocated_on,
      amountCents: toCents(allocation.amount_cents),
    })),
  }
}
