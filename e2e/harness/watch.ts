/** What a page does behind the person's back: errors it logs, requests it sends to another host. */
import type { BrowserContext, Page } from 'playwright-core'

export type Watch = { readonly pages: Page[]; readonly errors: string[]; readonly strangers: string[] }

/** A refusal of the API is an answer; the browser logs it as if it were a fault. */
const REFUSED = /Failed to load resource: the server responded with a status of 4\d\d/

export function watch(context: BrowserContext, home: string): Watch {
  const seen: Watch = { pages: [], errors: [], strangers: [] }
  context.on('page', (page) => {
    seen.pages.push(page)
    page.on('pageerror', (error) => seen.errors.push(`${page.url()}: ${error.stack ?? error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error' && !REFUSED.test(message.text())) seen.errors.push(`${page.url()}: ${message.text()}`)
    })
  })
  context.on('request', (request) => {
    const { host, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && host !== new URL(home).host) seen.strangers.push(request.url())
  })
  return seen
}
