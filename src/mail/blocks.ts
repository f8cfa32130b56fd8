/** The parts a mail is made of, as HTML that mail programs draw alike: tables and style attributes. */
import { type Markup, markup } from '#platform/markup'

export type MailBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  /** What the reader looks for first: how much, until when. */
  | { readonly kind: 'figure'; readonly label: string; readonly value: string; readonly detail?: string }
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: string; readonly value: string }[] }
  | { readonly kind: 'button'; readonly label: string; readonly href: string }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly MailRow[] }

/** The first cell leads to `href`; the last one is an amount. */
export type MailRow = { readonly cells: readonly string[]; readonly href?: string }

type Block<Kind extends MailBlock['kind']> = Extract<MailBlock, { kind: Kind }>

export const INK = 'color:#1c2024'
export const QUIET = 'color:#5b6470'

/** `accent`: dark enough to carry white. */
export function blockMarkup(block: MailBlock, accent: string): Markup {
  if (block.kind === 'paragraph') return paragraph(block)
  if (block.kind === 'figure') return figure(block)
  if (block.kind === 'facts') return facts(block)
  return block.kind === 'button' ? button(block, accent) : table(block)
}

const paragraph = ({ text }: Block<'paragraph'>): Markup =>
  markup`<p class="ink" style="margin:0 0 16px;font-size:16px;line-height:24px;${INK}">${linesOf(text)}</p>\n`

const linesOf = (text: string): Markup[] => text.split('\n').map((line, index) => (index === 0 ? markup`${line}` : markup`<br>${line}`))

const figure = ({ detail, label, value }: Block<'figure'>): Markup => markup`
<p class="quiet" style="margin:0;font-size:14px;line-height:20px;${QUIET}">${label}</p>
<p class="ink" style="margin:0;font-size:28px;line-height:36px;font-weight:600;${INK}">${value}</p>
<p class="ink" style="margin:0 0 20px;font-size:16px;line-height:24px;${INK}">${detail}</p>\n`

function facts({ rows }: Block<'facts'>): Markup {
  const cell = 'font-size:14px;line-height:20px;vertical-align:top'
  const drawn = rows.map(
    ({ label, value }) => markup`<tr>
<td class="quiet" style="padding:2px 16px 2px 0;${cell};${QUIET}">${label}</td>
<td class="ink" style="padding:2px 0;${cell};${INK}">${value}</td></tr>\n`,
  )
  return markup`<table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 20px">${drawn}</table>\n`
}

const button = ({ href, label }: Block<'button'>, accent: string): Markup => markup`
<table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 24px"><tr><td style="border-radius:6px;background:${accent}">
<a href="${href}" style="display:inline-block;padding:12px 20px;font-size:16px;line-height:20px;font-weight:600;color:#ffffff;text-decoration:none">${label}</a>
</td></tr></table>\n`

/** The last column holds amounts: at right, never broken. */
function table({ head, rows }: Block<'table'>): Markup {
  const cell = 'font-size:14px;line-height:20px;border-bottom:1px solid #e2e5e8'
  const styleOf = (column: number): string =>
    column === head.length - 1
      ? `${cell};padding:8px 0;text-align:right;white-space:nowrap`
      : `${cell};padding:8px 12px 8px 0;text-align:left`
  const titles = head.map(
    (title, column) => markup`<th scope="col" class="quiet line" style="${styleOf(column)};font-weight:400;${QUIET}">${title}</th>`,
  )
  const drawn = rows.map(({ cells, href }) => {
    const linked = (text: string): Markup => markup`<a class="ink" href="${href}" style="${INK}">${text}</a>`
    const texts = cells.map((text, column) => (href !== undefined && column === 0 ? linked(text) : text))
    return markup`<tr>${texts.map((text, column) => markup`<td class="ink line" style="${styleOf(column)};${INK}">${text}</td>`)}</tr>\n`
  })
  return markup`<table width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 20px;border-collapse:collapse">
<tr>${titles}</tr>\n${drawn}</table>\n`
}
