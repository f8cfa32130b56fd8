import { type Level, LEVELS } from '../binding/rows.ts'
import { writeContent } from '../binding/write.ts'
import { levelOf, profileOf } from '../guidelines.ts'
import type { Invoice, ReadInvoice } from '../model.ts'
import { CII, CII_NAMESPACES } from './table.ts'

const NAMESPACES = Object.entries(CII_NAMESPACES)
  .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
  .join('')

/**
 * The invoice as UN/CEFACT Cross Industry Invoice D22B, with what the profile of its guideline may hold; an unknown guideline is taken for a
 * use of EN 16931. Figures are written as the model holds them, never recomputed. It writes whatever it is given: the rules say whether
 * that is right.
 */
export function writeCii(invoice: Invoice | ReadInvoice, level: Level = levelOf(profileOf(invoice.guideline))): string {
  const currencies = { currency: invoice.currency, vatCurrency: invoice.vatCurrency }
  const inner = writeContent(CII, invoice, { invoice, currencies, level: LEVELS.indexOf(level) })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rsm:CrossIndustryInvoice${NAMESPACES}>${inner}</rsm:CrossIndustryInvoice>\n`
}
