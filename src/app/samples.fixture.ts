/** For tests: a customer and an invoice of the sample company, through the API like everybody. */
import type { TestApi } from './test-api.ts'

export async function aCustomer(api: TestApi, overrides: Record<string, unknown> = {}): Promise<string> {
  const { companyId, now } = { companyId: api.company.id, now: api.clock.now() }
  const row = await api.database.owner
    .insertInto('customers')
    .values({
      id: crypto.randomUUID(),
      company_id: companyId,
      code: `C${Math.floor(performance.now() * 1000)}`,
      kind: 'company',
      name: 'Menuiseries Le Bihan',
      siren: '552100554',
      address_line1: '4 quai de la Loire',
      postcode: '44000',
      city: 'Nantes',
      e_address: '552100554',
      e_address_scheme: '0225',
      created_at: now,
      ...overrides,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await api.database.owner
    .insertInto('customer_contacts')
    .values({
      id: crypto.randomUUID(),
      company_id: companyId,
      customer_id: row.id,
      name: 'Service comptable',
      email: 'compta@le-bihan.example',
      roles: ['accounts_payable'],
      position: 1,
    })
    .execute()
  return row.id
}

export const THREE_LINES = [
  { name: 'Porte en chêne', nature: 'goods', quantity: '2', unitPrice: '450', vatCode: 'FR_20' },
  { name: 'Pose', nature: 'service', quantity: '3.5', unit: 'HUR', unitPrice: '52', vatCode: 'FR_20' },
  { name: 'Déplacement', nature: 'service', quantity: '1', unitPrice: '38.5', discount: '10', vatCode: 'FR_10' },
]

type Issued = { id: string; number: string; total: string; dueOn: string }

export async function anIssuedInvoice(api: TestApi, customerId: string, overrides: Record<string, unknown> = {}): Promise<Issued> {
  const draft = await api.call<{ id: string }>('POST', '/invoices', { customerId, lines: THREE_LINES, ...overrides })
  if (draft.status !== 200) throw new Error(JSON.stringify(draft.body))
  const issued = await api.call<Issued>('POST', `/invoices/${draft.body.id}/issue`, {})
  if (issued.status !== 200) throw new Error(JSON.stringify(issued.body))
  return issued.body
}

/** A month in which everything happens once: invoices issued and sent, one settled by hand, one credited, a bank statement. One mail waits. */
export async function aBusyMonth(api: TestApi): Promise<{ customerId: string; settled: Issued; credited: Issued; open: Issued }> {
  const customerId = await aCustomer(api)
  const settled = await anIssuedInvoice(api, customerId)
  const credited = await anIssuedInvoice(api, customerId)
  await api.call('POST', '/payments', {
    customerId,
    paidOn: '2026-03-02',
    amount: settled.total,
    method: 'cheque',
    allocate: [{ invoiceId: settled.id, amount: settled.total }],
  })
  const note = await api.call<{ id: string }>('POST', `/invoices/${credited.id}/credit`, { reason: 'Erreur de destinataire' })
  await api.call('POST', `/invoices/${note.body.id}/issue`, {})
  await api.call('POST', '/people/api-keys', { name: 'Caisse', role: 'reader' })
  await api.call('POST', '/items', { name: 'Porte en chêne', unitPrice: '450' }, { 'idempotency-key': 'one item' })
  const statement = new FormData()
  statement.append('file', new File([STATEMENT], 'releve.csv'))
  statement.append('csvMapping', STATEMENT_COLUMNS)
  statement.append('accountName', 'Compte courant')
  await api.call('POST', '/bank/statements', statement)
  await api.runJobs()
  const open = await anIssuedInvoice(api, customerId)
  await api.call('POST', `/invoices/${open.id}/send`, {})
  return { customerId, settled, credited, open }
}

/** A bank of a few lines, in a CSV. */
export const STATEMENT = 'Date;Libellé;Montant\n27/02/2026;VIR SEPA BOULANGERIE DU PORT;120,50\n28/02/2026;PRLV EDF;-45,10\n'
const STATEMENT_COLUMNS = JSON.stringify({
  encoding: 'utf-8',
  separator: ';',
  header: ['Date', 'Libellé', 'Montant'],
  dateOrder: 'dmy',
  decimal: ',',
  currency: 'EUR',
  columns: { bookedOn: 0, amount: { kind: 'signed', amount: 2 }, text: [1] },
})
