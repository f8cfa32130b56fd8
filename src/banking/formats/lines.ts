/** The lines of a text, one at a time: a file of nothing but line ends must not become an array as long as itself. */
export function* linesOf(text: string): Generator<string> {
  const ends = /\r\n?|\n/g
  let start = 0
  for (let end = ends.exec(text); end; end = ends.exec(text)) {
    yield text.slice(start, end.index)
    start = ends.lastIndex
  }
  yield text.slice(start)
}
