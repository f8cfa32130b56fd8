import type { Day } from '#core/day'
import { toCents } from '#core/money'
import { parseQuantity, parseRate, type Quantity } from '#core/quantity'
import { parseMoney } from '#core/money'
import { Refusal } from '#core/refusal'
import type { OperationsOf } from '#platform/api'
import type { ReadContext, WriteContext } from '#platform/context'
import { treatment } from '#vat'
import type { invoicesContract } from './contract.ts'
import { draftLine, type DraftLine, lineVat, NO_OPTIONS, type StoredInvoice, withNets } from './draft.ts'
import { getInvoice } from './get.ts'
import { type Credit, type CreditRequest, type InvoicedDocument, makeCredit } from './rules/credit.ts'
import type { PreviousCredit, TaxedGroup } from './rules/credit-left.ts'
import type { Totals } from './rules/totals.ts'
import { insertDraft, insertLines, issuedCreditsOf, type LineRow, linesOf, lockInvoice, replaceLines } from './store.ts'

type Operations = OperationsOf<typeof invoicesContract>

/** A draft credit note against an issued invoice: for all that is left of it, or for some of its lines. */
export const credit: Operations['credit'] = async (context, { id, lines, reason }) => {
  // Held so that two credit notes of one invoice are made one after the other.
  const invoice = await lockInvoice(context, id)
  if (!invoice) throw new Refusal('not_found', { status: 404 })
  if (invoice.kind === 'credit_note') throw new Refusal('invoice_is_credit_note')
  if (invoice.status !== 'issued') throw new Refusal('invoice_not_issued', { status: 409 })
  const invoiceLines = await linesOf(context, id)
  const request: CreditRequest =
    lines === undefined ? { kind: 'all' } : { kind: 'lines', lines: lines.map((line) => wished(line, invoiceLines)) }
  const made = await creditOf(context, invoice, invoiceLines, request, context.today)
  const noteId = context.newId()
  await insertDraft(context, {
    id: noteId,
    kind: 'credit_note',
    customerId: invoice.customer_id,
    customerName: invoice.customer_name,
    options: {
      ...NO_OPTIONS,
      note: reason,
      orderReference: invoice.options.orderReference,
      buyerReference: invoice.options.buyerReference,
    },
    creditedInvoiceId: id,
    netCents: made.totals.netCents,
    vatCents: made.totals.vatCents,
    totalCents: made.totals.grossCents,
  })
  await insertLines(context, noteId, withNets(noteLines(made, invoiceLines), made.totals))
  return getInvoice(context, { id: noteId })
}

/** At issue the credit is made again from what is left now: another credit note may have been issued since the draft. */
export async function recomputeCredit(
  context: WriteContext,
  draft: StoredInvoice,
  issuedOn: Day,
): Promise<{ lines: DraftLine[]; totals: Totals }> {
  const invoice = draft.credited_invoice_id === null ? undefined : await lockInvoice(context, draft.credited_invoice_id)
  if (!invoice) throw new Error('a credit note has its invoice')
  const invoiceLines = await linesOf(context, invoice.id)
  const wanted = (await linesOf(context, draft.id)).filter((line) => line.credited_line_id !== null)
  const made = await creditOf(context, invoice, invoiceLines, requestOf(wanted, invoiceLines), issuedOn)
  const lines = noteLines(made, invoiceLines)
  await replaceLines(context, draft.id, withNets(lines, made.totals))
  return { lines, totals: made.totals }
}

/** A note that takes back every line whole is the mirror of its invoice; otherwise each line by the quantity kept in the draft. */
function requestOf(wanted: readonly LineRow[], invoiceLines: readonly LineRow[]): CreditRequest {
  const whole =
    wanted.length === invoiceLines.length &&
    wanted.every((line) => invoiceLines.find((each) => each.id === line.credited_line_id)?.quantity_e4 === line.quantity_e4)
  if (whole) return { kind: 'all' }
  return { kind: 'lines', lines: wanted.map((line) => ({ lineId: line.credited_line_id ?? '', quantity: line.quantity_e4 as Quantity })) }
}

function wished(line: { lineId: string; quantity?: Quantity | undefined }, invoiceLines: readonly LineRow[]) {
  const whole = invoiceLines.find((each) => each.id === line.lineId)?.quantity_e4 as Quantity | undefined
  return { lineId: line.lineId, quantity: line.quantity ?? whole ?? parseQuantity('1') }
}

async function creditOf(
  context: ReadContext,
  invoice: StoredInvoice,
  invoiceLines: readonly LineRow[],
  request: CreditRequest,
  issuedOn: Day,
): Promise<Credit> {
  if (invoice.document === null || invoice.issued_on === null) throw new Refusal('invoice_not_issued', { status: 409 })
  const invoiced: InvoicedDocument = {
    issuedOn: invoice.issued_on,
    documentDiscounts: [],
    groups: groupsOf(invoice.document.vatBreakdown),
    lines: invoiceLines.map((row) => {
      const line = draftLine(row)
      return {
        id: row.id,
        quantity: line.quantity,
        unitPrice: line.unitPrice,
        discountBasisPoints: line.discount,
        vat: lineVat(treatment(line.vatCode)),
        netCents: toCents(row.net_cents),
      }
    }),
  }
  return makeCredit(invoiced, await previousCredits(context, invoice.id), request, issuedOn)
}

async function previousCredits(context: ReadContext, invoiceId: string): Promise<PreviousCredit[]> {
  const notes = await issuedCreditsOf(context, invoiceId)
  return notes.map(({ document, lines }) => ({
    groups: groupsOf(document.vatBreakdown),
    lines: lines.map((line) => ({
      lineId: line.credited_line_id ?? '',
      quantity: line.quantity_e4 as Quantity,
      givenBackCents: toCents(line.net_cents),
    })),
  }))
}

function groupsOf(breakdown: NonNullable<StoredInvoice['document']>['vatBreakdown']): TaxedGroup[] {
  return breakdown.map((row) => ({
    category: row.category,
    rateBasisPoints: parseRate(row.rate ?? '0'),
    ...(row.exemptionCode === undefined ? {} : { exemptionCode: row.exemptionCode }),
    netCents: parseMoney(row.taxableAmount),
    vatCents: parseMoney(row.taxAmount),
  }))
}

/** The lines of the note, named and described as those they take back. */
function noteLines(made: Credit, invoiceLines: readonly LineRow[]): DraftLine[] {
  return made.lines.map((line) => {
    const source = invoiceLines.find((each) => each.id === line.lineId)
    if (!source) throw new Error(`line ${line.lineId} is not of the invoice`)
    return {
      ...draftLine(source),
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      discount: line.discountBasisPoints ?? parseRate('0'),
      creditedLineId: line.lineId,
    }
  })
}
