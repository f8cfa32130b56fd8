/** The pages of a document, first to last, with what they inherit (ISO 32000-1 §7.7.3). */
import type { PdfDocument } from '../document.ts'
import { type PdfDict, type PdfValue, as } from '../values.ts'

export type Page = { readonly dict: PdfDict; readonly resources: PdfValue }

const MAX_NODES = 10_000

/** At most `limit` pages. A tree that leads back to itself is walked once. */
export function* pagesOf(pdf: PdfDocument, limit: number): Generator<Page> {
  const seen = new Set<PdfValue>()
  const waiting: { readonly node: PdfValue; readonly resources: PdfValue }[] = [
    { node: pdf.catalog.entries.get('Pages') ?? null, resources: null },
  ]
  let found = 0
  for (let next = waiting.pop(); next && found < limit && seen.size < MAX_NODES; next = waiting.pop()) {
    const key = as(next.node, 'ref')?.id ?? next.node
    const dict = as(pdf.resolve(next.node), 'dict')
    if (!dict || seen.has(key)) continue
    seen.add(key)
    const resources = dict.entries.get('Resources') ?? next.resources
    const kids = as(pdf.resolve(dict.entries.get('Kids')), 'array')?.items
    if (kids) for (const node of kids.toReversed()) waiting.push({ node, resources })
    else {
      found += 1
      yield { dict, resources }
    }
  }
}

/** One stream or several read as one. */
export function pageContent(pdf: PdfDocument, page: PdfDict): Uint8Array {
  const content = pdf.resolve(page.entries.get('Contents'))
  const parts = as(content, 'array')?.items ?? [content]
  const streams = parts.map((part) => as(pdf.resolve(part), 'stream')).filter((stream) => stream !== undefined)
  return Buffer.concat(streams.flatMap((stream) => [pdf.decode(stream), Buffer.from('\n')]))
}
