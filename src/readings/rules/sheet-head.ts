import type { Shown } from './shown-invoice.ts'
import type { Field } from './spots.ts'
import { dayShown, type Found, joined } from './wording.ts'
import type { Words } from './words.ts'

/** Dates, then what the invoice refers to, then under which rules it was written. */
export function headFields(shown: Shown, { locale, spots, texts }: Words): Field[] {
  const { field } = spots
  const day = (found: Found): string => dayShown(found, locale)
  const labels = texts.head
  return [
    field('issuedOn', labels.issuedOn, day(shown.issuedOn)),
    field('dueOn', labels.dueOn, day(shown.dueOn)),
    field('delivery.deliveredOn', labels.deliveredOn, day(shown.delivery?.deliveredOn)),
    field('period', labels.period, periodShown(shown.period, day)),
    field('vatPointOn', labels.vatPointOn, day(shown.vatPointOn)),
    field('vatPointCode', labels.vatPointCode, texts.vatPoints[shown.vatPointCode ?? ''] ?? shown.vatPointCode ?? ''),
    field('orderReference', labels.orderReference, shown.orderReference ?? ''),
    field('buyerReference', labels.buyerReference, shown.buyerReference ?? ''),
    field('contractReference', labels.contractReference, shown.contractReference ?? ''),
    field('projectReference', labels.projectReference, shown.projectReference ?? ''),
    field('sellerOrderReference', labels.sellerOrderReference, shown.sellerOrderReference ?? ''),
    field('receivingAdviceReference', labels.receivingAdviceReference, shown.receivingAdviceReference ?? ''),
    field('despatchAdviceReference', labels.despatchAdviceReference, shown.despatchAdviceReference ?? ''),
    field('tenderReference', labels.tenderReference, shown.tenderReference ?? ''),
    field('invoicedObject', labels.invoicedObject, shown.invoicedObject?.value ?? ''),
    field('buyerAccountingReference', labels.buyerAccountingReference, shown.buyerAccountingReference ?? ''),
    ...precedingFields(shown, day, labels.precedingInvoice, spots),
    field('frame', labels.frame, frameShown(shown.frame, texts)),
    field('currency', labels.currency, joined([shown.currency], '')),
    field('vatCurrency', labels.vatCurrency, shown.vatCurrency ?? ''),
    field('guideline', labels.guideline, shown.guideline ?? ''),
  ]
}

/** At least one place, so that a reference that is missing can be missed there. */
function precedingFields(
  { precedingInvoices = [] }: Shown,
  day: (found: Found) => string,
  label: string,
  { field }: Words['spots'],
): Field[] {
  const [first, ...others] = precedingInvoices
  const text = (each: typeof first) => joined([each?.number, day(each?.issuedOn)], ' · ')
  return [
    field('precedingInvoices', label, text(first), ['precedingInvoices.0']),
    ...others.map((each, index) => field(`precedingInvoices.${index + 1}`, label, text(each))),
  ]
}

export function periodShown(period: { from?: Found; to?: Found } | undefined, day: (found: Found) => string): string {
  return joined([day(period?.from), day(period?.to)], ' → ')
}

/** `S1`: what is sold, then the code one corrects by. */
function frameShown(frame: Found, { frames }: Words['texts']): string {
  const nature = frames[frame?.[0] ?? '']
  return nature === undefined ? (frame ?? '') : `${nature} (${frame})`
}
