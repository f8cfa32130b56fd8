import { readFile } from 'node:fs/promises'
import { say } from '../say.ts'
import { UsageError } from '../usage-error.ts'
import { namedFiles } from './named-files.ts'
import { ALL_WELL, sentenceFor, type SentenceOf, SOME_UNREADABLE, type Unread, unread } from './unread.ts'

type Work = {
  /** Answers the exit code that the file deserves. */
  readonly work: (file: string, bytes: Uint8Array) => number | Promise<number>
  readonly sentenceOf: SentenceOf
  readonly unreadable?: (file: string, why: Unread) => void
}

/** What every command on files does: one after the other, and on after one that cannot be read. Answers the worst of the exit codes. */
export async function eachFile(words: readonly string[], { sentenceOf, unreadable = complain, work }: Work): Promise<number> {
  if (words.length === 0) throw new UsageError(say('Aucun fichier n’est nommé.', 'No file is named.'))
  let worst = ALL_WELL
  for await (const file of namedFiles(words)) {
    try {
      worst = Math.max(worst, await work(file, await readFile(file)))
    } catch (error) {
      unreadable(file, unread(error, sentenceOf))
      worst = SOME_UNREADABLE
    }
  }
  return worst
}

/** One line on standard error. */
export const complain = (file: string, why: { fr: string; en: string }): void => void process.stderr.write(`${file}: ${sentenceFor(why)}\n`)
