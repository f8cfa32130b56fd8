/** What surrounds every hosted page. It is complete in one answer: style inside, no picture to fetch. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Locale } from '#core/text'
import { asMarkup, type Markup, markup } from '#platform/markup'

const STYLE = readFileSync(new URL('portal.css', import.meta.url), 'utf8')
export const COPY_SCRIPT = readFileSync(new URL('copy.js', import.meta.url), 'utf8')

/** `#rrggbb`; the only part of the style that a company chooses. */
const accentStyle = (accent: string): string => `:root{--accent:${/^#[0-9a-f]{6}$/i.test(accent) ? accent : '#1f5f5b'}}`

export type HostedPage = { readonly html: string; readonly policy: string }

export function frame(page: { locale: Locale; title: string; accent: string; body: Markup; script?: string }): HostedPage {
  const style = STYLE + accentStyle(page.accent)
  const html = markup`<!doctype html>
<html lang="${page.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="format-detection" content="telephone=no">
<title>${page.title}</title>
<link rel="icon" href="data:,">
<style>${asMarkup(style)}</style>
</head>
<body>
${page.body}
${page.script === undefined ? '' : markup`<script src="${page.script}" defer></script>`}
</body>
</html>`
  return { html: html.toString(), policy: policyFor(style) }
}

/** Nothing may be loaded but our own script and the pictures written in the page; no form, no frame around it. */
function policyFor(style: string): string {
  const styleHash = createHash('sha256').update(style).digest('base64')
  return `default-src 'none'; script-src 'self'; style-src 'sha256-${styleHash}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
}
