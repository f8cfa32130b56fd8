import type { Content } from './binding/compile.ts'
import { bind, type Notes } from './binding/read.ts'
import { find } from './binding/path.ts'
import { CII, CII_NAMESPACES } from './cii/table.ts'
import type { ReadInvoice } from './model.ts'
import type { Place, Reading, Remark, Root, Syntax } from './reading.ts'
import { UBL, UBL_NAMESPACES } from './ubl/table.ts'
import { Unreadable } from './unreadable.ts'
import { placesIn } from './xml/places.ts'
import { readXml, XML_BOUNDS, type XmlBounds, type XmlElement } from './xml/read.ts'

type Format = {
  readonly syntax: Syntax
  readonly root: Root
  readonly namespace: string
  readonly content: Content
  /** Where BT-5 and BT-6 stand: amounts are judged by them. */
  readonly currency: readonly string[]
  readonly vatCurrency: readonly string[]
}

const CII_SETTLEMENT = ['SupplyChainTradeTransaction', 'ApplicableHeaderTradeSettlement']
const UBL_CURRENCIES = { currency: ['DocumentCurrencyCode'], vatCurrency: ['TaxCurrencyCode'] }

/** Of 2014: the same syntax before it was a standard. */
const ZUGFERD_1_ROOT = 'CrossIndustryDocument'

const FORMATS: readonly Format[] = [
  {
    syntax: 'CII',
    root: 'CrossIndustryInvoice',
    namespace: CII_NAMESPACES.rsm,
    content: CII,
    currency: [...CII_SETTLEMENT, 'InvoiceCurrencyCode'],
    vatCurrency: [...CII_SETTLEMENT, 'TaxCurrencyCode'],
  },
  { syntax: 'UBL', root: 'Invoice', namespace: UBL_NAMESPACES.Invoice, content: UBL.Invoice, ...UBL_CURRENCIES },
  { syntax: 'UBL', root: 'CreditNote', namespace: UBL_NAMESPACES.CreditNote, content: UBL.CreditNote, ...UBL_CURRENCIES },
]

/**
 * Reads a CII (D16B or D22B) or UBL 2.1 invoice, whatever its prefixes and encoding, and whatever it lacks or holds too much of.
 * Throws `Unreadable`, by name, on anything that is no such file or is beyond the bounds.
 */
export function readInvoice(bytes: Uint8Array, bounds: XmlBounds = XML_BOUNDS): Reading {
  const { root: tree, source, strays } = readXml(bytes, bounds)
  const format = FORMATS.find(({ root, namespace }) => tree.name === root && tree.namespace === namespace)
  if (!format)
    throw new Unreadable(tree.name === ZUGFERD_1_ROOT ? 'xml_zugferd_1' : 'xml_not_einvoice', {
      root: tree.name,
      namespace: tree.namespace,
    })
  const context = { root: tree, currency: textAt(tree, format.currency), vatCurrency: textAt(tree, format.vatCurrency) }
  const invoice: ReadInvoice = bind(format.content, context)
  const guideline = invoice.guideline?.trim()
  const placeOf = placesIn(source)
  let notes: { readonly places: ReadonlyMap<string, Place>; readonly remarks: readonly Remark[] } | undefined
  const noted = () => (notes ??= note(format.content, context, placeOf, strays))
  return {
    syntax: format.syntax,
    root: format.root,
    ...(guideline === undefined ? {} : { guideline }),
    invoice,
    source,
    tree,
    strays,
    placeOf,
    get places() {
      return noted().places
    },
    placesWith: (lines) => notes?.places ?? placesAmong(format.content, context, placeOf, lines),
    get remarks() {
      return noted().remarks
    },
  }
}

const textAt = (tree: XmlElement, path: readonly string[]): string | undefined => find(tree, path)?.text.trim()

/** Where the fields stand of the header and of some lines. */
function placesAmong(
  content: Content,
  context: Parameters<typeof bind>[1],
  placeOf: (element: XmlElement) => Place,
  lines: ReadonlySet<number | XmlElement>,
): ReadonlyMap<string, Place> {
  const notes: Notes = { places: new Map(), remarks: [], only: lines }
  bind(content, context, notes)
  return placed(notes, placeOf)
}

function placed({ places: elements }: Notes, placeOf: (element: XmlElement) => Place): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  for (const [path, element] of elements) places.set(path, placeOf(element))
  return places
}

function note(
  content: Content,
  context: Parameters<typeof bind>[1],
  placeOf: (element: XmlElement) => Place,
  strays: ReadonlyMap<XmlElement, string>,
) {
  const notes: Notes = { places: new Map(), remarks: [] }
  bind(content, context, notes)
  return {
    places: placed(notes, placeOf),
    remarks: [
      ...notes.remarks.map(({ at, ...remark }): Remark => Object.assign(remark, { place: placeOf(at) })),
      ...[...strays].map(([at, value]): Remark => ({ kind: 'text', element: at.name, value, place: placeOf(at) })),
    ],
  }
}
