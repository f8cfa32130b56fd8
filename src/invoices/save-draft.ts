import { type CustomerRow, findCustomer } from '#customers'
import type { Id } from '#core/ids'
import { Refusal } from '#core/refusal'
import type { OperationsOf } from '#platform/api'
import type { WriteContext } from '#platform/context'
import type { invoicesContract } from './contract.ts'
import { type DraftInput, priceDraft, withNets } from './draft.ts'
import { draftDeleted } from './events.ts'
import { getInvoice } from './get.ts'
import { deleteDraftRow, type DraftRow, insertDraft, insertLines, lockInvoice, replaceLines, updateDraft } from './store.ts'

type Operations = OperationsOf<typeof invoicesContract>

export const createDraft: Operations['createDraft'] = async (context, input) => {
  const { id } = await writeDraft(context, input)
  return getInvoice(context, { id })
}

/** A new draft, without the page that shows it: for whoever makes many. Lines keep the order of the input. */
export async function writeDraft(context: WriteContext, input: DraftInput): Promise<{ id: Id; lineIds: readonly Id[] }> {
  const id = context.newId()
  const { row, lines } = await draftOf(context, input)
  await insertDraft(context, { ...row, id, kind: 'invoice', creditedInvoiceId: null })
  return { id, lineIds: await insertLines(context, id, lines) }
}

export const saveDraft: Operations['saveDraft'] = async (context, input) => {
  const stored = await lockedDraft(context, input.id)
  if (stored.version !== input.version) throw new Refusal('invoice_changed_elsewhere', { status: 409 })
  const { row, lines } = await draftOf(context, input)
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

async function draftOf(context: WriteContext, { customerId, lines, ...input }: DraftInput & { id?: string; version?: number }) {
  const customer = await customerOf(context, customerId)
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
