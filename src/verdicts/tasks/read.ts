import { readInvoice, xmlOf } from '#einvoice'
import { type About, drawable, readingPage, type Sheet, sheetOfReading } from '#readings'

type Given = { readonly bytes: Uint8Array; readonly about: About }

export const readPage = ({ about, bytes }: Given): string => readingPage(sheetIn({ about, bytes }), about)

/** What is to be drawn. */
export const readSheet = (given: Given): Sheet => drawable(sheetIn(given))

const sheetIn = ({ about, bytes }: Given): Sheet => sheetOfReading(readInvoice(xmlOf(bytes)), about.locale)
