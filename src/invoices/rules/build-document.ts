/** From the facts to the one form in which an issued document is stored, drawn and written as XML. */
import { Refusal } from '#core/refusal'
import { formatDay, formatMoney } from '#core/text'
import type { Invoice, Note } from '#einvoice'
import type { DocumentFacts } from './document-facts.ts'
import { breakdownOf, discountsOf, linesOf, totalsOf } from './document-lines.ts'
import { missingFacts } from './document-missing.ts'
import { buyerOf, formAndCapital, isOutOfScope, registration, sellerOf } from './document-parties.ts'
import { flowOf, invoicingFrame } from './frame.ts'
import { mentionsOf } from './mentions.ts'

/** Refuses by name when the law or the e-invoice rules want a fact that is missing. */
export function buildDocument(facts: DocumentFacts): Invoice {
  const [missing] = missingFacts(facts)
  if (missing) throw new Refusal(missing.code, { field: missing.field, ...(missing.facts === undefined ? {} : { facts: missing.facts }) })
  const allowancesCharges = discountsOf(facts)
  return {
    guideline: facts.guideline,
    frame: invoicingFrame(facts.lines.map((line) => line.nature)),
    number: facts.number,
    issuedOn: facts.issuedOn,
    typeCode: facts.kind === 'invoice' ? '380' : '381',
    currency: facts.currency,
    ...vatPointOf(facts),
    dueOn: facts.instalments.at(-1)?.dueOn ?? facts.issuedOn,
    ...referencesOf(facts),
    ...termsOf(facts),
    notes: notesOf(facts),
    ...(facts.precedingInvoices === undefined ? {} : { precedingInvoices: facts.precedingInvoices }),
    seller: sellerOf(facts),
    buyer: buyerOf(facts),
    ...deliveryOf(facts),
    ...(facts.period === undefined ? {} : { period: facts.period }),
    ...paymentOf(facts),
    ...(allowancesCharges.length === 0 ? {} : { allowancesCharges }),
    vatBreakdown: breakdownOf(facts),
    totals: totalsOf(facts),
    lines: linesOf(facts),
  }
}

/** CGI art. 269, 2: goods when delivered, services when paid unless the company opted for debits. One code for all: with services, theirs. */
function vatPointOf({ company, lines }: DocumentFacts): Pick<Invoice, 'vatPointCode'> {
  const taxed = lines.filter((line) => line.vat.category === 'S')
  if (taxed.length === 0) return {}
  if (taxed.every((line) => line.nature === 'goods')) return { vatPointCode: '29' }
  return { vatPointCode: company.vatOnDebits ? '5' : '72' }
}

function referencesOf({ buyerReference, orderNumber, contractNumber }: DocumentFacts): Partial<Invoice> {
  return {
    ...(buyerReference === undefined ? {} : { buyerReference }),
    ...(orderNumber === undefined ? {} : { orderReference: orderNumber }),
    ...(contractNumber === undefined ? {} : { contractReference: contractNumber }),
  }
}

/** BT-20: the terms, and each instalment when there are several, since BT-9 holds only the last day. */
function termsOf({ termsText, instalments, locale, currency }: DocumentFacts): Pick<Invoice, 'paymentTerms'> {
  const each = instalments.map(({ dueOn, amountCents }) =>
    locale === 'fr'
      ? `${formatMoney(amountCents, locale, currency)} le ${formatDay(dueOn, locale)}`
      : `${formatMoney(amountCents, locale, currency)} on ${formatDay(dueOn, locale)}`,
  )
  const parts = [termsText, instalments.length > 1 ? each.join(' ; ') : undefined].filter((part) => part !== undefined)
  if (parts.length === 0) return {}
  return { paymentTerms: parts.join(locale === 'fr' ? ' : ' : ': ') }
}

function notesOf(facts: DocumentFacts): readonly Note[] {
  const { company, customer, issuedOn, locale, earlyPaymentDiscount, message } = facts
  const form = formAndCapital(company)
  const registered = registration(company)
  const vatNumber = isOutOfScope(facts) && company.vatNumber !== undefined ? ` – TVA ${company.vatNumber}` : ''
  return [
    ...mentionsOf({
      customerKind: customer.kind,
      on: issuedOn,
      locale,
      vatOnDebits: company.vatOnDebits && facts.lines.some((line) => line.nature === 'service'),
      ...(earlyPaymentDiscount === undefined ? {} : { earlyPaymentDiscount }),
      ...(company.ownMentions === undefined ? {} : { ownTexts: company.ownMentions }),
    }),
    ...(form === undefined ? [] : [{ subject: 'REG', text: form }]),
    ...(registered === undefined ? [] : [{ subject: 'ABL', text: registered + vatNumber }]),
    { subject: 'BAR', text: flowOf({ kind: customer.kind, country: customer.address.country }) },
    ...(message === undefined ? [] : [{ text: message }]),
  ]
}

/** Goods that leave France must say where they went and when (BR-IC-11, BR-IC-12): to the customer and on the day of issue unless told. */
function deliveryOf({ delivery, lines, customer, issuedOn }: DocumentFacts): Pick<Invoice, 'delivery'> {
  const leavesFrance = lines.some((line) => line.vat.requires.includes('delivery_country'))
  if (!leavesFrance) return delivery === undefined ? {} : { delivery }
  return { delivery: { deliveredOn: issuedOn, address: customer.address, ...delivery } }
}

/** 58 is the SEPA credit transfer (UNTDID 4461). A credit note asks for no payment. */
function paymentOf({ kind, company, number }: DocumentFacts): Pick<Invoice, 'payment'> {
  if (kind === 'credit_note' || company.iban === undefined) return {}
  const { iban, bic, name } = company
  return { payment: { meansCode: '58', remittance: number, iban, accountName: name, ...(bic === undefined ? {} : { bic }) } }
}
