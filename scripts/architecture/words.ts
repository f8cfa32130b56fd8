/** Words that some files may not use: the clock, chance and floats in what decides; `any` and silenced checks anywhere. */
import { placeOf } from './place.ts'
import type { Source, Word } from './source.ts'

/** Where a day, an id or a printed date is made out of an instant that was handed in. */
const MAKES_DAYS = new Set(['src/core/day.ts', 'src/core/ids.ts', 'src/core/text.ts'])

const ANYWHERE = /^(?:any|@ts-|oxlint-|eslint-|(?:it|test|describe)\.)/

export function wordFaults(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => source.words.flatMap((word) => fault(source.path, word)))
}

function fault(path: string, { line, name }: Word): string[] {
  if (ANYWHERE.test(name)) return [`${path}:${line} says ${name}`]
  const { kind } = placeOf(path)
  if (kind === 'test' || kind === 'tool' || (name === 'new Date(…)' && (kind === 'library' || MAKES_DAYS.has(path)))) return []
  const decides = kind === 'core' || kind === 'library' || path.includes('/rules/')
  return decides ? [`${path}:${line} says ${name}: time, chance and floats stay at the edge`] : []
}
