import { Refusal } from '#core/refusal'
import { type Locale, textsOf } from '#core/text'
import type { Reading } from '#einvoice'
import { drawReading } from '#templates'
import { type About, footnote } from './about.ts'
import { sheetOf, shownInvoice } from './contract.ts'
import { readingRefusals } from './refusals.ts'
import type { Sheet } from './rules/sheet.ts'
import { sheetTexts } from './texts.ts'

export type { About } from './about.ts'
export type { Sheet } from './rules/sheet.ts'
export const readingsTexts = { refusals: readingRefusals, fields: { fr: {}, en: {} } }
export { readingPage } from './page.ts'

/** What is shown of an invoice that was read, whatever its file was. */
export const sheetOfReading = ({ invoice }: Pick<Reading, 'invoice'>, locale: Locale): Sheet =>
  sheetOf({ shown: shownInvoice.parse(invoice), failures: [] }, locale)

/** Two seconds of drawing and some 300 MB; issuing an invoice waits for the same thread. The page shows any number of lines. */
const MOST_DRAWN_LINES = 2000

/** Refuses by name a sheet too long to draw. */
export function drawable(sheet: Sheet): Sheet {
  const lines = sheet.lines.rows.length
  if (lines > MOST_DRAWN_LINES) throw new Refusal('einvoice_too_long_to_draw', { facts: { lines, most: MOST_DRAWN_LINES } })
  return sheet
}

/** The same sheet as a PDF: for paper, and for whoever wants one file that opens everywhere. */
export const readingPdf = (sheet: Sheet, about: About, at: Date): Promise<Uint8Array> =>
  drawReading({ sheet, words: textsOf(sheetTexts, about.locale), footnote: footnote(about), locale: about.locale, at })
