import type { CompanyRow } from '#company'
import { moneyText, parseMoney } from '#core/money'
import type { Locale } from '#core/text'
import type { Invoice } from '#einvoice'
import { drawInvoice, epcPayload, type Look } from '#templates'
import type { Instalment } from '#terms'

export type Drawing = { readonly company: CompanyRow; readonly locale: Locale; readonly instalments: readonly Instalment[] }

/** The PDF/A-3a of a document, its XML inside. Bank details bring the EPC QR code of the whole amount (EPC069-12). */
export function drawDocument(invoice: Invoice, { company, instalments, locale }: Drawing, xml: Uint8Array, at: Date): Promise<Uint8Array> {
  const qr = transferCode(invoice)
  return drawInvoice({
    invoice,
    instalments: instalments.map(({ amountCents, dueOn }) => ({ dueOn, amount: moneyText(amountCents) })),
    look: lookOf(company),
    locale,
    xml,
    mentions: company.footer_note === '' ? [] : [company.footer_note],
    ...(qr === undefined ? {} : { qr }),
    at,
  })
}

export function lookOf(company: CompanyRow): Look {
  const { logo, logo_media_type: mediaType } = company
  return {
    accentColor: company.accent_color,
    ...(logo === null || mediaType === null
      ? {}
      : { logo: { bytes: logo, mediaType: mediaType as NonNullable<Look['logo']>['mediaType'] } }),
  }
}

function transferCode({ number, payment, totals }: Invoice): string | undefined {
  if (payment?.iban === undefined || payment.accountName === undefined || totals.due.startsWith('-')) return undefined
  const { accountName, bic, iban } = payment
  return epcPayload({
    name: accountName,
    iban,
    ...(bic === undefined ? {} : { bic }),
    amountCents: parseMoney(totals.due),
    remittance: number,
  })
}
