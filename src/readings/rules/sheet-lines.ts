import type { Shown } from './shown-invoice.ts'
import { quantityShown } from './quantity-shown.ts'
import { periodShown } from './sheet-head.ts'
import { allowanceFields, vatShown } from './sheet-totals.ts'
import type { Field, Spot } from './spots.ts'
import { amountShown, countryShown, dayShown, decimalShown, type Found, joined } from './wording.ts'
import type { Words } from './words.ts'

type Line = NonNullable<Shown['lines']>[number]

export type SheetLine = Spot & {
  readonly id: Field
  readonly name: Field
  /** Those that are not to be shown too: `isShown` tells. */
  readonly details: readonly Field[]
  readonly quantity: Field
  readonly price: Field
  readonly vat: Field
  readonly net: Field
}

export function lineOf(line: Line, index: number, words: Words): SheetLine {
  const { currency, locale, spots, texts } = words
  const at = (name: string): string => `lines.${index}.${name}`
  const { item } = line
  const labels = texts.line
  const details = [
    spots.field(at('item.description'), labels.description, item?.description ?? ''),
    spots.field(at('item.sellerId'), labels.sellerId, item?.sellerId ?? ''),
    spots.field(at('item.standardId'), labels.standardId, item?.standardId?.value ?? ''),
    spots.field(at('note'), labels.note, line.note ?? ''),
    spots.field(
      at('period'),
      labels.period,
      periodShown(line.period, (day) => dayShown(day, locale)),
    ),
    ...seldomDetails(line, at, words),
    ...allowanceFields(at('allowancesCharges'), line.allowancesCharges, words),
  ]
  return {
    ...spots.group(`lines.${index}`),
    id: spots.field(at('id'), labels.id, line.id ?? ''),
    name: spots.field(at('item.name'), labels.name, item?.name ?? '', [at('item')]),
    details,
    quantity: spots.field(at('quantity'), labels.quantity, quantityShown(line.quantity, line.unit, words), [at('unit')]),
    price: spots.field(at('netPrice'), labels.price, priceShown(line, words), [
      at('priceBaseQuantity'),
      at('grossPrice'),
      at('priceDiscount'),
    ]),
    vat: spots.field(at('vat'), labels.vat, vatShown(line.vat, words)),
    net: spots.field(at('netAmount'), labels.net, amountShown(line.netAmount, locale, currency)),
  }
}

/** What few lines tell: no place is kept for it where it is absent, for a file may have ten thousand lines. */
function seldomDetails({ extended, item, subLines, ...line }: Line, at: (name: string) => string, words: Words): Field[] {
  const { currency, locale, spots, texts } = words
  const labels = texts.line
  const rows: readonly (readonly [path: string, label: string, text: Found])[] = [
    ['item.buyerId', labels.buyerId, item?.buyerId],
    ...(item?.classifications ?? []).map(
      ({ code, list }, index) =>
        [`item.classifications.${index}`, labels.classification, joined([code, list && `(${list})`], ' ')] as const,
    ),
    ...(item?.attributes ?? []).map(({ name, value }, index) => [`item.attributes.${index}`, name ?? '', value] as const),
    ['item.originCountry', labels.originCountry, countryShown(item?.originCountry, locale)],
    ['orderLine', labels.orderLine, line.orderLine],
    ['object', labels.object, line.object?.value],
    ['buyerAccountingReference', labels.buyerAccountingReference, line.buyerAccountingReference],
    ['extended.parentId', labels.parent, extended?.parentId],
    ['extended.statusCode', labels.status, texts.lineStatuses[extended?.statusCode ?? ''] ?? extended?.statusCode],
    ...(extended?.furtherNotes ?? []).map(({ text }, index) => [`extended.furtherNotes.${index}`, labels.note, text] as const),
    ['grossPrice', labels.grossPrice, line.priceDiscount && line.grossPrice && amountShown(line.grossPrice, locale, currency)],
    ...(subLines ?? []).map(({ item: part, netAmount, quantity, unit }, index) => {
      const parts = [part?.name, quantityShown(quantity, unit, words), amountShown(netAmount, locale, currency)]
      return [`subLines.${index}`, labels.includes, joined(parts, ' · ')] as const
    }),
  ]
  return rows.flatMap(([path, label, text]) => (text === undefined || text === '' ? [] : [spots.field(at(path), label, text)]))
}

function priceShown({ netPrice, priceBaseQuantity, unit }: Line, words: Words): string {
  const price = amountShown(netPrice, words.locale, words.currency)
  if (priceBaseQuantity === undefined || decimalShown(priceBaseQuantity, words.locale) === '1') return price
  return `${price} / ${quantityShown(priceBaseQuantity, unit, words)}`
}
