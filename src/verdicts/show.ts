import type { OperationsOf } from '#platform/api'
import { readingPdf } from '#readings'
import type { verdictsContract } from './contract.ts'
import { bytesOf, stemOf } from './read-file.ts'
import { inThread } from './thread.ts'

type Operations = OperationsOf<typeof verdictsContract>

/** The invoice for a person to read, whatever its file. The PDF is drawn where all documents are. */
export const show: Operations['show'] = async ({ locale, now, today }, { file, format }) => {
  const about = { fileName: file.name, on: today, locale }
  const given = { bytes: await bytesOf(file), about }
  if (format === 'html') return new File([await inThread('readPage', given)], `${stemOf(file)}.html`, { type: 'text/html;charset=utf-8' })
  const pdf = await readingPdf(await inThread('readSheet', given), about, now)
  return new File([new Uint8Array(pdf)], `${stemOf(file)}.pdf`, { type: 'application/pdf' })
}
