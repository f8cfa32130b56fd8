import { convert as write, type Loss, readInvoice, xmlOf } from '#einvoice'
import { TARGETS } from '#verdicts/contract'
import { readArguments } from '../arguments.ts'
import { choice } from './choice.ts'
import { complain, eachFile } from '../files/each-file.ts'
import { ALL_WELL, SOME_WRONG } from '../files/unread.ts'
import { outputFor } from './output.ts'
import { sentenceOf } from './sentence-of.ts'

/** Writes each invoice in another syntax or profile, and names what has no place in it. */
export async function convert(args: readonly string[]): Promise<number> {
  const { values, words } = readArguments(args, { options: { as: 'string', to: 'string' }, words: Infinity })
  const target = choice('--as', values.as, TARGETS)
  const output = outputFor(words, values.to)
  return eachFile(words, {
    sentenceOf,
    work: async (file, bytes) => {
      const { losses, xml } = write(readInvoice(xmlOf(bytes)), TARGETS[target])
      await output(file, `.${target}.xml`, xml)
      for (const loss of losses) complain(file, lost(loss))
      return losses.length > 0 ? SOME_WRONG : ALL_WELL
    },
  })
}

/** An attachment is megabytes of letters. */
const SHOWN_LENGTH = 200

/** One line, whatever the value holds. */
function lost({ path, term, value }: Loss): { fr: string; en: string } {
  const name = term === undefined ? path : `${term} (${path})`
  const start = value.length > SHOWN_LENGTH ? `${value.slice(0, SHOWN_LENGTH)}…` : value
  const shown = start.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
  return { fr: `perdu : ${name} « ${shown} »`, en: `lost: ${name} “${shown}”` }
}
