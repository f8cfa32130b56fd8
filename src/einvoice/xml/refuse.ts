import { Unreadable, type UnreadableCode } from '../unreadable.ts'

/** Refuses a file at a place. `reason` is for the log, not for the reader. */
export function refuse(source: string, code: UnreadableCode, at: number, reason: string): never {
  throw new Unreadable(code, { ...lineAndColumn(source, at), reason })
}

/** Line and column of a position, from 1. Looks through the text before it. */
function lineAndColumn(source: string, at: number): { readonly line: number; readonly column: number } {
  let line = 1
  let start = 0
  for (let end = source.indexOf('\n'); end >= 0 && end < at; end = source.indexOf('\n', end + 1)) {
    line += 1
    start = end + 1
  }
  return { line, column: at - start + 1 }
}
