/** An invoice as one HTML file that asks for nothing: style within, no script. Whatever a name holds, it is text. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { textsOf } from '#core/text'
import { asMarkup, type Markup, markup } from '#platform/markup'
import { type About, footnote } from './about.ts'
import type { SheetLine } from './rules/sheet-lines.ts'
import type { Block } from './rules/sheet-parties.ts'
import type { Sheet } from './rules/sheet.ts'
import { type Field, isShown } from './rules/spots.ts'
import { joined } from './rules/wording.ts'
import { type SheetTexts, sheetTexts } from './texts.ts'

const STYLE = readFileSync(new URL('page.css', import.meta.url), 'utf8')
/** The file keeps its promise wherever it is opened: nothing is loaded, nothing runs. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`

/** Marks that turn the reading order: with one, a name prints an amount backwards. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g

export function readingPage(sheet: Sheet, about: About): string {
  const texts = textsOf(sheetTexts, about.locale)
  const title = sheet.title.text || texts.untitled
  const made = markup`<!doctype html>
<html lang="${about.locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="format-detection" content="telephone=no">
<title>${joined([title, sheet.number.text, sheet.seller.name.text], ' · ')}</title>
<style>${asMarkup(STYLE)}</style>
</head>
<body>
<main>
<header>
${party(sheet.seller)}
<div class="title"><h1>${title}</h1><p>${sheet.number.text}</p></div>
</header>
<div class="halves">
${rows(sheet.head)}
${party(sheet.buyer)}
</div>
${sheet.others.length > 0 && markup`<div class="halves">${sheet.others.map(party)}</div>`}
${lines(sheet.lines.rows, texts)}
<div class="foot">
<div class="blocks">${vat(sheet, texts)}${part(texts.payment.title, sheet.payment)}${part(texts.attachments, sheet.attachments)}</div>
${totals(sheet, texts)}
</div>
${notes(sheet.notes.fields, texts)}
</main>
<footer>${footnote(about)}</footer>
</body>
</html>
`
  return made.toString().replace(TURNING, '')
}

function party(block: Block): Markup {
  const isAddress = ({ path }: Field): boolean => path === `${block.path}.address`
  return markup`<section class="party"><h2>${block.title}</h2>
${block.name.text !== '' && markup`<p class="name">${block.name.text}</p>`}
${block.fields.map((field) => (isAddress(field) ? markup`<p>${field.text}</p>` : markup`<p class="small"><span>${field.label}</span> ${field.text}</p>`))}
</section>`
}

function rows(fields: readonly Field[]): Markup {
  return markup`<dl>${fields.map(({ label, text }) => markup`<div><dt>${label}</dt><dd>${text}</dd></div>\n`)}</dl>`
}

const part = (title: string, fields: readonly Field[]): Markup | false =>
  fields.length > 0 && markup`<section><h2>${title}</h2>${rows(fields)}</section>`

function lines(all: readonly SheetLine[], { line: labels }: SheetTexts): Markup | false {
  const head = (label: string, isFigure = true): Markup => markup`<th scope="col"${isFigure && asMarkup(' class="figure"')}>${label}</th>`
  return (
    all.length > 0 &&
    markup`<table class="lines">
<thead><tr>${head(labels.name, false)}${head(labels.quantity)}${head(labels.price)}${head(labels.vat)}${head(labels.net)}</tr></thead>
<tbody>
${all.map(lineRow)}</tbody>
</table>`
  )
}

function lineRow(line: SheetLine): Markup {
  const figure = ({ label, text }: Field): Markup => markup`<td class="figure" data-label="${label}">${text}</td>`
  const detail = ({ label, path, text }: Field): Markup =>
    path.endsWith('.description') ? markup`<p>${text}</p>` : markup`<p><span>${label}</span> ${text}</p>`
  return markup`<tr><td>${line.id.text !== '' && markup`<span class="id">${line.id.text}</span>`} <span class="what">${line.name.text}</span>${line.details.filter(isShown).map(detail)}</td>${figure(line.quantity)}${figure(line.price)}${figure(line.vat)}${figure(line.net)}</tr>
`
}

/** One row for each rate, with the reason when there is no VAT. */
function vat({ vat: { rows: rates } }: Sheet, { vat: labels }: SheetTexts): Markup | false {
  return (
    rates.length > 0 &&
    markup`<table class="vat">
<thead><tr><th scope="col">${labels.title}</th><th scope="col" class="figure">${labels.base}</th><th scope="col" class="figure">${labels.tax}</th></tr></thead>
<tbody>
${rates.map(({ base, rate, reason, tax }) => markup`<tr><td>${rate.text}${reason.text !== '' && markup`<p>${reason.text}</p>`}</td><td class="figure">${base.text}</td><td class="figure">${tax.text}</td></tr>\n`)}</tbody>
</table>`
  )
}

function totals({ allowances, totals: { fields } }: Sheet, texts: SheetTexts): Markup {
  return markup`<section aria-label="${texts.totals.title}"><dl class="totals">
${[...allowances, ...fields].map(({ label, path, text }) => markup`<div class="${path.replace('totals.', '')}"><dt>${label}</dt><dd>${text}</dd></div>\n`)}</dl></section>`
}

const notes = (fields: readonly Field[], { notesTitle }: SheetTexts): Markup | false =>
  fields.length > 0 &&
  markup`<section class="notes"><h2>${notesTitle}</h2>
${fields.map(({ label, text }) => markup`<p>${label !== '' && markup`<span>${label}</span>`} ${text}</p>\n`)}</section>`
