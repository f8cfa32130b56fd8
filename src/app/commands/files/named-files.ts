/** The files a command is asked about: names, patterns, and `-` for a list of names on standard input. */
import { glob } from 'node:fs/promises'
import { createInterface } from 'node:readline'

/** One after the other, so that thousands cost no memory. A pattern that finds nothing is given back as a name: opening it tells the fault. */
export async function* namedFiles(names: readonly string[]): AsyncGenerator<string> {
  for (const name of names) {
    if (name === '-') {
      for await (const line of createInterface({ input: process.stdin })) if (line.trim() !== '') yield line.trim()
    } else if (/[*?[{]/.test(name)) {
      let found = false
      for await (const match of glob(name)) {
        found = true
        yield match
      }
      if (!found) yield name
    } else yield name
  }
}
