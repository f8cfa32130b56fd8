/** Where a file stands in the house, and which file an import means. */
import { posix } from 'node:path'

export type Kind =
  | 'core'
  | 'platform'
  | 'ui'
  | 'app'
  /** Pure formats, usable alone: no database, no HTTP. */
  | 'library'
  | 'rules'
  | 'contract'
  | 'texts'
  | 'screens'
  /** Operations, stores, jobs, front doors: what does the work of a capability. */
  | 'work'
  | 'worlds'
  | 'test'
  /** Scripts, benchmarks, journeys: beside the product. */
  | 'tool'

export type Place = {
  readonly path: string
  readonly kind: Kind
  /** The capability, or the folder that stands for one: `invoices`, `core`. */
  readonly owner: string
  /** The file that others may import. */
  readonly door: 'index' | 'contract' | 'screens' | undefined
}

const TEST = /\.(?:test|fixture)\.tsx?$|\/(?:fixtures|scenarios)\/|\/(?:harness|test-[a-z-]+)\.ts$/

export function placeOf(path: string): Place {
  const [top = '', owner = '', ...rest] = path.split('/')
  if (top === 'worlds')
    return { path, kind: TEST.test(path) ? 'test' : 'worlds', owner: 'worlds', door: path === 'worlds/index.ts' ? 'index' : undefined }
  if (top !== 'src') return { path, kind: 'tool', owner: top, door: undefined }
  const inside = rest.join('/')
  return { path, kind: TEST.test(path) ? 'test' : kindOf(owner, inside), owner, door: doorOf(inside) }
}

function kindOf(owner: string, inside: string): Kind {
  if (owner === 'core' || owner === 'platform' || owner === 'ui' || owner === 'app') return owner
  if (owner === 'einvoice' || (owner === 'banking' && inside.startsWith('formats/'))) return 'library'
  if (inside.startsWith('screens/')) return 'screens'
  if (inside.startsWith('rules/')) return 'rules'
  // A part of a capability may write its part of the contract: the one at the door joins them.
  if (/^(?:[a-z-]+\/)?contract\.ts$/.test(inside)) return 'contract'
  if (inside === 'texts.ts') return 'texts'
  return 'work'
}

function doorOf(inside: string): Place['door'] {
  if (inside === 'index.ts') return 'index'
  if (inside === 'contract.ts') return 'contract'
  return inside === 'screens/routes.tsx' ? 'screens' : undefined
}

/** The path an import means, as the doors in `package.json` say; undefined for packages and for files that are not TypeScript. */
export function pathOf(from: string, to: string): string | undefined {
  if (/\.(?:css|json|svg|png|typ|woff2)$/.test(to)) return undefined
  if (to.startsWith('.')) return posix.join(posix.dirname(from), to)
  if (!to.startsWith('#')) return undefined
  const [owner = '', ...rest] = to.slice(1).split('/')
  const name = rest.join('/')
  if (owner === 'core' || owner === 'platform') return `src/${owner}/${name}.ts`
  if (owner === 'ui') return `src/ui/${name}.tsx`
  if (name === 'screens') return `src/${owner}/screens/routes.tsx`
  return name === '' ? `src/${owner}/index.ts` : `src/${owner}/${name}.ts`
}
