/** The API, for programs (`/openapi.json`) and for people (`/api/docs`): the same document, read aloud by the server, no script. */
import { Hono } from 'hono'
import { html, raw } from 'hono/html'
import packageJson from '../../package.json' with { type: 'json' }

type Schema = Readonly<Record<string, unknown>>
type Operation = {
  readonly operationId?: string
  readonly summary?: string
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema?: Schema }[]
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }
  readonly responses?: Readonly<
    Record<string, { readonly description?: string; readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }>
  >
}
type Document = {
  readonly info: { readonly title: string; readonly version: string }
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

export function openApiPages(describe: (version: string) => Promise<unknown>): Hono {
  const pages = new Hono()
  let document: Promise<unknown> | undefined
  const current = () => (document ??= describe(packageJson.version))
  pages.get('/openapi.json', async (c) => c.json((await current()) as object))
  pages.get('/api/docs', async (c) => c.html(page((await current()) as Document)))
  return pages
}

const STYLE = `
:root { color-scheme: light dark; font: 14px/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 60rem; padding: 24px 16px 64px; }
h1 { font-size: 28px; } h2 { font-size: 20px; margin-top: 48px; border-bottom: 1px solid #8884; padding-bottom: 8px; }
article { border-bottom: 1px solid #8884; padding: 12px 0; } h3 { font-size: 14px; margin: 0; font-weight: 600; }
code { font: 13px ui-monospace, monospace; overflow-wrap: anywhere; } .way { display: inline-block; min-width: 4.5em; font-weight: 600; }
details { margin-top: 8px; } pre { overflow-x: auto; background: #8881; padding: 12px; margin: 8px 0; border-radius: 4px; font: 12px/1.45 ui-monospace, monospace; }
nav a { margin-right: 16px; } p { max-width: 44rem; }
`

function page(document: Document) {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, ways]) =>
    Object.entries(ways).map(([way, operation]) => ({
      path,
      way,
      operation,
      capability: (operation.operationId ?? '').split('.')[0] ?? '',
    })),
  )
  const capabilities = Map.groupBy(operations, (operation) => operation.capability)
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Encours API</title>
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <h1>Encours API ${document.info.version}</h1>
        <p>
          Everything the application does passes through these operations. Send <code>Authorization: Bearer enc_…</code> with an API key of
          a company, <code>Accept-Language: fr</code> or <code>en</code> for the language of sentences, and <code>Idempotency-Key</code> on
          every write that might be sent twice. <code>?dryRun=true</code> answers what a write would do, and changes nothing. Amounts travel
          as <code>"1234.50"</code>, days as <code>"2026-11-21"</code>. Machine-readable: <a href="/openapi.json">/openapi.json</a>.
        </p>
        <nav>${[...capabilities.keys()].map((name) => html`<a href="#${name}">${name}</a> `)}</nav>
        ${[...capabilities].map(
          ([name, list]) =>
            html`<section>
              <h2 id="${name}">${name}</h2>
              ${list.map(article)}
            </section>`,
        )}
      </body>
    </html>`
}

function article({ operation, path, way }: { operation: Operation; path: string; way: string }) {
  const refused = Object.entries(operation.responses ?? {}).filter(([status]) => !status.startsWith('2'))
  const answered = Object.entries(operation.responses ?? {}).find(([status]) => status.startsWith('2'))?.[1]
  return html`<article>
    <h3><span class="way">${way.toUpperCase()}</span> <code>/api${path}</code></h3>
    <div>${operation.summary ?? ''}</div>
    ${
      (operation.parameters ?? []).length === 0
        ? ''
        : html`<div>
            ${(operation.parameters ?? []).map(
              (parameter) => html`<code>${parameter.name}</code> (${parameter.in}${parameter.required === true ? '' : ', optional'}) `,
            )}
          </div>`
    }
    ${schemaBlock('Body', operation.requestBody?.content)} ${schemaBlock('Answer', answered?.content)}
    ${refused.map(([status, answer]) => schemaBlock(`Refused, ${status}`, answer.content))}
  </article>`
}

function schemaBlock(title: string, content: Readonly<Record<string, { readonly schema?: Schema }>> | undefined) {
  const [first] = Object.entries(content ?? {})
  if (!first) return ''
  return html`<details>
    <summary>${title} <code>${first[0]}</code></summary>
    <pre>${JSON.stringify(first[1].schema ?? {}, null, 2)}</pre>
  </details>`
}
