/** HTML made on the server: every value put in is escaped, unless it is itself markup. For hosted pages and mails. */
import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

export type Markup = HtmlEscapedString

/** `` markup`<p>${name}</p>` ``; lists are joined, `undefined` and `false` print nothing. */
export function markup(strings: TemplateStringsArray, ...values: readonly unknown[]): Markup {
  const made = html(strings, ...values)
  if (made instanceof Promise) throw new TypeError('markup takes values, not promises')
  return made
}

/** Text that is already HTML, CSS or SVG of ours: never anything a person typed. */
export const asMarkup = (trusted: string): Markup => raw(trusted)
