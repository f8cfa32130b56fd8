/** The PDF of a statement of account: what a customer owes on a day, piece by piece. */
import { fileURLToPath } from 'node:url'
import type { Locale } from '#core/text'
import { drawPdf } from '#platform/pdf'
import { type Look, drawnLook } from './look.ts'
import { qrPicture } from './qr.ts'
import { type Statement, statementSheet } from './sheets/statement.ts'

export type StatementDrawing = {
  readonly statement: Statement
  readonly look: Look
  readonly locale: Locale
  /** EPC payload (`epcPayload`). */
  readonly qr?: string
  readonly at: Date
}

const TEMPLATE = fileURLToPath(new URL('./typst/statement.typ', import.meta.url))
const QR_FILE = 'qr.svg'

export function drawStatement({ statement, look, locale, qr, at }: StatementDrawing): Promise<Uint8Array> {
  const { drawn, assets } = drawnLook(look)
  if (qr !== undefined) assets[QR_FILE] = qrPicture(qr)
  const data = statementSheet({ statement, locale, look: drawn, qr: qr === undefined ? null : QR_FILE })
  return drawPdf({ template: TEMPLATE, data, at, locale, assets })
}
