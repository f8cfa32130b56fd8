/** The sheet of an invoice, for the pages that show one: laid out in the browser as it is on the server. */
import { type Locale, textsOf } from '#core/text'
import { quantityWithUnit } from '#templates/contract'
import { fieldLabels } from './rules/field-labels.ts'
import type { Shown } from './rules/shown-invoice.ts'
import { type Sheet, sheetOf as layOut, type Source } from './rules/sheet.ts'
import { sheetTexts } from './texts.ts'

export { type Shown, shownInvoice } from './rules/shown-invoice.ts'
export type { Sheet } from './rules/sheet.ts'
export type { SheetLine } from './rules/sheet-lines.ts'
export type { Block } from './rules/sheet-parties.ts'
export { type Field, isShown, type Spot } from './rules/spots.ts'
export { amountShown, dayShown, joined } from './rules/wording.ts'
export { type SheetTexts, sheetTexts } from './texts.ts'

/** The name a field bears on the sheet, `Désignation, Ligne 3`; nothing for what the sheet has no place for. */
export function labelsOf(shown: Shown, locale: Locale): (path: string) => string | undefined {
  const labels = fieldLabels(sheetOf({ shown, failures: [] }, locale))
  const { line } = textsOf(sheetTexts, locale)
  return (path) => {
    for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
      const label = labels.get(at)
      const place = /^lines\.(\d+)\./.exec(at)?.[1]
      if (label) return place === undefined ? label : `${label}, ${line.id.toLowerCase()} ${Number(place) + 1}`
    }
    return undefined
  }
}

export const sheetOf = (source: Source, locale: Locale): Sheet =>
  layOut(source, { locale, texts: textsOf(sheetTexts, locale), quantityWithUnit })
