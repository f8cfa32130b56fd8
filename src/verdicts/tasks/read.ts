import { Refusal } from '#core/refusal'
import { readInvoice, xmlOf } from '#einvoice'
import { type About, readingPage, type Sheet, sheetOfReading } from '#readings'

type Given = { readonly bytes: Uint8Array; readonly about: About }

export const readPage = ({ about, bytes }: Given): string => readingPage(sheetIn({ about, bytes }), about)

/** Two seconds of drawing: issuing an invoice waits for the same thread. The page shows any number of lines. */
const MOST_DRAWN_LINES = 2000

/** What is to be drawn. */
export function readSheet(given: Given): Sheet {
  const sheet = sheetIn(given)
  const lines = sheet.lines.rows.length
  if (lines > MOST_DRAWN_LINES) throw new Refusal('einvoice_too_long_to_draw', { facts: { lines, most: MOST_DRAWN_LINES } })
  return sheet
}

const sheetIn = ({ about, bytes }: Given): Sheet => sheetOfReading(readInvoice(xmlOf(bytes)), about.locale)
