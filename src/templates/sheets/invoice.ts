/** An invoice or credit note as its template reads it: only texts, already written for the reader. */
import { type Locale, formatDay, textsOf } from '#core/text'
import type { Invoice } from '#einvoice'
import type { DrawnLook } from '../look.ts'
import { isCreditNote, isSelfBilled } from '../rules/kinds.ts'
import { type DocumentTexts, texts } from '../texts.ts'
import { drawnLines, periodText } from './lines.ts'
import { drawnLaw, drawnNotes } from './mentions.ts'
import { addressLines, drawnBuyer, drawnSeller, sellerInLaw } from './party.ts'
import { type Fact, type Instalment, drawnAsk, drawnPay } from './payment.ts'
import { drawnTotals, drawnVat } from './totals.ts'

export type InvoiceSheetInput = {
  readonly invoice: Invoice
  readonly instalments: readonly Instalment[]
  readonly locale: Locale
  readonly mentions: readonly string[]
  readonly look: DrawnLook
  /** File name of the QR picture. */
  readonly qr: string | null
}

export function invoiceSheet({ invoice, instalments, locale, mentions, look, qr }: InvoiceSheetInput) {
  const words = textsOf(texts, locale)
  const home = invoice.seller.address.country
  const title = words.titles[invoice.typeCode]
  return {
    look,
    title,
    number: invoice.number,
    subtitles: subtitles(invoice, locale, words),
    running: `${invoice.seller.tradingName ?? invoice.seller.name} · ${title} ${invoice.number} · ${shortened(invoice.buyer.name)}`,
    page: { word: words.page, of: words.pageOf },
    seller: drawnSeller(invoice.seller, home, locale),
    sellerInLaw: sellerInLaw(invoice.seller, words),
    customerLabel: words.customer,
    buyer: drawnBuyer(invoice.buyer, home, locale, words),
    facts: facts(invoice, locale, words),
    ask: drawnAsk(invoice, instalments, locale, words),
    pay: drawnPay(invoice, qr, words),
    lines: drawnLines(invoice, locale, words),
    vat: drawnVat(invoice, locale, words),
    totals: drawnTotals(invoice, locale, words),
    notes: drawnNotes(invoice),
    law: drawnLaw(invoice, mentions, words),
  }
}

function subtitles(invoice: Invoice, locale: Locale, words: DocumentTexts): string[] {
  const before = (invoice.precedingInvoices ?? []).map(({ number, issuedOn }) => {
    const label = isCreditNote(invoice.typeCode) ? words.corrects : words.completes
    return `${label} ${number}${issuedOn === undefined ? '' : ` ${words.ofDay(formatDay(issuedOn, locale, 'long'))}`}`
  })
  return [...before, ...(isSelfBilled(invoice.typeCode) ? [words.selfBilled] : [])]
}

function facts(invoice: Invoice, locale: Locale, words: DocumentTexts): Fact[] {
  const labels = words.facts
  const nature = invoice.frame.slice(0, 1) as 'B' | 'S' | 'M'
  const day = (value: string | undefined): string | undefined => value && formatDay(value, locale, 'long')
  const all: [label: string, value: string | undefined][] = [
    [labels.issuedOn, day(invoice.issuedOn)],
    [nature === 'S' ? labels.performedOn : labels.deliveredOn, day(invoice.delivery?.deliveredOn)],
    [labels.period, invoice.period && periodText(invoice.period, locale, words)],
    [labels.order, invoice.orderReference],
    [labels.contract, invoice.contractReference],
    [labels.buyerReference, invoice.buyerReference],
    [labels.sellerOrder, invoice.sellerOrderReference],
    [labels.nature, words.natures[nature]],
    [labels.deliveredTo, deliveryPlace(invoice, locale)],
  ]
  return all.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]))
}

/** The delivery address of goods when it is not the client's (CGI ann. II art. 242 nonies A, mention new in 2026). */
function deliveryPlace({ delivery, buyer, seller }: Invoice, locale: Locale): string | undefined {
  if (!delivery?.address) return undefined
  const home = seller.address.country
  const place = addressLines(delivery.address, home, locale)
  if (place.join('\n') === addressLines(buyer.address, home, locale).join('\n')) return undefined
  return [...(delivery.name === undefined || delivery.name === buyer.name ? [] : [delivery.name]), ...place].join('\n')
}

const RUNNING_NAME_LENGTH = 48

/** One line at the head of the following pages. */
const shortened = (name: string): string => (name.length <= RUNNING_NAME_LENGTH ? name : `${name.slice(0, RUNNING_NAME_LENGTH).trimEnd()}…`)
