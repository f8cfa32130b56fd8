import { readArguments } from '../arguments.ts'
import { namedFiles } from '../einvoice/files.ts'
import { say } from '../say.ts'
import { UsageError } from '../usage-error.ts'
import { statementsIn } from './files.ts'
import { forMachines, forPeople, forSpreadsheets, type Teller } from './tellers.ts'

const ALL_READ = 0
const SOME_NOT_PROVEN = 1
const SOME_UNREADABLE = 2

/** Reads each statement as an import would, and keeps nothing. */
export async function read(args: readonly string[]): Promise<number> {
  const { values, words } = readArguments(args, { options: { json: 'boolean', csv: 'boolean' }, words: Infinity })
  if (words.length === 0) throw new UsageError(say('Aucun fichier n’est nommé.', 'No file is named.'))
  if (values.json === true && values.csv === true)
    throw new UsageError(say('--json ou --csv : l’un des deux.', '--json or --csv: one of the two.'))
  const teller: Teller = values.json === true ? forMachines : values.csv === true ? forSpreadsheets : forPeople
  const counts = { statements: 0, notProven: 0, unreadable: 0 }
  teller.start?.()
  for await (const name of namedFiles(words)) {
    for await (const file of statementsIn(name)) {
      teller.tell(file)
      if ('error' in file.outcome) counts.unreadable += 1
      else {
        counts.statements += file.outcome.statements.length
        counts.notProven += file.outcome.statements.filter(({ proven }) => proven === false).length
      }
    }
  }
  conclude(counts)
  if (counts.unreadable > 0) return SOME_UNREADABLE
  return counts.notProven > 0 ? SOME_NOT_PROVEN : ALL_READ
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
