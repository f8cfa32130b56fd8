/** What a draft would become if it were issued now: the document, its instalments, and everything that still forbids it. */
import type { CompanyRow } from '#company'
import type { CustomerRow } from '#customers'
import { type Day, laterOf } from '#core/day'
import { type Locale, textsOf } from '#core/text'
import { GUIDELINES } from '#einvoice'
import { Refusal } from '#core/refusal'
import type { ReadContext } from '#platform/context'
import { describeTerms, type Instalment, instalments } from '#terms'
import { treatment } from '#vat'
import { type DraftLine, lineVat, priceDraft, type StoredInvoice } from './draft.ts'
import { addressOf, companyFacts, customerFacts } from './facts.ts'
import { loadParties, type Parties, termsOf } from './paper.ts'
import type { DocumentFacts } from './rules/document-facts.ts'
import type { Totals } from './rules/totals.ts'
import { findInvoice } from './store.ts'

export type Assembly = {
  readonly company: CompanyRow
  readonly customer: CustomerRow
  readonly locale: Locale
  readonly totals: Totals
  readonly instalments: readonly Instalment[]
  /** Everything but the number, which only issuing gives. */
  readonly facts: Omit<DocumentFacts, 'number'>
  readonly creditedInvoice: StoredInvoice | undefined
}

/** Gathers what the draft is made of. Refuses by name when it has no customer or no line. */
export async function assemble(
  context: ReadContext,
  draft: StoredInvoice,
  lines: readonly DraftLine[],
  issuedOn: Day,
  { creditTotals, parties }: { creditTotals?: Totals | undefined; parties?: Parties } = {},
): Promise<Assembly> {
  if (draft.customer_id === null) throw new Refusal('invoice_without_customer', { field: 'customerId' })
  if (lines.length === 0) throw new Refusal('invoice_without_lines', { field: 'lines' })
  const { company, contacts, customer } = parties ?? (await loadParties(context, draft.customer_id))
  if (!customer) throw new Refusal('customer_unknown', { field: 'customerId' })
  const creditedInvoice = draft.credited_invoice_id === null ? undefined : await findInvoice(context, draft.credited_invoice_id)
  const locale = customer.language as Locale
  const totals = creditTotals ?? priceDraft(lines)
  const { options } = draft
  const terms = draft.kind === 'credit_note' ? undefined : termsOf(options.paymentTerms, customer, company)
  const due = terms === undefined ? [] : instalments(totals.grossCents, issuedOn, options.deliveredOn ?? undefined, terms)
  const buyerReference = options.buyerReference || customer.buyer_reference
  const facts: Omit<DocumentFacts, 'number'> = {
    kind: draft.kind,
    guideline: GUIDELINES['EN 16931'],
    issuedOn,
    locale,
    currency: 'EUR',
    company: companyFacts(company),
    customer: customerFacts(customer, contacts),
    lines: lines.map((line, index) => ({
      id: String(index + 1),
      name: line.name,
      ...(line.description === '' ? {} : { description: line.description }),
      nature: line.nature,
      unit: line.unit,
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      discountBasisPoints: line.discount,
      vat: vatOf(line.vatCode, locale),
    })),
    documentDiscounts: [],
    totals,
    // A due day before the issue has no meaning: terms counted from an early delivery fall due at once.
    instalments: due.map(({ amountCents, dueOn }) => ({ amountCents, dueOn: laterOf(dueOn, issuedOn) })),
    ...(terms === undefined ? {} : { termsText: describeTerms(terms, locale) }),
    ...(creditedInvoice?.number && creditedInvoice.issued_on
      ? { precedingInvoices: [{ number: creditedInvoice.number, issuedOn: creditedInvoice.issued_on }] }
      : {}),
    ...deliveryOf(draft, customer),
    ...(buyerReference === '' ? {} : { buyerReference }),
    ...(options.orderReference === '' ? {} : { orderNumber: options.orderReference }),
    ...(options.note === '' ? {} : { message: options.note }),
  }
  return { company, customer, locale, totals, instalments: facts.instalments, facts, creditedInvoice }
}

function vatOf(code: string, locale: Locale): DocumentFacts['lines'][number]['vat'] {
  const row = treatment(code)
  return { ...lineVat(row), requires: row.requires, ...(row.wording === undefined ? {} : { wording: textsOf(row.wording, locale) }) }
}

function deliveryOf({ options }: StoredInvoice, customer: CustomerRow): Pick<DocumentFacts, 'delivery'> {
  const wished = options.deliveryAddress ?? (customer.delivery_address as unknown as typeof options.deliveryAddress)
  const delivery = {
    ...(options.deliveredOn === null ? {} : { deliveredOn: options.deliveredOn }),
    ...(wished === null ? {} : { address: addressOf(wished) }),
  }
  return Object.keys(delivery).length === 0 ? {} : { delivery }
}
