import { knownItems } from '#catalog'
import { type CustomerRow, findCustomer } from '#customers'
import type { Id } from '#core/ids'
import { Refusal } from '#core/refusal'
import type { OperationsOf } from '#platform/api'
import type { WriteContext } from '#platform/context'
import type { invoicesContract } from './contract.ts'
import { type DraftInput, priceDraft, withNets } from './draft.ts'
import { draftDeleted } from './events.ts'
import { getInvoice } from './get.ts'
import { deleteDraftRow, type DraftRow, insertDraft, insertLines, linesOf, lockInvoice, replaceLines, updateDraft } from './store.ts'

type Operations = OperationsOf<typeof invoicesContract>

export const createDraft: Operations['createDraft'] = async (context, input) => {
  const { id } = await writeDraft(context, input)
  return getInvoice(context, { id })
}

/** A new draft, without the page that shows it: for whoever makes many. Lines keep the order of the input. */
export async function writeDraft(context: WriteContext, input: DraftInput): Promise<{ id: Id; lineIds: readonly Id[] }> {
  const id = context.newId()
  const { row, lines } = await draftOf(context, input, null)
  await insertDraft(context, { ...row, id, kind: 'invoice', creditedInvoiceId: null })
  return { id, lineIds: await insertLines(context, id, lines) }
}

export const saveDraft: Operations['saveDraft'] = async (context, input) => {
  const stored = await lockedDraft(context, input.id)
  if (stored.version !== input.version) throw new Refusal('invoice_changed_elsewhere', { status: 409 })
  const { row, lines } = await draftOf(context, input, stored.credited_invoice_id)
  await updateDraft(context, { ...row, id: stored.id, kind: stored.kind, creditedInvoiceId: stored.credited_invoice_id })
  await replaceLines(context, stored.id, lines)
  return getInvoice(context, { id: stored.id })
}

/** A draft has no number: throwing it away leaves no gap. */
export const deleteDraft: Operations['deleteDraft'] = async (context, { id }) => {
  const stored = await lockedDraft(context, id)
  await deleteDraftRow(context, id)
  context.record(draftDeleted(stored.customer_id === null ? {} : { customerId: stored.customer_id }, { kind: stored.kind }))
  return { id }
}

async function lockedDraft(context: WriteContext, id: string) {
  const stored = await lockInvoice(context, id)
  if (!stored) throw new Refusal('not_found', { status: 404 })
  if (stored.status !== 'draft') throw new Refusal('invoice_not_draft', { status: 409, facts: { number: stored.number ?? '' } })
  return stored
}

async function draftOf(
  context: WriteContext,
  { customerId, lines, ...input }: DraftInput & { id?: string; version?: number },
  creditedInvoiceId: Id | null,
) {
  const customer = await customerOf(context, customerId)
  await refuseUnknownItems(context, lines)
  await refuseUnknownCredits(context, lines, creditedInvoiceId)
  const totals = priceDraft(lines)
  const { id: _id, version: _version, ...options } = input
  const row: Omit<DraftRow, 'id' | 'kind' | 'creditedInvoiceId'> = {
    customerId,
    customerName: customer?.name ?? '',
    options,
    netCents: totals.netCents,
    vatCents: totals.vatCents,
    totalCents: totals.grossCents,
  }
  return { row, lines: withNets(lines, totals) }
}

async function customerOf(context: WriteContext, customerId: string | null): Promise<CustomerRow | undefined> {
  if (customerId === null) return undefined
  const customer = await findCustomer(context, customerId)
  if (!customer) throw new Refusal('customer_unknown', { field: 'customerId' })
  return customer
}

async function refuseUnknownItems(context: WriteContext, lines: DraftInput['lines']): Promise<void> {
  const named = lines.flatMap(({ itemId }) => itemId ?? [])
  if (named.length === 0) return
  const known = await knownItems(context, named)
  const stranger = lines.findIndex(({ itemId }) => itemId !== null && !known.has(itemId))
  if (stranger >= 0) throw new Refusal('item_unknown', { field: `lines.${stranger}.itemId`, facts: { line: stranger + 1 } })
}

/** A line takes back a line of the invoice that its credit note corrects, and of no other. */
async function refuseUnknownCredits(context: WriteContext, lines: DraftInput['lines'], creditedInvoiceId: Id | null): Promise<void> {
  if (lines.every(({ creditedLineId }) => creditedLineId === null)) return
  const own = new Set((creditedInvoiceId === null ? [] : await linesOf(context, creditedInvoiceId)).map(({ id }) => id))
  const stranger = lines.findIndex(({ creditedLineId }) => creditedLineId !== null && !own.has(creditedLineId))
  if (stranger >= 0) throw new Refusal('credit_line_unknown', { field: `lines.${stranger}.creditedLineId` })
}
