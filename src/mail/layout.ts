/** One look for every mail a company sends to its customers: the figures first, one button, plain words. Text and HTML say the same. */
import type { CompanyRow } from '#company'
import { readableAccent } from '#templates'
import type { Locale } from '#core/text'
import { asMarkup, type Markup, markup } from '#platform/markup'
import { blockMarkup, INK, type MailBlock, QUIET } from './blocks.ts'

export type MailDraft = {
  readonly locale: Locale
  readonly subject: string
  readonly sender: { readonly name: string; readonly accentColor: string; readonly lines: readonly string[] }
  readonly blocks: readonly MailBlock[]
}

/** The company as a mail ends with it. */
export function mailSender(company: CompanyRow): MailDraft['sender'] {
  const place = [company.address_line1, [company.postcode, company.city].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  return {
    name: company.name,
    accentColor: company.accent_color,
    lines: [place, [company.phone, company.email].filter(Boolean).join(' · ')].filter(Boolean),
  }
}

export function layoutMail(draft: MailDraft): { subject: string; text: string; html: string } {
  return { subject: draft.subject, text: plainText(draft), html: page(draft).toString() }
}

const COLONS: Readonly<Record<Locale, string>> = { fr: ' : ', en: ': ' }

function plainText({ blocks, locale, sender }: MailDraft): string {
  return [...blocks.map((block) => blockText(block, COLONS[locale])), `-- \n${[sender.name, ...sender.lines].join('\n')}`].join('\n\n')
}

function blockText(block: MailBlock, colon: string): string {
  if (block.kind === 'paragraph') return block.text
  if (block.kind === 'figure') return `${block.label}${colon}${block.value}${block.detail === undefined ? '' : `\n${block.detail}`}`
  if (block.kind === 'facts') return block.rows.map(({ label, value }) => `${label}${colon}${value}`).join('\n')
  if (block.kind === 'button') return `${block.label}\n${block.href}`
  return block.rows.map(({ cells, href }) => `- ${cells.join(' · ')}${href === undefined ? '' : `\n  ${href}`}`).join('\n')
}

/** Mail programs read style attributes and little else; those that know the dark read the block below too. */
const DARK = `
@media (prefers-color-scheme: dark) {
  .page { background: #17191c !important; }
  .sheet { background: #212429 !important; border-left-color: #383c42 !important; border-right-color: #383c42 !important; border-bottom-color: #383c42 !important; }
  .ink { color: #f1f3f5 !important; }
  .quiet { color: #a9b0b8 !important; }
  .line { border-color: #383c42 !important; }
}`

const FONT = "font-family:Inter,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"

function page({ blocks, locale, sender, subject }: MailDraft): Markup {
  const accent = readableAccent(sender.accentColor)
  return markup`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${subject}</title>
<style>${asMarkup(DARK)}</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f4f5f6">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#f4f5f6">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" class="sheet" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border:1px solid #e2e5e8;border-top:4px solid ${accent};border-radius:6px;${asMarkup(FONT)}">
<tr><td style="padding:28px 28px 8px">
<p class="ink" style="margin:0 0 20px;font-size:16px;font-weight:600;${INK}">${sender.name}</p>
${blocks.map((block) => blockMarkup(block, accent))}
</td></tr>
<tr><td class="line" style="padding:16px 28px 24px;border-top:1px solid #e2e5e8">
<p class="quiet" style="margin:0;font-size:13px;line-height:20px;${QUIET}">${[sender.name, ...sender.lines].map((line) => markup`${line}<br>`)}</p>
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>`
}
