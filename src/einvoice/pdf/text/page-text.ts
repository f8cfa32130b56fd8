/** The words printed on a PDF's pages, in the order they are drawn: enough to look for an amount or a number, not to lay out a page. */
import { Refusal } from '#core/refusal'
import type { PdfDocument } from '../document.ts'
import { type PdfDict, type PdfValue, as, asNumber } from '../values.ts'
import { type Font, readFont } from './fonts.ts'
import { type Matrix, UNMOVED, matrixOf, moved, multiply } from './matrix.ts'
import { operationsOf } from './operations.ts'
import { pageContent, pagesOf } from './pages.ts'
import { newSheet, type Sheet } from './sheet.ts'

/** Invoices are short; a catalogue behind one need not be read. */
const MAX_PAGES = 20
/** Forms drawn inside forms: deeper is a loop. */
const MAX_FORMS = 12

export type PagesText = {
  /** Lines, in the order they are drawn; little or nothing where pages are pictures. */
  readonly text: string
  /** The fonts that something visible is written with. */
  readonly fonts: readonly PdfDict[]
}

/** A page that cannot be followed is read up to there. Refuses `pdf_too_large`. */
export function readPages(pdf: PdfDocument): PagesText {
  const sheet = newSheet()
  const fonts = new Map<PdfValue, KnownFont>()
  for (const page of pagesOf(pdf, MAX_PAGES)) {
    const resources = as(pdf.resolve(page.resources), 'dict')
    drawUntilFault(() => draw({ pdf, fonts, sheet, resources, forms: 0 }, pageContent(pdf, page.dict), UNMOVED))
    sheet.newLine()
  }
  return { text: sheet.text(), fonts: [...fonts.values()].filter(({ used }) => used).map(({ dict }) => dict) }
}

function drawUntilFault(work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'pdf_too_large') throw error
  }
}

type KnownFont = { readonly dict: PdfDict; readonly read: Font; used: boolean }

type Drawing = {
  readonly pdf: PdfDocument
  readonly fonts: Map<PdfValue, KnownFont>
  readonly sheet: Sheet
  readonly resources: PdfDict | undefined
  readonly forms: number
}

/** Text drawn to be searched and not seen, over a scanned page. */
const INVISIBLE = 3

type State = {
  page: Matrix
  font: KnownFont | undefined
  size: number
  charSpace: number
  wordSpace: number
  stretch: number
  leading: number
  rise: number
  mode: number
}

type TextPlace = { line: Matrix; here: Matrix }

function draw(drawing: Drawing, content: Uint8Array, page: Matrix): void {
  let state: State = { page, font: undefined, size: 0, charSpace: 0, wordSpace: 0, stretch: 1, leading: 0, rise: 0, mode: 0 }
  const saved: State[] = []
  const place: TextPlace = { line: UNMOVED, here: UNMOVED }
  for (const { operator, operands } of operationsOf(content, drawing.pdf.budget)) {
    const number = (index: number) => asNumber(operands[index]) ?? 0
    if (operator === 'q') saved.push({ ...state })
    else if (operator === 'Q') state = saved.pop() ?? state
    else if (operator === 'cm') state.page = multiply(matrixOf(operands.map(asNumber)), state.page)
    else if (operator === 'Do') drawForm(drawing, operands[0], state.page)
    else if (operator === 'BT') place.line = place.here = UNMOVED
    else if (operator === 'Tf') {
      state.font = fontNamed(drawing, operands[0])
      state.size = number(1)
    } else if (operator === 'Tc') state.charSpace = number(0)
    else if (operator === 'Tw') state.wordSpace = number(0)
    else if (operator === 'Tz') state.stretch = number(0) / 100
    else if (operator === 'TL') state.leading = number(0)
    else if (operator === 'Ts') state.rise = number(0)
    else if (operator === 'Tr') state.mode = number(0)
    else if (operator === 'Tm') place.line = place.here = matrixOf(operands.map(asNumber))
    else if (operator === 'Td' || operator === 'TD') {
      if (operator === 'TD') state.leading = -number(1)
      nextLine(place, number(0), number(1))
    } else if (operator === 'T*') nextLine(place, 0, -state.leading)
    else if (operator === 'Tj') show(drawing.sheet, state, place, operands.slice(0, 1))
    else if (operator === 'TJ') show(drawing.sheet, state, place, as(operands[0], 'array')?.items ?? [])
    else if (operator === "'" || operator === '"') {
      if (operator === '"') [state.wordSpace, state.charSpace] = [number(0), number(1)]
      nextLine(place, 0, -state.leading)
      show(drawing.sheet, state, place, operands.slice(-1))
    }
  }
}

function nextLine(place: TextPlace, x: number, y: number): void {
  place.line = place.here = moved(x, y, place.line)
}

/** Texts, and numbers that move the next one back by thousandths of the size. */
function show(sheet: Sheet, state: State, place: TextPlace, parts: readonly PdfValue[]): void {
  const { font, size, charSpace, wordSpace, stretch } = state
  if (!font) return
  const at = multiply(moved(0, state.rise, place.here), state.page)
  let along = 0
  for (const part of parts) {
    if (typeof part === 'number') along -= (part / 1000) * size * stretch
    const bytes = as(part, 'text')?.bytes
    if (!bytes) continue
    font.used ||= bytes.length > 0 && state.mode !== INVISIBLE
    let [text, advance] = ['', 0]
    for (const glyph of font.read(bytes)) {
      text += glyph.text
      advance += ((glyph.width / 1000) * size + charSpace + (glyph.isSpace ? wordSpace : 0)) * stretch
    }
    sheet.add(text, at, { from: along, to: along + advance - charSpace * stretch, size })
    along += advance
  }
  place.here = moved(along, 0, place.here)
}

function fontNamed({ pdf, fonts, resources }: Drawing, name: PdfValue | undefined): KnownFont | undefined {
  const listed = as(pdf.resolve(resources?.entries.get('Font')), 'dict')?.entries.get(as(name, 'name')?.name ?? '')
  const key = as(listed, 'ref')?.id ?? listed ?? null
  const known = fonts.get(key)
  if (known) return known
  const dict = as(pdf.resolve(listed), 'dict')
  const font = dict && { dict, read: readFont(pdf, dict), used: false }
  if (font) fonts.set(key, font)
  return font
}

/** A form is a drawing kept apart, with resources of its own. */
function drawForm(drawing: Drawing, name: PdfValue | undefined, page: Matrix): void {
  const { pdf, resources, forms } = drawing
  if (forms >= MAX_FORMS) return
  const listed = as(pdf.resolve(resources?.entries.get('XObject')), 'dict')?.entries.get(as(name, 'name')?.name ?? '')
  const form = as(pdf.resolve(listed), 'stream')
  if (!form || as(form.dict.entries.get('Subtype'), 'name')?.name !== 'Form') return
  const matrix = as(pdf.resolve(form.dict.entries.get('Matrix')), 'array')?.items.map(asNumber)
  const own = as(pdf.resolve(form.dict.entries.get('Resources')), 'dict')
  const inner = matrix ? multiply(matrixOf(matrix), page) : page
  draw({ ...drawing, resources: own ?? resources, forms: forms + 1 }, pdf.decode(form), inner)
}
