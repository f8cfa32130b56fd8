/** How to pay what is asked: bank details, and the same in a QR code. */
import { formatIban } from '#core/identifiers'
import type { Cents } from '#core/money'
import { formatMoney, type Locale } from '#core/text'
import type { Invoice } from '#einvoice'
import { asMarkup, type Markup, markup } from '#platform/markup'
import { epcPayload, qrPicture } from '#templates'
import type { PortalWords } from '../texts.ts'

/** Nothing when the invoice names no account. */
export function paymentPart(invoice: Invoice, askCents: Cents, locale: Locale, words: PortalWords): Markup | undefined {
  const { payment } = invoice
  if (payment?.iban === undefined) return undefined
  const holder = payment.accountName ?? invoice.seller.name
  const reference = payment.remittance ?? invoice.number
  const code = epcPayload({
    name: holder,
    iban: payment.iban,
    ...(payment.bic === undefined ? {} : { bic: payment.bic }),
    amountCents: askCents,
    remittance: reference,
  })
  return markup`<section>
<h2>${words.howToPay}</h2>
<div class="pay">
<dl>
<dt>${words.iban}</dt>
<dd><span class="iban">${formatIban(payment.iban)
    .split(' ')
    .map((group) => markup`<span>${group}</span><wbr>`)}</span>
<button type="button" class="button plain copy" data-copy="${payment.iban}" data-done="${words.copied}" hidden>${words.copyIban}</button></dd>
${payment.bic === undefined ? '' : fact(words.bic, payment.bic)}
${fact(words.holder, holder)}
${fact(words.amount, formatMoney(askCents, locale, invoice.currency))}
${fact(words.quote, reference)}
</dl>
<figure class="code">${qrCode(code, words.qrAlternative)}<figcaption>${words.scan}</figcaption></figure>
</div>
</section>`
}

const fact = (label: string, value: string): Markup => markup`<dt>${label}</dt><dd>${value}</dd>`

const qrCode = (payload: string, alternative: string): Markup => {
  const [, drawing = ''] = /^<svg (.*)$/s.exec(new TextDecoder().decode(qrPicture(payload))) ?? []
  return markup`<svg role="img" aria-label="${alternative}" ${asMarkup(drawing)}`
}
