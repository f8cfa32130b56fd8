/** An invoice laid out as a paper: every field that can be read, and every failure of its verdict at exactly one place. */
import { headFields } from './sheet-head.ts'
import { lineOf, type SheetLine } from './sheet-lines.ts'
import { type Block, isBlockShown, otherParties, partyBlock } from './sheet-parties.ts'
import { paymentFields } from './sheet-payment.ts'
import { allowanceFields, logisticsFields, totalFields, vatRow, type SheetVat } from './sheet-totals.ts'
import type { Shown } from './shown-invoice.ts'
import { type Field, isShown, openSpots, type Placed, type Spot } from './spots.ts'
import { joined } from './wording.ts'
import type { Language } from './words.ts'

export type Sheet = {
  readonly title: Field
  readonly number: Field
  readonly head: readonly Field[]
  readonly seller: Block
  readonly buyer: Block
  readonly others: readonly Block[]
  readonly lines: Spot & { readonly rows: readonly SheetLine[] }
  readonly allowances: readonly Field[]
  readonly vat: Spot & { readonly rows: readonly SheetVat[] }
  readonly totals: Spot & { readonly fields: readonly Field[] }
  readonly payment: readonly Field[]
  readonly notes: Spot & { readonly fields: readonly Field[] }
  readonly attachments: readonly Field[]
  /** What failed and has no place above. */
  readonly elsewhere: readonly Field[]
  /** For each failure the path where it stands; nothing when it is about the file itself. */
  readonly spots: readonly (string | undefined)[]
}

export type Source = { readonly shown: Shown; readonly failures: readonly Placed[] }

export function sheetOf({ failures, shown }: Source, language: Language): Sheet {
  const { texts } = language
  const spots = openSpots()
  const words = { ...language, spots, currency: shown.currency }
  const title = spots.field('typeCode', texts.type, texts.types[shown.typeCode ?? ''] ?? shown.typeCode ?? '')
  const number = spots.field('number', texts.number, shown.number ?? '')
  const head = headFields(shown, words)
  const [seller, buyer] = [partyBlock('seller', shown.seller, words), partyBlock('buyer', shown.buyer, words)]
  const others = otherParties(shown, words)
  const lines = { ...spots.group('lines'), rows: (shown.lines ?? []).map((line, index) => lineOf(line, index, words)) }
  const allowances = [...allowanceFields('allowancesCharges', shown.allowancesCharges, words), ...logisticsFields(shown, words)]
  const vat = { ...spots.group('vatBreakdown'), rows: (shown.vatBreakdown ?? []).map((row, index) => vatRow(row, index, words)) }
  const totals = { ...spots.group('totals'), fields: totalFields(shown, words) }
  const payment = paymentFields(shown, words)
  const notes = {
    ...spots.group('notes'),
    fields: (shown.notes ?? []).map(({ subject = '', text = '' }, index) =>
      spots.field(`notes.${index}`, texts.subjects[subject] ?? subject, text),
    ),
  }
  const attachments = (shown.supportingDocuments ?? []).map(({ description, filename, reference, uri }, index) =>
    spots.field(`supportingDocuments.${index}`, texts.attachment, joined([description ?? filename ?? reference, uri], '\n')),
  )
  const placed = spots.place(failures)
  return {
    title,
    number,
    head: head.filter(isShown),
    seller: withoutEmpty(seller),
    buyer: withoutEmpty(buyer),
    others: others.filter(isBlockShown).map(withoutEmpty),
    lines,
    allowances,
    vat,
    totals: { ...totals, fields: totals.fields.filter(isShown) },
    payment: payment.filter(isShown),
    notes: { ...notes, fields: notes.fields.filter(isShown) },
    attachments,
    ...placed,
  }
}

const withoutEmpty = (block: Block): Block => ({ ...block, fields: block.fields.filter(isShown) })
