/** For tests: invoices, customers and lines said in a few words. */
import { parseDay } from '#core/day'
import { parseMoney } from '#core/money'
import type { LineFacts, OpenInvoice } from './model.ts'
import { openBook, type OpenBookFacts } from './open-book.ts'

export const CUSTOMERS = [
  { customerId: 'bihan', name: 'Menuiseries Le Bihan' },
  { customerId: 'goff', name: 'SARL Le Goff Rénovation' },
  { customerId: 'mairie', name: 'Commune de Saint-Malo' },
]

export function owes(number: string, amount: string, customerId = 'bihan', dueOn = '2026-03-31'): OpenInvoice {
  const openCents = parseMoney(amount)
  return {
    invoiceId: `id of ${number}`,
    number,
    customerId,
    issuedOn: parseDay('2026-03-01'),
    openCents,
    instalments: [{ dueOn: parseDay(dueOn), openCents }],
  }
}

export function inInstalments(
  number: string,
  parts: readonly (readonly [dueOn: string, amount: string])[],
  customerId = 'bihan',
): OpenInvoice {
  const instalments = parts.map(([dueOn, amount]) => ({ dueOn: parseDay(dueOn), openCents: parseMoney(amount) }))
  const whole = owes(number, '1', customerId)
  return {
    ...whole,
    instalments,
    openCents: instalments.reduce((total, { openCents }) => (total + openCents) as typeof openCents, parseMoney('0')),
  }
}

export const book = (invoices: readonly OpenInvoice[], more: Partial<OpenBookFacts> = {}) =>
  openBook({ invoices, customers: CUSTOMERS, marks: [], typedPayments: [], ...more })

export const line = (text: string, amount: string, more: Partial<LineFacts> = {}): LineFacts => ({
  amountCents: parseMoney(amount),
  bookedOn: parseDay('2026-04-10'),
  texts: [text],
  references: [],
  returned: false,
  ...more,
})
