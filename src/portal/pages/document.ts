/** The hosted invoice or credit note: the amount and the day first, how to pay second, then everything else. */
import { type Day, daysBetween } from '#core/day'
import { parseMoney, sum } from '#core/money'
import { formatDay, formatMoney, type Locale, textsOf } from '#core/text'
import { type Markup, markup } from '#platform/markup'
import { quantityWithUnit, readableAccent, sellerInLaw } from '#templates'
import type { HostedDocument } from '../hosted-document.ts'
import { type Standing, standingOf } from '../rules/standing.ts'
import { texts, type PortalWords } from '../texts.ts'
import { frame, type HostedPage } from './frame.ts'
import { paymentPart } from './payment.ts'

export const COPY_SCRIPT_PATH = '/f/copier.js'

type View = { readonly hosted: HostedDocument; readonly locale: Locale; readonly today: Day; readonly address: string }
type Shown = View & {
  readonly words: PortalWords
  readonly money: (amount: Parameters<typeof formatMoney>[0]) => string
  readonly longDay: (day: Day) => string
}

export function documentPage(view: View): HostedPage {
  const { hosted, locale } = view
  const words = textsOf(texts, locale)
  const { currency, number, seller } = hosted.document
  const shown: Shown = {
    ...view,
    words,
    money: (amount) => formatMoney(amount, locale, currency),
    longDay: (day) => formatDay(day, locale, 'long'),
  }
  const standing = standingOf(hosted.parts, hosted.settlements, view.today)
  const credit = hosted.kind === 'credit_note'
  const pay = !credit && standing.askCents > 0n ? paymentPart(hosted.document, standing.askCents, locale, words) : undefined
  const body = markup`${head(shown)}
<main>
<article class="sheet">
${credit ? creditAsk(shown) : ask(shown, standing)}
${pay}
${instalments(shown)}
${received(shown)}
${lines(shown, standing)}
</article>
</main>
${foot(shown)}`
  const title = `${credit ? words.creditNote : words.invoice} ${number} · ${seller.name}`
  return frame({ locale, title, accent: readableAccent(hosted.company.accent_color), body, ...(pay && { script: COPY_SCRIPT_PATH }) })
}

function head({ address, hosted: { company }, locale, words }: Shown): Markup {
  const { logo, logo_media_type: mediaType } = company
  const picture = logo !== null && mediaType !== null ? markup`<img src="data:${mediaType};base64,${logo.toString('base64')}" alt="">` : ''
  const other = locale === 'fr' ? 'en' : 'fr'
  return markup`<header>${picture}<span>${company.name}</span>
<span class="language"><a href="${address}?lang=${other}" lang="${other}" hreflang="${other}">${words.otherLanguage}</a></span></header>`
}

function identity({ hosted, longDay, words }: Shown): Markup {
  const { document, kind } = hosted
  return markup`<h1>${kind === 'credit_note' ? words.creditNote : words.invoice} ${document.number} <span>${words.issuedOn(longDay(document.issuedOn))}</span></h1>`
}

function actions({ address, words }: Shown): Markup {
  return markup`<p class="actions"><a class="button" href="${address}/facture.pdf">${words.pdf}</a>
<a class="button plain" href="${address}/facture.xml">${words.xml}</a></p>`
}

function ask(shown: Shown, standing: Standing): Markup {
  const { longDay, money, words } = shown
  if (standing.dueOn === undefined) return settledAsk(shown, standing)
  const late = standing.state === 'late'
  const when = late
    ? words.lateSince(longDay(standing.dueOn), standing.daysLate)
    : standing.dueOn === shown.today
      ? words.dueToday
      : words.dueOn(longDay(standing.dueOn))
  return markup`<div class="ask">${identity(shown)}
<p class="quiet">${words.toPay}</p>
<p class="figure">${money(standing.askCents)}</p>
<p class="${late ? 'late' : ''}">${when}</p>
${standing.remainingCents > standing.askCents ? markup`<p class="note">${words.remainsInAll(money(standing.remainingCents))}</p>` : ''}
${late ? markup`<p class="note">${words.lateCalm}</p>` : ''}
${actions(shown)}</div>`
}

function settledAsk(shown: Shown, { state }: Standing): Markup {
  const { hosted, longDay, words } = shown
  const last = hosted.settlements.at(-1)
  const detail = state === 'credited' ? words.creditedDetail : last === undefined ? words.zeroDetail : words.paidDetail(longDay(last.on))
  return markup`<div class="ask">${identity(shown)}
<p class="figure paid">${state === 'paid' && last !== undefined ? words.paid : words.nothingToPay}</p>
<p>${detail}</p>
${actions(shown)}</div>`
}

function creditAsk(shown: Shown): Markup {
  const { hosted, money, words } = shown
  const [corrected] = hosted.document.precedingInvoices ?? []
  return markup`<div class="ask">${identity(shown)}
<p class="quiet">${words.credit}</p>
<p class="figure">${money(hosted.document.totals.gross)}</p>
${corrected === undefined ? '' : markup`<p>${words.creditOf(corrected.number)}</p>`}
<p class="note">${words.creditDetail}</p>
${actions(shown)}</div>`
}

function instalments({ hosted: { parts }, longDay, money, today, words }: Shown): Markup | undefined {
  if (parts.length < 2) return undefined
  const state = ({ amountCents, dueOn, openCents }: (typeof parts)[number]): Markup => {
    if (openCents === 0n) return markup`<small class="paid">${words.instalmentPaid}</small>`
    const left = openCents < amountCents ? words.instalmentLeft(money(openCents)) : undefined
    const late = dueOn < today ? words.instalmentLate(daysBetween(dueOn, today)) : undefined
    const note = [left, late].filter((text) => text !== undefined).join(' · ')
    return note === '' ? markup`` : markup`<small class="${late === undefined ? '' : 'late'}">${note}</small>`
  }
  return markup`<section><h2>${words.instalments}</h2><table><tbody>
${parts.map((part) => markup`<tr><td>${longDay(part.dueOn)}${state(part)}</td><td>${money(part.amountCents)}</td></tr>\n`)}
</tbody></table></section>`
}

function received({ hosted: { settlements }, longDay, money, words }: Shown): Markup | undefined {
  if (settlements.length === 0) return undefined
  const name = { payment: words.payment, credit_note: words.creditNoteOf }
  return markup`<section><h2>${words.received}</h2><table><tbody>
${settlements.map(({ amountCents, by, on }) => markup`<tr><td>${name[by]} <span class="quiet">${words.onDay(longDay(on))}</span></td><td>${money(amountCents)}</td></tr>\n`)}
</tbody></table></section>`
}

function lines({ hosted, locale, money, words }: Shown, standing: Standing): Markup {
  const { totals, lines: drawn } = hosted.document
  const settledCents = sum(hosted.settlements.map(({ amountCents }) => amountCents))
  const total = (label: string, amount: string): Markup => markup`<tr><th scope="row">${label}</th><td>${amount}</td></tr>\n`
  return markup`<section><h2>${words.details}</h2><table><tbody>
${drawn.map((line) => markup`<tr><td>${line.item.name}<small>${quantityWithUnit(line.quantity, line.unit, locale)}</small></td><td>${money(line.netAmount)}</td></tr>\n`)}
</tbody><tfoot>
${total(words.net, money(totals.net))}
${parseMoney(totals.vat) === 0n ? '' : total(words.vat, money(totals.vat))}
${total(words.gross, money(totals.gross))}
${settledCents > 0n && hosted.kind === 'invoice' ? total(words.remaining, money(standing.remainingCents)) : ''}
</tfoot></table></section>`
}

function foot({ hosted: { company, document, customerName }, words }: Shown): Markup {
  const { seller } = document
  const { address } = seller
  const contact = [company.email, company.phone].filter((text) => text !== '')
  const place = [address.line1, address.line2, [address.postcode, address.city].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  return markup`<footer>
${contact.length === 0 ? '' : markup`<p>${words.question} ${company.email === '' ? '' : markup`<a class="quiet-link" href="mailto:${company.email}?subject=${encodeURIComponent(document.number)}">${company.email}</a>`} ${company.phone}</p>`}
<p>${words.for(customerName)}</p>
<p>${sellerInLaw(seller, words)}<br>${place}</p>
</footer>`
}
