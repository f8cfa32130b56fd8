import { basename } from 'node:path'
import { dayInParis } from '#core/day'
import { readInvoice, xmlOf } from '#einvoice'
import { drawable, readingPage, readingPdf, sheetOfReading } from '#readings'
import { readArguments } from '../arguments.ts'
import { language, say } from '../say.ts'
import { UsageError } from '../usage-error.ts'
import { localeOf } from './choice.ts'
import { eachFile } from '../files/each-file.ts'
import { ALL_WELL } from '../files/unread.ts'
import { outputFor } from './output.ts'
import { INVOICES } from './invoices.ts'

const OPTIONS = { html: 'boolean', pdf: 'boolean', fr: 'boolean', en: 'boolean', to: 'string' } as const

/** Each invoice for a person to read: a page of one file, or a PDF. */
export async function show(args: readonly string[]): Promise<number> {
  const { values, words } = readArguments(args, { options: OPTIONS, words: Infinity })
  if (values.html && values.pdf) throw new UsageError(say('--html ou --pdf, pas les deux.', '--html or --pdf, not both.'))
  const locale = localeOf(values) ?? language()
  const at = new Date()
  const write = outputFor(words, values.to)
  return eachFile(words, {
    ...INVOICES,
    work: async (file, bytes) => {
      const sheet = sheetOfReading(readInvoice(xmlOf(bytes)), locale)
      const about = { fileName: basename(file), on: dayInParis(at), locale }
      if (values.pdf) await write(file, '.pdf', await readingPdf(drawable(sheet), about, at))
      else await write(file, '.html', readingPage(sheet, about))
      return ALL_WELL
    },
  })
}
