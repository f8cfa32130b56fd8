/** Invoices of any length whose figures agree; each with its own number, buyer and words. */
import type { Invoice } from '#einvoice'
import { sampleInvoice, sampleLine } from '../src/templates/sample.fixture.ts'

/** Of one line; VAT of it at 20 %. */
const LINE_EUROS = 1780
const VAT_EUROS = 356

export function invoiceOf(lines: number, made = 1): Invoice {
  const net = `${LINE_EUROS * lines}.00`
  const vat = `${VAT_EUROS * lines}.00`
  const gross = `${(LINE_EUROS + VAT_EUROS) * lines}.00`
  return {
    ...sampleInvoice,
    number: `F2026-${String(made).padStart(5, '0')}`,
    buyer: { ...sampleInvoice.buyer, name: `Menuiseries ${made} du Pont` },
    lines: Array.from({ length: lines }, (_, index) =>
      sampleLine(index + 1, `Bibliothèque murale en chêne, travée ${index + 1} de ${made}`),
    ),
    vatBreakdown: [{ category: 'S', rate: '20.00', taxableAmount: net, taxAmount: vat }],
    totals: { lineNet: net, net, vat, gross, due: gross },
  }
}
