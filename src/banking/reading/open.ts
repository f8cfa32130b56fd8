import type { Id } from '#core/ids'
import { canonicalJson, sha256Hex } from '#platform/canonical'
import type { LineContent } from '../store.ts'
import { type FileRead, type FileToRead, type StatementHead, TASKS } from './tasks.ts'
import { inThread } from './thread.ts'

/** From here on a file takes seconds to read: it is read in a thread of its own. Some 4,000 lines of camt. */
export const LONG_TO_READ_BYTES = 2 * 1024 * 1024

type Tasks = typeof TASKS
type Ask = <Task extends keyof Tasks>(task: Task, input: Parameters<Tasks[Task]>[0]) => Promise<ReturnType<Tasks[Task]>>

const atOnce: Ask = async (task, input) => TASKS[task](input as never) as never

/** A file that was read: what it says, and its lines, a part at a time. */
export type OpenFile = {
  readonly read: FileRead
  fingerprints(statement: number, from: number, to: number): Promise<string[]>
  lines(statement: number, from: number, to: number): Promise<LineContent[]>
  close(): Promise<void>
}

export type HeadsRead = Extract<FileRead, { readonly statements: readonly StatementHead[] }>

/** `owner` is the company: two of them may read the same bytes at once. */
export async function openFile(file: FileToRead, { owner, sha256 }: { owner: Id; sha256: string }): Promise<OpenFile> {
  const { bytes, ...asked } = file.upload
  const ask: Ask = bytes.length >= LONG_TO_READ_BYTES ? inThread : atOnce
  // The same bytes, asked the same way of the same accounts.
  const key = sha256Hex(canonicalJson([owner, sha256, asked, file.accounts, file.reader]))
  return {
    read: (await ask('recall', { key })) ?? (await ask('open', { key, file })),
    fingerprints: (statement, from, to) => ask('fingerprints', { key, statement, from, to }),
    lines: (statement, from, to) => ask('lines', { key, statement, from, to }),
    close: () => ask('close', { key }),
  }
}
