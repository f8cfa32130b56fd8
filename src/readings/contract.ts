/** The sheet of an invoice, for the pages that show one: laid out in the browser as it is on the server. */
import { type Locale, textsOf } from '#core/text'
import { quantityWithUnit } from '#templates/contract'
import { type Sheet, sheetOf as layOut, type Source } from './rules/sheet.ts'
import { sheetTexts } from './texts.ts'

export { type Shown, shownInvoice } from './rules/shown-invoice.ts'
export type { Sheet } from './rules/sheet.ts'
export type { SheetLine } from './rules/sheet-lines.ts'
export type { Block } from './rules/sheet-parties.ts'
export { type Field, isShown, type Spot } from './rules/spots.ts'
export { amountShown, dayShown, joined } from './rules/wording.ts'
export { type SheetTexts, sheetTexts } from './texts.ts'

export const sheetOf = (source: Source, locale: Locale): Sheet =>
  layOut(source, { locale, texts: textsOf(sheetTexts, locale), quantityWithUnit })
