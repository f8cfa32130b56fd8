/** What a file of ours says about itself: what it imports, what it names. Read from its syntax, not guessed from its text. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'

export type Import = {
  /** As written: `#core/money`, `./store.ts`, `pg`. */
  readonly to: string
  readonly line: number
  /** Nothing of it is left when the program runs. */
  readonly typesOnly: boolean
  /** Loaded when it is asked for, not when the file is. */
  readonly later: boolean
}

/** A thing that is not allowed everywhere: the clock, chance, floats, `any`, a silenced check. */
export type Word = { readonly name: string; readonly line: number }

export type Source = { readonly path: string; readonly imports: readonly Import[]; readonly words: readonly Word[] }

const FOLDERS = ['src', 'worlds', 'scripts', 'bench', 'e2e']

/** Every TypeScript file below `root`, by its path from there with `/`. */
export function readSources(root: string): Source[] {
  const paths = FOLDERS.flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root }))
  return paths
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.includes('.generated.'))
    .toSorted()
    .map((path) => readSource(path, readFileSync(join(root, path), 'utf8')))
}

export function readSource(path: string, text: string): Source {
  const { comments, errors, module, program } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message ?? 'cannot be read'}`)
  const lineAt = lineCounter(text)
  const imports: Import[] = module.staticImports.map(({ entries, moduleRequest, start }) => ({
    to: moduleRequest.value,
    line: lineAt(start),
    typesOnly: entries.length > 0 && entries.every((entry) => entry.isType),
    later: false,
  }))
  for (const { entries, start } of module.staticExports) {
    const again = Map.groupBy(
      entries.filter((entry) => entry.moduleRequest !== null),
      (entry) => entry.moduleRequest?.value ?? '',
    )
    for (const [to, names] of again) imports.push({ to, line: lineAt(start), typesOnly: names.every((name) => name.isType), later: false })
  }
  const words: Word[] = []
  walk(program as unknown as Node, (node) => {
    const later = laterImport(node)
    if (later !== undefined) imports.push({ to: later, line: lineAt(node.start), typesOnly: node.type === 'TSImportType', later: true })
    const name = wordOf(node)
    if (name !== undefined) words.push({ name, line: lineAt(node.start) })
  })
  for (const { start, value } of comments) {
    const silenced = /@ts-(?:ignore|expect-error|nocheck)|(?:oxlint|eslint)-disable/.exec(value)
    if (silenced) words.push({ name: silenced[0], line: lineAt(start) })
  }
  return { path, imports, words }
}

type Node = { readonly type: string; readonly start: number; readonly [key: string]: unknown }

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node)
  for (const child of Object.values(node)) {
    for (const each of Array.isArray(child) ? child : [child]) if (isNode(each)) walk(each, visit)
  }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

function laterImport(node: Node): string | undefined {
  if (node.type !== 'ImportExpression' && node.type !== 'TSImportType') return undefined
  const { source } = node
  return isNode(source) && typeof source['value'] === 'string' ? source['value'] : undefined
}

const FOCUSED = /^(?:it|test|describe)\.(?:only|skip|todo)$/

function wordOf(node: Node): string | undefined {
  if (node.type === 'TSAnyKeyword') return 'any'
  if (node.type === 'NewExpression' && nameOf(node['callee']) === 'Date')
    return lengthOf(node['arguments']) === 0 ? 'new Date()' : 'new Date(…)'
  if (node.type !== 'CallExpression') return undefined
  const name = nameOf(node['callee'])
  if (name === undefined) return undefined
  if (name.endsWith('.toFixed')) return 'toFixed'
  if (name === 'parseFloat' || name === 'Number.parseFloat') return 'parseFloat'
  if (FOCUSED.test(name)) return name
  return name === 'Date.now' || name === 'Math.random' ? name : undefined
}

/** `Date.now` of a call to it; `.now` when what stands before the point has no name. */
function nameOf(callee: unknown): string | undefined {
  if (!isNode(callee)) return undefined
  if (callee.type === 'Identifier') return String(callee['name'])
  if (callee.type !== 'MemberExpression') return undefined
  return `${nameOf(callee['object']) ?? ''}.${nameOf(callee['property']) ?? ''}`
}

const lengthOf = (list: unknown): number => (Array.isArray(list) ? list.length : 0)

function lineCounter(text: string): (offset: number) => number {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  return (offset) => starts.findLastIndex((start) => start <= offset) + 1
}
