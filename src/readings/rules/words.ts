import type { Locale } from '#core/text'
import type { SheetTexts } from '../texts.ts'
import type { Spots } from './spots.ts'

export type Language = {
  readonly texts: SheetTexts
  readonly locale: Locale
  /** `12 h`, `3 pièces`; a unit without a word keeps its code. */
  readonly quantityWithUnit: (quantity: string, unit: string, locale: Locale) => string
}

/** What every part of the sheet is laid out with. */
export type Words = Language & {
  readonly spots: Spots
  /** BT-5, as found. */
  readonly currency: string | undefined
}
