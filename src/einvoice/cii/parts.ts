/** The small parts that recur in a UN/CEFACT Cross Industry Invoice. Element order is the order of the D22B schema. */
import type { Day } from '#core/day'
import { attribute, element, mandatory, optional } from '../xml/write.ts'
import type { AllowanceCharge, Identifier, VatCategory } from '../model.ts'

/** Format 102 is `YYYYMMDD`, the only one EN 16931 allows. */
const compact = (day: Day): string => day.replaceAll('-', '')

export function dateTime(name: string, day: Day | undefined): string {
  return day === undefined ? '' : element(name, mandatory('udt:DateTimeString', compact(day), ' format="102"'))
}

/** References carry their date in another namespace than everything else does. */
export function formattedDate(name: string, day: Day | undefined): string {
  return day === undefined ? '' : element(name, mandatory('qdt:DateTimeString', compact(day), ' format="102"'))
}

export function period(span: { readonly from?: Day; readonly to?: Day } | undefined): string {
  if (!span) return ''
  return element('ram:BillingSpecifiedPeriod', dateTime('ram:StartDateTime', span.from) + dateTime('ram:EndDateTime', span.to))
}

export function identifier(name: string, id: Identifier | undefined): string {
  return id === undefined ? '' : optional(name, id.value, attribute('schemeID', id.scheme))
}

/** Category and rate as lines, allowances and charges carry them; category O has no rate. */
export function taxOf(name: string, vat: { readonly category: VatCategory; readonly rate?: string } | undefined): string {
  if (!vat) return ''
  return element(
    name,
    `<ram:TypeCode>VAT</ram:TypeCode>${mandatory('ram:CategoryCode', vat.category)}${optional('ram:RateApplicablePercent', vat.rate)}`,
  )
}

/** BG-20, BG-21, BG-27, BG-28. */
export function allowanceCharge(part: AllowanceCharge): string {
  return element(
    'ram:SpecifiedTradeAllowanceCharge',
    `<ram:ChargeIndicator><udt:Indicator>${part.kind === 'charge'}</udt:Indicator></ram:ChargeIndicator>` +
      optional('ram:CalculationPercent', part.percent) +
      optional('ram:BasisAmount', part.baseAmount) +
      mandatory('ram:ActualAmount', part.amount) +
      optional('ram:ReasonCode', part.reasonCode) +
      optional('ram:Reason', part.reason) +
      taxOf('ram:CategoryTradeTax', part.vat),
  )
}

export function each<T>(parts: readonly T[] | undefined, write: (part: T) => string): string {
  let text = ''
  if (parts) for (const part of parts) text += write(part)
  return text
}
