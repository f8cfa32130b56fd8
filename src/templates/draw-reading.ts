/** The PDF of what a file of anyone says: in the look of the house, not of the seller, and without any XML, lest it pass for the invoice. */
import { fileURLToPath } from 'node:url'
import { type Locale, textsOf } from '#core/text'
import { drawPdf } from '#platform/pdf'
import type { Block, Field, Sheet, SheetLine, SheetTexts } from '#readings/contract'
import { texts } from './texts.ts'

export type ReadingDrawing = {
  readonly sheet: Sheet
  /** The names of its parts. */
  readonly words: SheetTexts
  /** At the foot of every page: of which file this is a reading. */
  readonly footnote: string
  readonly locale: Locale
  /** When it was made. */
  readonly at: Date
}

const TEMPLATE = fileURLToPath(new URL('./typst/reading.typ', import.meta.url))

export const drawReading = ({ at, locale, ...drawing }: ReadingDrawing): Promise<Uint8Array> =>
  drawPdf({ template: TEMPLATE, data: drawn({ ...drawing, locale }), at, locale })

function drawn({ footnote, locale, sheet, words }: Omit<ReadingDrawing, 'at'>) {
  const { page, pageOf } = textsOf(texts, locale)
  const title = sheet.title.text || words.untitled
  const number = sheet.number.text
  return {
    title,
    number,
    running: [sheet.seller.name.text, `${title} ${number}`.trim()].filter((text) => text !== '').join(' · '),
    page: { word: page, of: pageOf },
    // The look names the author of a document, and what stands at its foot, after the seller: here both are ours.
    seller: { name: 'Encours' },
    sellerInLaw: footnote,
    issuer: drawnBlock(sheet.seller),
    buyer: drawnBlock(sheet.buyer),
    others: sheet.others.map(drawnBlock),
    facts: sheet.head.map(drawnFact),
    lines: {
      head: [words.line.name, words.line.quantity, words.line.price, words.line.vat, words.line.net],
      rows: sheet.lines.rows.map(drawnLine),
    },
    vat: {
      head: [words.vat.title, words.vat.base, words.vat.tax],
      rows: sheet.vat.rows.map(({ base, rate, reason, tax }) => ({ name: rate.text, reason: reason.text, cells: [base.text, tax.text] })),
    },
    parts: [
      { title: words.payment.title, rows: sheet.payment.map(drawnFact) },
      { title: words.attachments, rows: sheet.attachments.map(drawnFact) },
    ].filter(({ rows }) => rows.length > 0),
    totals: [...sheet.allowances, ...sheet.totals.fields].map(({ label, path, text }) => ({
      label,
      value: text,
      strong: STRONG.has(path),
    })),
    notes: { title: words.notesTitle, rows: sheet.notes.fields.map(drawnFact) },
  }
}

const STRONG: ReadonlySet<string> = new Set(['totals.gross', 'totals.due'])

const drawnFact = ({ label, text }: Field) => ({ label, value: text })

/** Name and address as on an envelope, identifiers with their names under them. */
function drawnBlock({ fields, name, path, title }: Block) {
  const address = fields.find((field) => field.path === `${path}.address`)
  return { title, name: name.text, address: address?.text ?? '', rows: fields.filter((field) => field !== address).map(drawnFact) }
}

function drawnLine({ details, id, name, net, price, quantity, vat }: SheetLine) {
  return {
    id: id.text,
    name: name.text,
    details: details.flatMap(({ label, path, text }) => (text === '' ? [] : [path.endsWith('.description') ? text : `${label} ${text}`])),
    cells: [quantity.text, price.text, vat.text, net.text],
  }
}
