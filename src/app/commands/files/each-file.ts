import { shownValue } from '#einvoice'
import { say } from '../say.ts'
import { UsageError } from '../usage-error.ts'
import { namedFiles } from './named-files.ts'
import { type Bound, readBounded } from './read-bounded.ts'
import { ALL_WELL, sentenceFor, type SentenceOf, SOME_UNREADABLE, type Unread, unread } from './unread.ts'

/** What a command knows of the files it is asked about. */
export type Kind = { readonly bound: Bound; readonly sentenceOf: SentenceOf }

type Work = Kind & {
  /** Answers the exit code that the file deserves. */
  readonly work: (file: string, bytes: Uint8Array) => number | Promise<number>
  readonly unreadable?: (file: string, why: Unread) => void
}

/** What every command on files does: one after the other, and on after one that cannot be read. Answers the worst of the exit codes. */
export async function eachFile(words: readonly string[], { bound, sentenceOf, unreadable = complain, work }: Work): Promise<number> {
  if (words.length === 0) throw new UsageError(say('Aucun fichier n’est nommé.', 'No file is named.'))
  let worst = ALL_WELL
  for await (const { name, path } of namedFiles(words)) {
    try {
      worst = Math.max(worst, await work(name, await readBounded(path, bound)))
    } catch (error) {
      unreadable(name, unread(error, sentenceOf))
      worst = SOME_UNREADABLE
    }
  }
  return worst
}

/** One line on standard error, whatever the name holds. */
export const complain = (file: string, why: { fr: string; en: string }): void =>
  void process.stderr.write(`${shownValue(file, LONGEST_SHOWN)}: ${sentenceFor(why)}\n`)

/** A name is shown whole as far as a system has such names. */
export const LONGEST_SHOWN = 4_096
