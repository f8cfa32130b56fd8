/** What still keeps a document from being issued, each by its name and its field: the screen shows all of it, `buildDocument` refuses on the first. */
import { areaOf, isOverseasDepartment } from '#core/area'
import type { RefusalFacts } from '#core/refusal'
import type { VatCategory } from '#einvoice'
import type { Requirement } from '#vat'
import type { DocumentFacts } from './document-facts.ts'
import { flowOf } from './frame.ts'

export type Missing = { readonly code: string; readonly field: string; readonly facts?: RefusalFacts }

export function missingFacts(facts: DocumentFacts): readonly Missing[] {
  return [...missingOfParties(facts), ...missingOfLines(facts), ...missingOfDocument(facts)]
}

function missingOfParties({ company, customer }: DocumentFacts): Missing[] {
  const missing: Missing[] = []
  // BR-FR-10, BR-FR-11 and BR-FR-13.
  if (!/^\d{9}$/.test(company.siren)) missing.push({ code: 'company_siren_missing', field: 'company.siren' })
  if (flowOf({ kind: customer.kind, country: customer.address.country }) === 'B2B' && !/^\d{9}$/.test(customer.siren ?? '')) {
    missing.push({ code: 'customer_siren_missing', field: 'customer.siren' })
  }
  if (!isWholeAddress(company)) missing.push({ code: 'company_address_missing', field: 'company.address' })
  if (!isWholeAddress(customer)) missing.push({ code: 'customer_address_missing', field: 'customer.address' })
  return missing
}

/** CGI ann. II art. 242 nonies A, I, 1°: the full name and address of both. */
function isWholeAddress({ name, address }: { readonly name: string; readonly address: DocumentFacts['company']['address'] }): boolean {
  return [name, address.line1, address.city, address.country].every((part) => (part ?? '').trim() !== '')
}

function missingOfLines(facts: DocumentFacts): Missing[] {
  const seen = new Set<Requirement>()
  const missing: Missing[] = []
  for (const [index, line] of facts.lines.entries()) {
    if (line.name.trim() === '') missing.push({ code: 'line_name_missing', field: `lines.${index}.name` })
    for (const requirement of line.vat.requires) {
      if (seen.has(requirement)) continue
      seen.add(requirement)
      const code = MISSING_FOR[requirement](facts, line.vat.category)
      if (code !== undefined) missing.push({ code, field: `lines.${index}.vat`, facts: { treatment: line.vat.code } })
    }
  }
  return missing
}

/** Says what is missing for each requirement of a VAT treatment, or nothing. */
const MISSING_FOR: Record<Requirement, (facts: DocumentFacts, category: VatCategory) => string | undefined> = {
  seller_vat_number: ({ company }) => (company.vatNumber === undefined ? 'company_vat_number_missing' : undefined),
  buyer_vat_number: ({ customer }) => (customer.vatNumber === undefined ? 'customer_vat_number_missing' : undefined),
  delivery_country: (facts, category) => (leavesAs(category, facts) ? undefined : 'delivery_country_not_of_treatment'),
  // Nothing said means the day of issue (CGI ann. II art. 242 nonies A, I, 10°).
  delivery_day: () => undefined,
  // BR-O-11 to BR-O-14: what is out of scope stands alone.
  no_vat_numbers: ({ lines }) => (lines.every((line) => line.vat.category === 'O') ? undefined : 'vat_out_of_scope_mixed'),
  credit_note: ({ kind }) => (kind === 'credit_note' ? undefined : 'vat_treatment_of_credit_notes'),
}

/** Goods for the Union (K) went to the Union; exports (G) went beyond it, or overseas. */
function leavesAs(category: string, { delivery, customer }: DocumentFacts): boolean {
  const { country } = delivery?.address ?? customer.address
  if (category === 'K') return areaOf(country) === 'eu'
  return areaOf(country) === 'abroad' || isOverseasDepartment(country)
}

function missingOfDocument({ kind, lines, instalments, precedingInvoices, issuedOn, totals }: DocumentFacts): Missing[] {
  const missing: Missing[] = []
  if (lines.length === 0) missing.push({ code: 'invoice_without_lines', field: 'lines' })
  // A document that asks less than nothing is a credit note.
  if (totals.grossCents < 0n) missing.push({ code: 'total_negative', field: 'lines' })
  if (kind === 'invoice' && instalments.length === 0) missing.push({ code: 'due_day_missing', field: 'terms' })
  // BR-FR-CO-07 and BR-FR-CO-05.
  if (instalments.some(({ dueOn }) => dueOn < issuedOn)) missing.push({ code: 'due_before_issue', field: 'terms' })
  const credited = precedingInvoices ?? []
  if (kind === 'credit_note' && (credited.length === 0 || credited.some((invoice) => invoice.issuedOn === undefined))) {
    missing.push({ code: 'credited_invoice_missing', field: 'precedingInvoices' })
  }
  return missing
}
