import { packPair } from '#einvoice'
import { LEVELS } from '#verdicts/contract'
import { readArguments } from '../arguments.ts'
import { say } from '../say.ts'
import { UsageError } from '../usage-error.ts'
import { choice } from './choice.ts'
import { complain } from '../files/each-file.ts'
import { ALL_WELL, SOME_WRONG, SOME_UNREADABLE, unread } from '../files/unread.ts'
import { writeNew } from './output.ts'
import { readBounded } from '../files/read-bounded.ts'
import { INVOICES } from './invoices.ts'

/** Attaches an invoice to a PDF, as Factur-X, and tells why the result is no PDF/A-3 when it cannot be one. */
export async function pack(args: readonly string[]): Promise<number> {
  const { values, words } = readArguments(args, { options: { to: 'string', level: 'string' }, words: 2 })
  const [xml, pdf] = words
  const { to } = values
  if (xml === undefined || pdf === undefined || to === undefined)
    throw new UsageError(say('Il faut une facture XML, un PDF et --to FICHIER.pdf.', 'An XML invoice, a PDF and --to FILE.pdf are needed.'))
  const level = values.level === undefined ? undefined : LEVELS[choice('--level', values.level, LEVELS)]
  try {
    const { bytes, faults, reasons } = packPair(await readBounded(pdf, INVOICES.bound), await readBounded(xml, INVOICES.bound), {
      at: new Date(),
      level,
    })
    await writeNew(to, bytes)
    for (const reason of reasons) complain(to, reason)
    for (const { en, fr, rule } of faults)
      complain(to, { fr: `la facture n’est pas conforme : ${rule} ${fr}`, en: `the invoice is not valid: ${rule} ${en}` })
    return reasons.length + faults.length > 0 ? SOME_WRONG : ALL_WELL
  } catch (error) {
    complain(`${xml}, ${pdf}`, unread(error, INVOICES.sentenceOf))
    return SOME_UNREADABLE
  }
}
