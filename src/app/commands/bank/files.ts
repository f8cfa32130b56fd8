import { readStatements, refusalSentence, type StatementFile, unpack } from '#banking'
import { type Unread, unread } from '../files/unread.ts'

export type FileRead = { readonly name: string; readonly outcome: StatementFile | Unread }

/** The file, or those of a zip one by one, as `releves.zip/avril.xml`. Of a zip, one that cannot be read leaves the others. */
export function* statementsIn(name: string, bytes: Uint8Array): Generator<FileRead> {
  for (const file of unpack({ name, bytes })) {
    const inside = file.name === name ? name : `${name}/${file.name}`
    yield { name: inside, outcome: 'refusal' in file ? unread(file.refusal, refusalSentence) : outcomeOf(file.bytes) }
  }
}

function outcomeOf(bytes: Uint8Array): StatementFile | Unread {
  try {
    return readStatements(bytes)
  } catch (error) {
    return unread(error, refusalSentence)
  }
}
