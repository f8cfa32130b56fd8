import { unitOf } from '#catalog/contract'
import { textsOf } from '#core/text'
import type { Shown } from '../api.tsx'
import { periodShown } from './sheet-head.ts'
import { allowanceFields, vatShown } from './sheet-totals.ts'
import type { Field, Spot } from './spots.ts'
import { amountShown, dayShown, decimalShown, joined } from './wording.ts'
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
    ...allowanceFields(at('allowancesCharges'), line.allowancesCharges, words),
  ]
  return {
    ...spots.group(`lines.${index}`),
    id: spots.field(at('id'), labels.id, line.id ?? ''),
    name: spots.field(at('item.name'), labels.name, item?.name ?? '', [at('item')]),
    details,
    quantity: spots.field(at('quantity'), labels.quantity, quantityShown(line, words), [at('unit')]),
    price: spots.field(at('netPrice'), labels.price, priceShown(line, words), [
      at('priceBaseQuantity'),
      at('grossPrice'),
      at('priceDiscount'),
    ]),
    vat: spots.field(at('vat'), labels.vat, vatShown(line.vat, words)),
    net: spots.field(at('netAmount'), labels.net, amountShown(line.netAmount, locale, currency)),
  }
}

function quantityShown({ quantity, unit }: Line, { locale }: Words): string {
  const { name, symbol } = unitOf(unit ?? '')
  const word = unit === undefined || unit === 'C62' ? undefined : textsOf(symbol ?? name, locale)
  return joined([decimalShown(quantity, locale), word], '\u00A0')
}

function priceShown({ netPrice, priceBaseQuantity }: Line, { currency, locale }: Words): string {
  const price = amountShown(netPrice, locale, currency)
  return priceBaseQuantity === undefined || Number(priceBaseQuantity) === 1
    ? price
    : `${price} / ${decimalShown(priceBaseQuantity, locale)}`
}
