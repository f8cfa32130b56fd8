import { convert as write, type Failure, type Loss, readInvoice, shownValue, xmlOf } from '#einvoice'
import { TARGETS } from '#verdicts/contract'
import { readArguments } from '../arguments.ts'
import { choice } from './choice.ts'
import { complain, eachFile } from '../files/each-file.ts'
import { ALL_WELL, SOME_WRONG } from '../files/unread.ts'
import { outputFor } from './output.ts'
import { INVOICES } from './invoices.ts'

/** Writes each invoice in another syntax or profile, and names what has no place in it. */
export async function convert(args: readonly string[]): Promise<number> {
  const { values, words } = readArguments(args, { options: { as: 'string', to: 'string' }, words: Infinity })
  const target = choice('--as', values.as, TARGETS)
  const output = outputFor(words, values.to)
  return eachFile(words, {
    ...INVOICES,
    work: async (file, bytes) => {
      const { faults, losses, xml } = write(readInvoice(xmlOf(bytes)), TARGETS[target])
      await output(file, `.${target}.xml`, xml)
      for (const loss of losses) complain(file, lost(loss))
      for (const fault of faults) complain(file, wrongNow(fault))
      return losses.length + faults.length > 0 ? SOME_WRONG : ALL_WELL
    },
  })
}

/** The result is no invoice that would pass. */
const wrongNow = ({ en, fr, rule }: Failure): { fr: string; en: string } => ({
  fr: `le résultat n’est pas conforme : ${rule} ${fr}`,
  en: `the result is not valid: ${rule} ${en}`,
})

/** One line, whatever the value holds. */
function lost({ path, term, value }: Loss): { fr: string; en: string } {
  const name = term === undefined ? path : `${term} (${path})`
  const shown = shownValue(value)
  return { fr: `perdu : ${name} « ${shown} »`, en: `lost: ${name} “${shown}”` }
}
