/** What several journeys find in place: customers who receive mail, invoices issued a moment ago. */
import assert from 'node:assert/strict'
import type { Api } from '../harness/api.ts'

export type Issued = {
  readonly id: string
  readonly number: string
  readonly total: string
  readonly customerId: string
  readonly customer: string
}
type Line = { readonly name: string; readonly unitPrice: string; readonly quantity: string }

let born = 0

/** A new customer, so that what happens to them in one journey is not seen in another. */
export async function aCustomer(
  api: Api,
  name: string,
  email = 'compta@client.example',
): Promise<{ readonly id: string; readonly name: string }> {
  born += 1
  const unique = `${name} ${born}`
  const { id } = await api.post<{ id: string }>('/customers', {
    name: unique,
    addressLine: '4 quai de la Loire, 44000 Nantes',
    siren: '404833048',
    email,
  })
  return { id, name: unique }
}

export async function anIssuedInvoice(
  api: Api,
  customer: { readonly id: string; readonly name: string },
  { lines = [{ name: 'Porte en chêne', unitPrice: '450', quantity: '2' }], send = false }: { lines?: readonly Line[]; send?: boolean } = {},
): Promise<Issued> {
  const draft = await api.post<{ id: string }>('/invoices', {
    customerId: customer.id,
    lines: lines.map((line) => ({ ...line, nature: 'goods', vatCode: 'FR_20' })),
  })
  const issued = await api.post<{ id: string; number: string; total: string }>(`/invoices/${draft.id}/issue`, { send })
  assert.ok(issued.number)
  return { ...issued, customerId: customer.id, customer: customer.name }
}
