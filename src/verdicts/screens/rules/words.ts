import type { Locale } from '#core/text'
import type { SheetTexts } from '../texts-sheet.ts'
import type { Spots } from './spots.ts'

/** What every part of the sheet is laid out with. */
export type Words = {
  readonly spots: Spots
  readonly texts: SheetTexts
  readonly locale: Locale
  /** BT-5, as found. */
  readonly currency: string | undefined
}
