/** What follows from imports taken together: rings, and what a file reaches through others when it is loaded. */
import type { Source } from './source.ts'
import { PURE_DOORS } from './directions.ts'
import { pathOf, placeOf } from './place.ts'

export type Graph = ReadonlyMap<string, readonly string[]>

/** Files by the files they load; types load nothing, and what is asked for later does not load now. */
export function loadGraph(sources: readonly Source[]): Graph {
  const known = new Set(sources.map(({ path }) => path))
  return new Map(
    sources.map(({ imports, path }) => {
      const loaded = imports.filter((line) => !line.typesOnly && !line.later).map((line) => pathOf(path, line.to))
      return [path, [...new Set(loaded)].filter((to) => to !== undefined && known.has(to))] as [string, string[]]
    }),
  )
}

/** The shortest way from a file to one that answers the question, both ends included. */
export function wayTo(graph: Graph, from: string, isThere: (path: string) => boolean): string[] | undefined {
  const before = new Map<string, string | undefined>([[from, undefined]])
  for (const path of before.keys()) {
    for (const next of graph.get(path) ?? []) {
      if (isThere(next)) return [...back(before, path), next]
      if (!before.has(next)) before.set(next, path)
    }
  }
  return undefined
}

function back(before: ReadonlyMap<string, string | undefined>, from: string): string[] {
  const way: string[] = []
  for (let path: string | undefined = from; path !== undefined; path = before.get(path)) way.unshift(path)
  return way
}

/** Each ring once, by its shortest way round. */
export function rings(graph: Graph): string[] {
  const found = new Map<string, string>()
  const seen = new Set<string>()
  for (const path of graph.keys()) {
    if (seen.has(path)) continue
    const way = wayTo(graph, path, (next) => next === path)
    if (!way) continue
    for (const each of way) seen.add(each)
    found.set(way.toSorted().join(' '), `a ring: ${way.join(' → ')}`)
  }
  return [...found.values()]
}

/** The parts of the platform that know no server: the browser loads contracts, and contracts load these. */
const FOR_THE_BROWSER = new Set(['src/platform/contract.ts', 'src/platform/identifier-shapes.ts', 'src/platform/events.ts'])

const isServer = (path: string): boolean => {
  const { door, kind, owner } = placeOf(path)
  if (kind === 'platform') return !FOR_THE_BROWSER.has(path)
  return kind === 'work' && (door === undefined || door === 'index') && !PURE_DOORS.some((name) => name === owner)
}

/** What must not load a server, whatever stands between. */
const isLight = (path: string): boolean => ['rules', 'contract', 'screens', 'ui'].includes(placeOf(path).kind)

/**
 * Rules and screens must stay what they are through everything that they load, not only by their own lines. Told once: of the last file on
 * the way that is itself a rule, a contract or a screen.
 */
export function reachFaults(graph: Graph): string[] {
  return [...graph.keys()].filter(isLight).flatMap((path) => {
    const isFault = placeOf(path).kind === 'rules' ? (next: string) => isServer(next) || placeOf(next).kind === 'platform' : isServer
    const way = wayTo(graph, path, isFault)
    const isToldThere = way?.slice(1, -1).some(isLight) === true
    return way === undefined || isToldThere ? [] : [`${path} loads the server: ${way.join(' → ')}`]
  })
}
