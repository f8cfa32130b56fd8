export type SampleStatus = 'late' | 'due' | 'draft' | 'paid'
export type SampleInvoice = {
  readonly id: string
  readonly number: string
  readonly customer: string
  readonly dueOn: string
  readonly sentAt: string
  readonly dueAmount: string
  readonly daysLate: number
  readonly status: SampleStatus
}

const CUSTOMERS = [
  'Menuiserie Le Goff',
  'Société coopérative agricole des Trois Rivières',
  'Cabinet Aubry & Fils',
  'Commune de Saint-Malo',
  'Hôtel de la Plage',
  'Garage Périer',
]
const STATUSES: readonly SampleStatus[] = ['late', 'late', 'due', 'due', 'draft', 'paid']

export const sampleInvoices: readonly SampleInvoice[] = Array.from({ length: 18 }, (_, index) => {
  const status = STATUSES[index % STATUSES.length] ?? 'due'
  return {
    id: `invoice-${index + 1}`,
    number: status === 'draft' ? '' : `F2026-0${412 + index}`,
    customer: CUSTOMERS[(index * 5) % CUSTOMERS.length] ?? '',
    dueOn: `2026-11-${String(1 + index).padStart(2, '0')}`,
    sentAt: '2026-10-02T09:41:00Z',
    dueAmount: status === 'paid' ? '0.00' : `${((index + 1) * 7919) % 12_400}.${String((index * 37) % 100).padStart(2, '0')}`,
    daysLate: status === 'late' ? 30 - index : 0,
    status,
  }
})
