/** The files a command is asked about: names, patterns, and `-` for a list of names on standard input. */
import { existsSync } from 'node:fs'
import { glob, stat } from 'node:fs/promises'

/** A name that came in a list is kept as its bytes: not every name of a disk is UTF-8. */
export type Named = { readonly path: string | Buffer; readonly name: string }

/** One after the other, so that thousands cost no memory. A pattern that finds nothing is given back as a name: opening it tells the fault. */
export async function* namedFiles(names: readonly string[]): AsyncGenerator<Named> {
  for (const name of names) {
    if (name === '-') yield* listed(process.stdin)
    else if (/[*?[{]/.test(name) && !existsSync(name)) {
      let found = false
      for await (const match of glob(name)) {
        if (await isFolder(match)) continue
        found = true
        yield { path: match, name: match }
      }
      if (!found) yield { path: name, name }
    } else yield { path: name, name }
  }
}

const isFolder = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined))?.isDirectory() ?? false

const NEW_LINE = 10
/** No system has longer names. */
const LONGEST_NAME = 65_536

/** A name a line; or, where the list holds a null byte as `find -print0` writes it, a name between two of them. */
async function* listed(input: AsyncIterable<Uint8Array>): AsyncGenerator<Named> {
  let rest = Buffer.alloc(0)
  let end: number | undefined
  for await (const chunk of input) {
    rest = Buffer.concat([rest, chunk])
    if (end === undefined && rest.includes(0)) end = 0
    else if (end === undefined && rest.includes(NEW_LINE)) end = NEW_LINE
    if (end === undefined && rest.length <= LONGEST_NAME) continue
    let start = 0
    for (let at = rest.indexOf(end ?? NEW_LINE); at >= 0; at = rest.indexOf(end ?? NEW_LINE, start)) {
      yield* named(rest.subarray(start, at), end)
      start = at + 1
    }
    rest = Buffer.from(rest.subarray(start))
    if (rest.length <= LONGEST_NAME) continue
    yield* named(rest.subarray(0, LONGEST_NAME), end)
    rest = Buffer.alloc(0)
  }
  yield* named(rest, end)
}

function* named(bytes: Buffer, end: number | undefined): Generator<Named> {
  const text = bytes.toString()
  const name = end === 0 ? text : text.trim()
  if (name === '') return
  // Written anew only where nothing is lost by it.
  yield { path: text.includes('\uFFFD') ? Buffer.from(bytes) : name, name }
}
