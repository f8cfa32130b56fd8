/** The main job, as four requests: customer, invoice of three lines, issue (drawn, packed as Factur-X, archived, posted), payment. */
import type { Client } from './client.ts'

export type Sale = { readonly invoiceId: string; readonly number: string; readonly sha256: string; readonly paymentId: string }

/** Told of each answer as it comes. */
export type Listener = { issued(invoice: Omit<Sale, 'paymentId'>): void; paid(paymentId: string): void }

const LINES = [
  { name: 'Pose d’un parquet de chêne', nature: 'service', quantity: '32', unit: 'MTK', unitPrice: '41.50', vatCode: 'FR_20' },
  { name: 'Lame de chêne massif 22 mm', nature: 'goods', quantity: '35.2', unit: 'MTK', unitPrice: '68.90', vatCode: 'FR_20' },
  { name: 'Plinthe assortie', nature: 'goods', quantity: '24', unit: 'MTR', unitPrice: '7.35', vatCode: 'FR_20', discount: '5' },
]

export type SaleOptions = {
  /** Makes every write repeatable: the same key never issues or pays twice. */
  readonly key?: string
  readonly listener?: Listener
}

export async function sell(client: Client, name: string, today: string, { key, listener }: SaleOptions = {}): Promise<Sale> {
  const once = (step: string): Record<string, string> => (key === undefined ? {} : { 'idempotency-key': `${key}-${step}` })
  const customer = await client<{ id: string }>('POST', '/customers', { ...CUSTOMER, name }, once('customer'))
  const draft = await client<{ id: string }>(
    'POST',
    '/invoices',
    { customerId: customer.id, deliveredOn: today, lines: LINES },
    once('draft'),
  )
  const { number, sha256, total } = await client<{ number: string; total: string; sha256: string }>(
    'POST',
    `/invoices/${draft.id}/issue`,
    {},
    once('issue'),
  )
  const invoice = { invoiceId: draft.id, number, sha256 }
  listener?.issued(invoice)
  const allocate = [{ invoiceId: draft.id, amount: total }]
  const payment = await client<{ id: string }>(
    'POST',
    '/payments',
    { customerId: customer.id, paidOn: today, amount: total, allocate },
    once('payment'),
  )
  listener?.paid(payment.id)
  return { ...invoice, paymentId: payment.id }
}

const CUSTOMER = {
  siren: '552100554',
  address: { line1: '4 quai de la Loire', postcode: '44000', city: 'Nantes', country: 'FR' },
  email: 'compta@menuiseries.example',
}
