const LF = 10
const CR = 13

/** A line of a text and its number, from 1. */
export type NumberedLine = { readonly text: string; readonly number: number }

/** The lines that hold anything, one at a time: a file of nothing but line ends must not become a list as long as itself. */
export function* linesOf(text: string): Generator<NumberedLine> {
  let start = 0
  let number = 1
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : LF
    if (code !== LF && code !== CR) continue
    if (at > start) yield { text: text.slice(start, at), number }
    if (code === CR && text.charCodeAt(at + 1) === LF) at++
    start = at + 1
    number++
  }
}
