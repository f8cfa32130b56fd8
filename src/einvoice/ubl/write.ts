import { type Level, LEVELS } from '../binding/rows.ts'
import { writeContent } from '../binding/write.ts'
import { levelOf, profileOf } from '../guidelines.ts'
import type { Invoice, ReadInvoice } from '../model.ts'
import { UBL, UBL_NAMESPACES } from './table.ts'

/** Documents that give money back are credit notes in UBL; all others are invoices (UNTDID 1001 as EN 16931 splits it). */
const CREDIT_NOTES = new Set(['81', '83', '261', '262', '296', '308', '381', '396', '420', '458', '502', '503', '532'])

export const isCreditNote = (typeCode: string | undefined): boolean => CREDIT_NOTES.has(typeCode?.trim() ?? '')

/**
 * The invoice as UBL 2.1: a CreditNote when its type says so, an Invoice otherwise. Figures are written as the model holds them, never
 * recomputed. Fields beyond EN 16931 are written only under an extended guideline.
 */
export function writeUbl(invoice: Invoice | ReadInvoice, level: Level = levelOf(profileOf(invoice.guideline))): string {
  const root = isCreditNote(invoice.typeCode) ? 'CreditNote' : 'Invoice'
  const currencies = { currency: invoice.currency, vatCurrency: invoice.vatCurrency }
  const inner = writeContent(UBL[root], invoice, { invoice, currencies, level: LEVELS.indexOf(level) })
  const { cac, cbc } = UBL_NAMESPACES
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${UBL_NAMESPACES[root]}" xmlns:cac="${cac}" xmlns:cbc="${cbc}">${inner}</${root}>\n`
}
