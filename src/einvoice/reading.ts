/** What a reader gives: the invoice in our terms, where each field stands in the file, and what the model could not hold. */
import type { ReadInvoice } from './model.ts'
import type { XmlElement } from './xml/element.ts'

export type Syntax = 'CII' | 'UBL'

export type Root = 'CrossIndustryInvoice' | 'Invoice' | 'CreditNote'

/** Line and column start at 1; a column is a UTF-16 unit, as editors count. `element` is the name as written, with its prefix. */
export type Place = { readonly line: number; readonly column: number; readonly element: string }

/**
 * - `unknown`: an element the model has no field for. Its inner elements have their own remarks.
 * - `repeated`: an element that may stand once stands again. The model keeps the first.
 * - `attribute`: an attribute the model has no field for, or one that says other than the model does (`currencyID`).
 * - `text`: text between elements, where none belongs.
 */
export type RemarkKind = 'unknown' | 'repeated' | 'attribute' | 'text'

export type Remark = {
  readonly kind: RemarkKind
  /** Local names from the root: `Invoice/TaxTotal/TaxAmount`. */
  readonly element: string
  /** Field of the model, when there is one: `totals.gross`. */
  readonly path?: string
  readonly attribute?: string
  /** The text found, or that of the attribute; empty for a group. */
  readonly value: string
  readonly place: Place
}

export type Reading = {
  readonly syntax: Syntax
  readonly root: Root
  /** BT-24, trimmed. */
  readonly guideline?: string
  readonly invoice: ReadInvoice
  /** The text of the file, decoded. */
  readonly source: string
  /** Every element of the file. */
  readonly tree: XmlElement
  /** Text between elements, where none belongs. */
  readonly strays: ReadonlyMap<XmlElement, string>
  readonly placeOf: (element: XmlElement) => Place
  /** By path of the model: `totals.gross`, `lines.2.netAmount`, and groups too: `lines.2`. Built when first asked, as are the remarks. */
  readonly places: ReadonlyMap<string, Place>
  /** The same for the header, and of the lines for those alone that are named by number or element: a long invoice is not looked through for one fault. */
  readonly placesWith: (lines: ReadonlySet<number | XmlElement>) => ReadonlyMap<string, Place>
  readonly remarks: readonly Remark[]
}
