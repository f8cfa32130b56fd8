import { type Locale, textsOf } from '#core/text'
import type { Reading } from '#einvoice'
import { drawReading } from '#templates'
import { type About, footnote } from './about.ts'
import { sheetOf, shownInvoice } from './contract.ts'
import type { Sheet } from './rules/sheet.ts'
import { sheetTexts } from './texts.ts'

export type { About } from './about.ts'
export type { Sheet } from './rules/sheet.ts'
export { readingPage } from './page.ts'

/** What is shown of an invoice that was read, whatever its file was. */
export const sheetOfReading = ({ invoice }: Pick<Reading, 'invoice'>, locale: Locale): Sheet =>
  sheetOf({ shown: shownInvoice.parse(invoice), failures: [] }, locale)

/** The same sheet as a PDF: for paper, and for whoever wants one file that opens everywhere. */
export const readingPdf = (sheet: Sheet, about: About, at: Date): Promise<Uint8Array> =>
  drawReading({ sheet, words: textsOf(sheetTexts, about.locale), footnote: footnote(about), locale: about.locale, at })
