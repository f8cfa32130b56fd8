import { MAX_BYTES, refusalSentence, tooLarge } from '#banking'
import { readArguments } from '../arguments.ts'
import { eachFile } from '../files/each-file.ts'
import { ALL_WELL, SOME_UNREADABLE, SOME_WRONG } from '../files/unread.ts'
import { say } from '../say.ts'
import { UsageError } from '../usage-error.ts'
import { type FileRead, statementsIn } from './files.ts'
import { forMachines, forPeople, forSpreadsheets, type Teller } from './tellers.ts'

/** Reads each statement as an import would, and keeps nothing. A statement that does not prove is one that is not well. */
export async function read(args: readonly string[]): Promise<number> {
  const { values, words } = readArguments(args, { options: { json: 'boolean', csv: 'boolean' }, words: Infinity })
  if (values.json === true && values.csv === true)
    throw new UsageError(say('--json ou --csv : l’un des deux.', '--json or --csv: one of the two.'))
  const teller: Teller = values.json === true ? forMachines : values.csv === true ? forSpreadsheets : forPeople
  const counts = { statements: 0, notProven: 0, unreadable: 0 }
  const take = (file: FileRead): number => {
    teller.tell(file)
    if ('error' in file.outcome) {
      counts.unreadable += 1
      return SOME_UNREADABLE
    }
    const { statements } = file.outcome
    const notProven = statements.filter(({ proven }) => proven === false).length
    counts.statements += statements.length
    counts.notProven += notProven
    return notProven > 0 ? SOME_WRONG : ALL_WELL
  }
  if (words.length > 0) teller.start?.()
  const code = await eachFile(words, {
    bound: { mostBytes: MAX_BYTES, tooLarge },
    sentenceOf: refusalSentence,
    work: (name, bytes) => statementsIn(name, bytes).reduce((worst, file) => Math.max(worst, take(file)), ALL_WELL),
    unreadable: (name, why) => take({ name, outcome: why }),
  })
  conclude(counts)
  return code
}

type Counts = { readonly statements: number; readonly notProven: number; readonly unreadable: number }

function conclude({ notProven, statements, unreadable }: Counts): void {
  if (statements + unreadable < 2) return
  process.stderr.write(
    `${say(
      `${statements} relevés, dont ${notProven} qui ne se prouvent pas ; ${unreadable} fichiers illisibles`,
      `${statements} statements, of which ${notProven} do not prove; ${unreadable} unreadable files`,
    )}\n`,
  )
}
