/** Where texts of one kind stand on an invoice: what a rule asks of each, it asks here. Paths are written only for what is wrong. */
import type { AllowanceCharge, InvoiceTotals, Read, ReadInvoice, ReadLine, VatBreakdown } from '../model.ts'
import type { Breach } from './rule.ts'

type Part = Read<AllowanceCharge>
type Row = Read<VatBreakdown>

/** Breaches where a text that is there is wrong, each with the text found. */
export type Texts = (invoice: ReadInvoice, wrong: (text: string) => boolean) => readonly Breach[]

const NONE: readonly Breach[] = []

export const single =
  (path: string, of: (invoice: ReadInvoice) => string | undefined): Texts =>
  (invoice, wrong) => {
    const text = of(invoice)
    return text !== undefined && wrong(text) ? [{ path, facts: { found: text } }] : NONE
  }

export const ofTotals = (field: keyof InvoiceTotals): Texts => single(`totals.${field}`, ({ totals }) => totals?.[field])

/** One text of each item of a list. */
export const ofEach =
  <Item>(
    list: (invoice: ReadInvoice) => readonly Item[] | undefined,
    path: string,
    field: string,
    of: (item: Item) => string | undefined,
  ): Texts =>
  (invoice, wrong) => {
    const items = list(invoice)
    if (!items) return NONE
    let breaches: Breach[] | undefined
    for (let index = 0; index < items.length; index++) {
      const text = of(items[index] as Item)
      if (text === undefined || !wrong(text)) continue
      breaches ??= []
      breaches.push({ path: `${path}.${index}.${field}`, facts: { found: text } })
    }
    return breaches ?? NONE
  }

export const ofLines = (field: string, of: (line: ReadLine) => string | undefined): Texts =>
  ofEach(({ lines }) => lines, 'lines', field, of)

export const ofRows = (field: string, of: (row: Row) => string | undefined): Texts =>
  ofEach(({ vatBreakdown }) => vatBreakdown, 'vatBreakdown', field, of)

/** Allowances and charges of the document; of one kind when `of` says nothing of the other. */
export const ofParts = (field: string, of: (part: Part) => string | undefined): Texts =>
  ofEach(({ allowancesCharges }) => allowancesCharges, 'allowancesCharges', field, of)

/** What stands in a list of each line. */
export const ofEachInLines =
  <Item>(
    list: (line: ReadLine) => readonly Item[] | undefined,
    path: string,
    field: string,
    of: (item: Item) => string | undefined,
  ): Texts =>
  ({ lines }, wrong) => {
    let breaches: Breach[] | undefined
    for (let at = 0; at < (lines?.length ?? 0); at++) {
      const items = list(lines?.[at] as ReadLine)
      for (let index = 0; index < (items?.length ?? 0); index++) {
        const text = of(items?.[index] as Item)
        if (text === undefined || !wrong(text)) continue
        breaches ??= []
        breaches.push({ path: `lines.${at}.${path}.${index}.${field}`, facts: { found: text } })
      }
    }
    return breaches ?? NONE
  }

export const ofLineParts = (field: string, of: (part: Part) => string | undefined): Texts =>
  ofEachInLines(({ allowancesCharges }) => allowancesCharges, 'allowancesCharges', field, of)

export const together =
  (...places: readonly Texts[]): Texts =>
  (invoice, wrong) =>
    places.flatMap((texts) => texts(invoice, wrong))
