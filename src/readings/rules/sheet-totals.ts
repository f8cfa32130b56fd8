import type { Shown } from './shown-invoice.ts'
import type { Field, Spot } from './spots.ts'
import { amountShown, type Found, isDecimal, joined, rateShown } from './wording.ts'
import type { Words } from './words.ts'

type Row = NonNullable<Shown['vatBreakdown']>[number]
type Allowances = Shown['allowancesCharges']

export type SheetVat = Spot & { readonly rate: Field; readonly reason: Field; readonly base: Field; readonly tax: Field }

export function vatRow(row: Row, index: number, words: Words): SheetVat {
  const { currency, locale, spots, texts } = words
  const at = (name: string): string => `vatBreakdown.${index}.${name}`
  return {
    ...spots.group(`vatBreakdown.${index}`),
    rate: spots.field(at('rate'), texts.vat.rate, vatShown(row, words), [at('category')]),
    reason: spots.field(at('exemptionReason'), texts.vat.reason, row.exemptionReason ?? row.exemptionCode ?? '', [at('exemptionCode')]),
    base: spots.field(at('taxableAmount'), texts.vat.base, amountShown(row.taxableAmount, locale, currency)),
    tax: spots.field(at('taxAmount'), texts.vat.tax, amountShown(row.taxAmount, locale, currency)),
  }
}

/** The rate, or why there is none. */
export function vatShown(vat: { category?: Found; rate?: Found } | undefined, { locale, texts }: Words): string {
  const { category = '', rate } = vat ?? {}
  if (category === 'S') return rateShown(rate, locale)
  return joined([texts.categories[category] ?? category, /^0(\.0+)?$/.test(rate ?? '') ? undefined : rateShown(rate, locale)], ' ')
}

export function allowanceFields(path: string, allowances: Allowances, words: Words): Field[] {
  const { currency, locale, spots, texts } = words
  return (allowances ?? []).map(({ amount, baseAmount, kind, percent, reason, reasonCode, vat }, index) => {
    const name = reason ?? (kind === 'charge' ? texts.charge : texts.allowance)
    const share = joined([rateShown(percent, locale), amountShown(baseAmount, locale, currency)], ` ${texts.of} `)
    const tax = vat && `(${texts.vat.title} ${vatShown(vat, words)})`
    return spots.field(
      `${path}.${index}`,
      joined([name, share, reason === undefined ? reasonCode : undefined, tax], ' '),
      amountShown(kind === 'charge' ? amount : negated(amount), locale, currency),
    )
  })
}

/** An allowance is taken off; one that is negative already adds. */
function negated(amount: Found): Found {
  if (!isDecimal(amount) || !/[1-9]/.test(amount)) return amount
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`
}

/** EXTENDED: freight and the like, charged beside the lines. */
export function logisticsFields({ extended }: Shown, { currency, locale, spots, texts }: Words): Field[] {
  return (extended?.logisticsCharges ?? []).map(({ amount, description }, index) =>
    spots.field(`extended.logisticsCharges.${index}`, description ?? texts.charge, amountShown(amount, locale, currency)),
  )
}

const SUMS = ['lineNet', 'allowances', 'charges', 'net', 'vat', 'vatInAccountingCurrency', 'gross', 'paid', 'rounding', 'due'] as const

export function totalFields({ totals, vatCurrency }: Shown, { currency, locale, spots, texts }: Words): Field[] {
  return SUMS.map((name) =>
    spots.field(
      `totals.${name}`,
      texts.totals[name],
      amountShown(totals?.[name], locale, name === 'vatInAccountingCurrency' ? vatCurrency : currency),
    ),
  )
}
