import type { Day } from '#core/day'
import { formatDay, type Locale, textsOf } from '#core/text'
import { sheetTexts } from './texts.ts'

/** Of which file this is a reading, and when it was made. */
export type About = { readonly fileName: string; readonly on: Day; readonly locale: Locale }

export const footnote = ({ fileName, locale, on }: About): string =>
  textsOf(sheetTexts, locale).footnote(fileName, formatDay(on, locale, 'long'))
