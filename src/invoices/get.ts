import type { z } from 'zod'
import { moneyText, sum, toCents } from '#core/money'
import { quantityText, rateText, unitPriceText } from '#core/quantity'
import { Refusal } from '#core/refusal'
import { type Locale, textsOf } from '#core/text'
import { checkInvoice } from '#einvoice'
import type { OperationsOf } from '#platform/api'
import type { ReadContext } from '#platform/context'
import { type CustomerKind, treatment } from '#vat'
import { assemble, type Assembly } from './assemble.ts'
import type { invoiceOut, invoicesContract } from './contract.ts'
import { draftLine, priceDraft, type StoredInvoice } from './draft.ts'
import { buildDocument } from './rules/build-document.ts'
import { missingFacts } from './rules/document-missing.ts'
import { draftWarnings } from './rules/draft-warnings.ts'
import { blankPaper, customerStanding, loadParties, paperOf, type Parties } from './paper.ts'
import { printingWarnings } from './printing-warnings.ts'
import { settlementsOf } from './settlements.ts'
import { stateOf } from './state.ts'
import { creditNotesOf, findInvoice, itemsOf, type LineRow, linesOf } from './store.ts'
import { refusals, texts } from './texts.ts'

type Operations = OperationsOf<typeof invoicesContract>
type InvoiceOut = z.input<typeof invoiceOut>

/** A number for judging a draft that has none yet. */
const NUMBER_TO_COME = 'X'

export const blank: Operations['blank'] = async (context) => ({ paper: await blankPaper(context), today: context.today })

export const getInvoice: Operations['get'] = (context, { id }) => presentInvoice(context, id)

/** One document as the editor and the API show it; a draft tells what issuing would print and refuse. */
export async function presentInvoice(context: ReadContext, invoiceId: string): Promise<InvoiceOut> {
  const stored = await findInvoice(context, invoiceId)
  if (!stored) throw new Refusal('not_found', { status: 404 })
  const lines = await linesOf(context, invoiceId)
  const notes = stored.kind === 'invoice' && stored.status === 'issued' ? await creditNotesOf(context, invoiceId) : []
  const credited = stored.credited_invoice_id === null ? undefined : await findInvoice(context, stored.credited_invoice_id)
  const standing = await standingOf(context, stored, notes)
  const parties = await loadParties(context, stored.customer_id)
  const preview = stored.status === 'draft' ? await previewOf(context, stored, lines, parties) : issuedView(stored)
  return {
    id: stored.id,
    kind: stored.kind,
    version: stored.version,
    number: stored.number,
    customerId: stored.customer_id,
    customerName: stored.customer_name,
    deliveredOn: stored.options.deliveredOn,
    deliveryAddress: stored.options.deliveryAddress,
    orderReference: stored.options.orderReference,
    buyerReference: stored.options.buyerReference,
    paymentTerms: stored.options.paymentTerms === null ? null : [...stored.options.paymentTerms],
    note: stored.options.note,
    lines: lines.map(presentLine),
    ...standing,
    creditedInvoice: credited?.number ? { id: credited.id, number: credited.number } : null,
    creditNotes: notes.map((note) => ({ id: note.id, number: note.number, total: moneyText(toCents(note.total_cents)) })),
    updatedAt: stored.updated_at.toISOString(),
    paper: paperOf(stored, parties, context.locale),
    customer: await customerStanding(context, parties),
    ...preview,
    // A draft's instalments are those it would have; an issued one's are those it has.
    instalments: stored.status === 'draft' ? preview.instalments : standing.instalments,
    issuedOn: stored.issued_on ?? stored.options.issuedOn,
  }
}

function presentLine(row: LineRow): InvoiceOut['lines'][number] {
  const line = draftLine(row)
  return {
    id: row.id,
    itemId: line.itemId,
    name: line.name,
    description: line.description,
    nature: line.nature,
    quantity: quantityText(line.quantity),
    unit: line.unit,
    unitPrice: unitPriceText(line.unitPrice),
    discount: rateText(line.discount),
    vatCode: line.vatCode,
    net: moneyText(toCents(row.net_cents)),
    creditedLineId: line.creditedLineId,
  }
}

async function standingOf(context: ReadContext, stored: StoredInvoice, notes: Awaited<ReturnType<typeof creditNotesOf>>) {
  const items = stored.status === 'issued' ? await itemsOf(context, stored.id) : []
  const openCents = sum(items.map((item) => toCents(item.open_cents)))
  const lateSince = stored.kind === 'invoice' ? (items.find((item) => item.open_cents > 0n)?.due_on ?? null) : null
  const creditedCents = notes.reduce((total, note) => total + (note.status === 'issued' ? note.total_cents : 0n), 0n)
  const fullyCredited = stored.kind === 'invoice' && stored.total_cents > 0n && creditedCents >= stored.total_cents
  return {
    state: stateOf({ kind: stored.kind, status: stored.status, openCents, lateSince, fullyCredited }, context.today),
    open: moneyText(openCents),
    settlements: await settlementsOf(
      context,
      items.map((item) => item.id),
    ),
    instalments: items.map((item) => ({
      dueOn: item.due_on,
      amount: moneyText(toCents(item.amount_cents)),
      open: moneyText(toCents(item.open_cents)),
    })),
  }
}

type Preview = Pick<InvoiceOut, 'totals' | 'instalments' | 'mentions' | 'failures' | 'warnings'>

function issuedView(stored: StoredInvoice): Preview {
  const { document } = stored
  if (document === null) throw new Error('an issued invoice has its document')
  return {
    totals: {
      net: document.totals.net,
      vat: document.totals.vat,
      total: document.totals.gross,
      groups: document.vatBreakdown.map((row) => ({
        category: row.category,
        rate: row.rate ?? '0',
        net: row.taxableAmount,
        vat: row.taxAmount,
        wording: row.exemptionReason ?? null,
      })),
    },
    instalments: [],
    mentions: mentionsIn(document, stored.options.note),
    failures: [],
    warnings: [],
  }
}

/** Of the notes, those of the law: not the kind of flow, nor the seller's registration or the message, which stand elsewhere on the paper. */
function mentionsIn(document: NonNullable<StoredInvoice['document']>, message: string): string[] {
  const elsewhere = new Set(['BAR', 'REG', 'ABL'])
  return document.notes
    .filter((note) => !elsewhere.has(note.subject ?? '') && (note.subject !== undefined || note.text !== message))
    .map((note) => note.text)
}

async function previewOf(context: ReadContext, stored: StoredInvoice, rows: readonly LineRow[], parties: Parties): Promise<Preview> {
  const lines = rows.map(draftLine)
  const groups = priceDraft(lines).groups.map((group) => {
    const wording = group.codes[0] === undefined ? undefined : treatment(group.codes[0]).wording
    return {
      category: group.category,
      rate: rateText(group.rateBasisPoints),
      net: moneyText(group.netCents),
      vat: moneyText(group.vatCents),
      wording: wording === undefined ? null : textsOf(wording, context.locale),
    }
  })
  const totals = {
    net: moneyText(stored.net_cents),
    vat: moneyText(stored.vat_cents),
    total: moneyText(stored.total_cents),
    groups,
  }
  const printing = printingWarnings(stored, lines, context.locale)
  if (stored.customer_id === null || lines.length === 0) return { totals, instalments: [], mentions: [], failures: [], warnings: printing }
  const issuedOn = stored.options.issuedOn ?? context.today
  const assembly = await assemble(context, stored, lines, issuedOn, { parties })
  const { warnings, ...verdict } = judged(context, assembly, stored.options.note)
  return { totals, ...verdict, warnings: [...secondLooks(assembly, context.locale), ...warnings, ...printing] }
}

function secondLooks({ customer, facts, instalments, totals }: Assembly, locale: Locale): Preview['warnings'] {
  const warnings = draftWarnings({
    kind: facts.kind,
    customerKind: customer.kind as CustomerKind,
    issuedOn: facts.issuedOn,
    deliveredOn: facts.delivery?.deliveredOn ?? null,
    totalCents: totals.grossCents,
    dueDays: instalments.map(({ dueOn }) => dueOn),
  })
  return warnings.map((warning) => ({ field: warning.field, sentence: texts[locale].secondLook(warning) }))
}

/** The verdict that the finished file would get: what forbids issuing, and what does not. */
function judged(context: ReadContext, assembly: Assembly, message: string): Omit<Preview, 'totals'> {
  const facts = { ...assembly.facts, number: NUMBER_TO_COME }
  const instalments = assembly.instalments.map(({ amountCents, dueOn }) => ({
    dueOn,
    amount: moneyText(amountCents),
    open: moneyText(amountCents),
  }))
  const missing = missingFacts(facts).map(({ code, facts: details, field }) => {
    const sentence = refusals[context.locale][code]
    return { rule: code, field, sentence: typeof sentence === 'function' ? sentence(details ?? {}) : (sentence ?? code) }
  })
  if (missing.length > 0) return { instalments, mentions: [], failures: missing, warnings: [] }
  const document = buildDocument(facts)
  const verdict = checkInvoice(document)
  return {
    instalments,
    mentions: mentionsIn(document, message),
    failures: verdict
      .filter(({ severity }) => severity === 'fatal')
      .map((failure) => ({ rule: failure.rule, field: failure.path, sentence: failure[context.locale] })),
    warnings: verdict
      .filter(({ severity }) => severity === 'warning')
      .map((failure) => ({ field: failure.path, sentence: failure[context.locale] })),
  }
}
