import type { Shown } from '../api.tsx'
import type { Field, Spot } from './spots.ts'
import { amountShown, type Found, joined, rateShown } from './wording.ts'
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
  return category === 'S'
    ? rateShown(rate, locale)
    : joined([texts.categories[category] ?? category, rate === '0' || rate === '0.00' ? undefined : rateShown(rate, locale)], ' ')
}

export function allowanceFields(path: string, allowances: Allowances, { currency, locale, spots, texts }: Words): Field[] {
  return (allowances ?? []).map(({ amount, baseAmount, kind, percent, reason, reasonCode }, index) => {
    const name = reason ?? (kind === 'charge' ? texts.charge : texts.allowance)
    const share = joined([rateShown(percent, locale), amountShown(baseAmount, locale, currency)], ` ${texts.of} `)
    const sign = kind === 'charge' || amount === undefined ? '' : '\u2212'
    return spots.field(
      `${path}.${index}`,
      joined([name, share, reason === undefined ? reasonCode : undefined], ' '),
      sign + amountShown(amount, locale, currency),
    )
  })
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
