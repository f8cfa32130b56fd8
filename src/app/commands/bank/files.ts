import { readFile } from 'node:fs/promises'
import { readStatements, refusalSentence, type StatementFile, unpack } from '#banking'
import { Refusal } from '#core/refusal'
import { sentencesOf } from '../../command-failures.ts'

/** Why a file could not be read: ours by its code, the disk's by its own. */
export type Unread = { readonly error: string; readonly fr: string; readonly en: string }

export type FileRead = { readonly name: string; readonly outcome: StatementFile | Unread }

/** The file, or those of a zip one by one, as `releves.zip/avril.xml`. */
export async function* statementsIn(name: string): AsyncGenerator<FileRead> {
  let files: ReturnType<typeof unpack>
  try {
    files = unpack({ name, bytes: await readFile(name) })
  } catch (error) {
    yield { name, outcome: unread(error) }
    return
  }
  for (const file of files) {
    const inside = file.name === name ? name : `${name}/${file.name}`
    yield { name: inside, outcome: 'refusal' in file ? unread(file.refusal) : outcomeOf(file.bytes) }
  }
}

function outcomeOf(bytes: Uint8Array): StatementFile | Unread {
  try {
    return readStatements(bytes)
  } catch (error) {
    return unread(error)
  }
}

function unread(error: unknown): Unread {
  if (error instanceof Refusal) {
    const { code, facts } = error
    return { error: code, fr: refusalSentence('fr', code, facts), en: refusalSentence('en', code, facts) }
  }
  const sentences = sentencesOf(error)
  if (sentences) return { error: codeOf(error), ...sentences }
  throw error
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'unreadable')
