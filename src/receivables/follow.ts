/** How receivables follow what happens elsewhere: one reaction an event. */
import { laterOf } from '#core/day'
import { minCents, negate, toCents, type Cents } from '#core/money'
import type { WriteContext } from '#platform/context'
import type { DomainEvent } from '#platform/events'
import type { IssuedFacts } from '#invoices'
import { allocate } from './allocate.ts'
import { insertItems, itemsAbout } from './store.ts'

/** An invoice is owed by instalment; a credit note is a credit, put at once against the invoice it corrects as far as that is open. */
export async function openDocument(context: WriteContext, { about, facts }: DomainEvent<IssuedFacts>): Promise<void> {
  const { customerId, invoiceId } = about
  if (customerId === undefined || invoiceId === undefined) throw new Error('an issued document has a customer')
  const sign = facts.kind === 'credit_note' ? negate : (amount: Cents): Cents => amount
  const items = facts.instalments
    .filter((instalment) => instalment.amountCents !== 0n)
    .map((instalment, index) => ({
      id: context.newId(),
      kind: facts.kind === 'credit_note' ? ('credit_note' as const) : ('instalment' as const),
      customerId,
      invoiceId,
      paymentId: null,
      position: index + 1,
      reference: facts.number,
      amountCents: sign(instalment.amountCents),
      datedOn: facts.issuedOn,
      dueOn: laterOf(instalment.dueOn, facts.issuedOn),
    }))
  if (items.length === 0) return
  await insertItems(context, items)
  const creditItem = items[0]
  if (facts.creditedInvoiceId !== null && creditItem)
    await spread(context, creditItem.id, negate(creditItem.amountCents), facts.creditedInvoiceId)
}

/** The last instalment first: what is left to pay keeps its nearest due days. */
async function spread(context: WriteContext, creditItemId: string, creditCents: Cents, invoiceId: string): Promise<void> {
  let left = creditCents
  for (const debit of (await itemsAbout(context, { invoiceId })).toReversed()) {
    const amountCents = minCents(left, debit.openCents)
    if (amountCents <= 0n) continue
    await allocate(context, { debitItemId: debit.id, creditItemId, amountCents, origin: 'credit_note' })
    left = toCents(left - amountCents)
  }
}
