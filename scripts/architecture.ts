/** Whether the code is built as ARCHITECTURE.md says. Prints each fault with its place; the last line says what was seen. */
import { join } from 'node:path'
import { directionFaults } from './architecture/directions.ts'
import { loadGraph, reachFaults, rings } from './architecture/reach.ts'
import { readSources } from './architecture/source.ts'
import { wordFaults } from './architecture/words.ts'

export type Survey = { readonly files: number; readonly imports: number; readonly faults: readonly string[] }

export function survey(root: string): Survey {
  const sources = readSources(root)
  const graph = loadGraph(sources)
  return {
    files: sources.length,
    imports: sources.reduce((sum, source) => sum + source.imports.length, 0),
    faults: [...directionFaults(sources), ...rings(graph), ...reachFaults(graph), ...wordFaults(sources)],
  }
}

if (import.meta.main) {
  const { faults, files, imports } = survey(join(import.meta.dirname, '..'))
  for (const fault of faults) process.stdout.write(`${fault}\n`)
  process.stdout.write(`${files} files, ${imports} imports, ${faults.length} faults\n`)
  process.exitCode = faults.length === 0 ? 0 : 1
}
