/** Who may import whom (ARCHITECTURE.md). One function a kind of file: undefined when all is well, else the reason in words. */
import type { Import, Source } from './source.ts'
import { type Kind, pathOf, type Place, placeOf } from './place.ts'

/** Capabilities whose front door is pure, so that rules may decide with them. `reach.ts` proves that they are. */
export const PURE_DOORS = ['einvoice', 'vat', 'terms'] as const

type Judge = (from: Place, to: Place, line: Import) => string | undefined

const isOwn = (from: Place, to: Place): boolean => from.owner === to.owner
const isPureDoor = ({ door, owner }: Place): boolean => door === 'index' && PURE_DOORS.some((name) => name === owner)
const TRADE: ReadonlySet<Kind> = new Set(['library', 'rules', 'contract', 'texts', 'screens', 'work'])
const isTrade = ({ kind }: Place): boolean => TRADE.has(kind)

const byDoorOnly = (to: Place, ...doors: Place['door'][]): string | undefined =>
  doors.includes(to.door) ? undefined : `reaches into ${to.owner}: use its door`

const core: Judge = (_from, to) => (to.kind === 'core' ? undefined : 'core imports nothing of ours')

const library: Judge = (from, to) =>
  to.kind === 'core' || (to.kind === 'library' && isOwn(from, to)) ? undefined : 'a library imports core and packages, to be usable alone'

const rules: Judge = (from, to, { typesOnly }) => {
  if (to.kind === 'core' || (isOwn(from, to) && (to.kind === 'rules' || to.kind === 'library'))) return undefined
  if (isPureDoor(to)) return undefined
  return typesOnly ? undefined : 'rules import core, their own rules and types'
}

const platform: Judge = (_from, to) => (to.kind === 'core' || to.kind === 'platform' ? undefined : 'platform knows no capability')

const ui: Judge = (_from, to) => (isTrade(to) || to.kind === 'app' ? 'ui knows no capability' : undefined)

const contract: Judge = (from, to, { typesOnly }) => {
  if (to.kind === 'core' || to.kind === 'platform' || typesOnly) return undefined
  if (to.kind === 'contract' || (isOwn(from, to) && (to.kind === 'rules' || to.kind === 'texts'))) return undefined
  return isPureDoor(to) ? undefined : 'a contract imports core, platform, contracts and its own rules: the browser loads it'
}

const texts: Judge = (from, to, { typesOnly }) => {
  if (to.kind === 'core' || typesOnly || isPureDoor(to)) return undefined
  return isOwn(from, to) && (to.kind === 'rules' || to.kind === 'texts' || to.kind === 'contract')
    ? undefined
    : 'texts import core and their own rules'
}

const screens: Judge = (from, to, { typesOnly }) => {
  if (to.kind === 'core' || to.kind === 'ui' || to.kind === 'contract') return undefined
  if (isOwn(from, to) && (to.kind === 'screens' || to.kind === 'rules' || to.kind === 'texts')) return undefined
  if (isPureDoor(to)) return undefined
  if (to.kind === 'platform') return typesOnly ? undefined : 'a screen runs in the browser: no platform'
  return to.door === 'screens' ? undefined : 'a screen imports core, ui, contracts, its own texts, rules and parts'
}

const work: Judge = (from, to) => {
  if (to.kind === 'core' || to.kind === 'platform') return undefined
  if (to.kind === 'screens' || to.kind === 'ui') return 'the server loads no screen'
  if (to.kind === 'app' || to.kind === 'worlds') return 'app knows the capabilities, not the other way round'
  if (isOwn(from, to)) return undefined
  return byDoorOnly(to, 'index', 'contract')
}

const app: Judge = (_from, to) => {
  if (!isTrade(to)) return undefined
  return byDoorOnly(to, 'index', 'contract', 'screens')
}

const worlds: Judge = (_from, to, { typesOnly }) =>
  to.kind === 'core' || to.kind === 'worlds' || isPureDoor(to) || typesOnly
    ? undefined
    : 'a sample company is a plan: core, its own files and pure doors'

const JUDGES: Partial<Record<Kind, Judge>> = { core, library, rules, platform, ui, contract, texts, screens, work, app, worlds }

/** One sentence for each import that goes where it may not. */
export function directionFaults(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const from = placeOf(source.path)
    const judge = JUDGES[from.kind]
    if (!judge) return []
    return source.imports.flatMap((line) => {
      const path = pathOf(source.path, line.to)
      if (path === undefined) return []
      const to = placeOf(path)
      const why =
        to.kind === 'test' ? 'the product imports no test' : to.kind === 'tool' ? 'the product imports no script' : judge(from, to, line)
      return why === undefined ? [] : [`${source.path}:${line.line} imports ${line.to}: ${why}`]
    })
  })
}
