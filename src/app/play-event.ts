/** One event of a sample company, as the operations a person would have called. */
import type { Id } from '#core/ids'
import type { Customer, InvoiceIssued, Line, TermsKey, World, WorldEvent } from '../../worlds/index.ts'
import { playStatement } from './play-statement.ts'
import { find, type Stage } from './stage.ts'

export async function playEvent(stage: Stage, event: WorldEvent): Promise<void> {
  switch (event.kind) {
    case 'item-created':
      return createItem(stage, event.item)
    case 'customer-created':
      return createCustomer(stage, event.customer)
    case 'invoice-issued':
      return issueInvoice(stage, event)
    case 'credit-note':
      return creditInvoice(stage, event)
    case 'payment-typed':
      return recordPayment(stage, event)
    case 'bank-statement':
      return playStatement(stage, event)
    case 'dispute-noted':
      // Disputes are a capability to come: the plan knows them already.
      return
  }
}

async function createItem({ ids, perform, world }: Stage, key: string): Promise<void> {
  const item = find(world.items, key)
  const { id } = (await perform('catalog.create', {
    code: item.reference,
    name: item.name,
    nature: item.nature,
    unit: item.unit,
    unitPrice: item.unitPrice,
    vatCode: item.vat,
  })) as { id: Id }
  ids.set(key, id)
}

async function createCustomer({ ids, perform, world }: Stage, key: string): Promise<void> {
  const customer = find(world.customers, key)
  const { id } = (await perform('customers.create', customerInput(world, customer))) as { id: Id }
  ids.set(key, id)
}

function customerInput(world: World, customer: Customer) {
  return {
    kind: customer.kind,
    name: customer.name,
    ...(customer.siren === undefined ? {} : { siren: customer.siren }),
    ...(customer.siret === undefined ? {} : { siret: customer.siret }),
    ...(customer.vatNumber === undefined ? {} : { vatNumber: customer.vatNumber }),
    address: customer.address,
    language: customer.language,
    paymentTerms: paymentTerms(world, customer.terms),
    contacts: customer.contacts,
  }
}

function paymentTerms(world: World, key: TermsKey) {
  const { instalments } = find(world.terms, key)
  return instalments.map(({ days, endOfMonth, sharePercent }, index) => {
    const term = { base: 'issue', days, endOfMonth }
    return index === instalments.length - 1 ? { part: 'rest', term } : { part: 'percent', basisPoints: sharePercent * 100, term }
  })
}

async function issueInvoice({ ids, perform, world }: Stage, event: InvoiceIssued): Promise<void> {
  const draft = (await perform('invoices.createDraft', {
    customerId: ids.get(event.customer),
    deliveredOn: event.deliveredOn,
    ...(event.deliveryAddress === undefined ? {} : { deliveryAddress: event.deliveryAddress }),
    orderReference: event.purchaseOrder ?? '',
    paymentTerms: paymentTerms(world, event.terms),
    note: event.note ?? '',
    lines: event.lines.map((line) => lineInput(ids, line)),
  })) as { id: Id; lineIds: readonly Id[] }
  const issued = (await perform('invoices.issue', { id: draft.id })) as { number: string; total: string }
  if (issued.number !== event.number || issued.total !== event.totals.gross) {
    throw new Error(`the plan says ${event.number} of ${event.totals.gross}, the application ${issued.number} of ${issued.total}`)
  }
  ids.set(event.key, draft.id)
  for (const [index, lineId] of draft.lineIds.entries()) ids.set(`${event.key} line ${index}`, lineId)
}

function lineInput(ids: Map<string, Id>, line: Line) {
  return {
    itemId: line.item === undefined ? null : (ids.get(line.item) ?? null),
    name: line.description,
    nature: line.nature,
    quantity: line.quantity,
    unit: line.unit,
    unitPrice: line.unitPrice,
    discount: line.discountPercent ?? '0',
    vatCode: line.vat,
  }
}

async function creditInvoice({ ids, perform }: Stage, event: Extract<WorldEvent, { kind: 'credit-note' }>): Promise<void> {
  const lines = event.lines.map((line) => ({ lineId: ids.get(`${event.invoice} line ${line.ofLine}`), quantity: line.quantity }))
  const note = (await perform('invoices.credit', {
    id: ids.get(event.invoice),
    reason: event.reason,
    ...(event.scope === 'full' ? {} : { lines }),
  })) as { id: Id }
  const issued = (await perform('invoices.issue', { id: note.id })) as { number: string; total: string }
  if (issued.total !== event.totals.gross) throw new Error(`the plan credits ${event.totals.gross}, the application ${issued.total}`)
  ids.set(event.key, note.id)
}

async function recordPayment({ ids, perform }: Stage, event: Extract<WorldEvent, { kind: 'payment-typed' }>): Promise<void> {
  const { id } = (await perform('payments.record', {
    customerId: ids.get(event.customer),
    paidOn: event.on,
    amount: event.amount,
    method: event.method,
    reference: event.reference,
    allocate: event.settles.map(({ amount, invoice }) => ({ invoiceId: ids.get(invoice), amount })),
  })) as { id: Id }
  ids.set(event.key, id)
}
