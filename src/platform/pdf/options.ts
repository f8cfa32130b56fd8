import type { Locale } from '#core/text'

export type PdfAttachment = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly mimeType: string
  readonly relationship: 'alternative' | 'data' | 'source'
  readonly description?: string
}

export type PdfOptions = {
  /** Absolute path of a `.typ` file that defines `draw(data)`; it and what it imports live in one folder. */
  readonly template: string
  /** Plain JSON. The template receives it as values, never as Typst source: whatever a customer is called, it is printed literally. */
  readonly data: unknown
  readonly attachment?: PdfAttachment
  /** Printed nowhere, written as creation date: the same options give the same bytes. */
  readonly at: Date
  readonly locale: Locale
  /** Pictures by file name; the template reads them as `/drawing/<name>`. The extension tells the format. */
  readonly assets?: Readonly<Record<string, Uint8Array>>
}
