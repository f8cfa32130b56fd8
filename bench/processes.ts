/** What a tree of processes costs, as Linux counts it. Elsewhere there is no `/proc`, and these figures are missing from the tables. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** `/proc` counts processor time in hundredths of a second (sysconf _SC_CLK_TCK, the same on every Linux that Node runs on). */
const MS_PER_TICK = 10

export type Cost = { readonly nodeMs: number; readonly postgresMs: number }
export type Memory = { readonly nodeMb: number; readonly postgresMb: number; readonly processes: number }

export const canCount = existsSync('/proc/self/stat')

/** The process and all that it started, still alive. */
export function treeOf(pid: number): number[] {
  if (!canCount) return [pid]
  const children = Map.groupBy(numbersIn('/proc'), (each) => Number(statOf(each)?.parent))
  const tree = [pid]
  for (const each of tree) tree.push(...(children.get(each) ?? []))
  return tree
}

/** Ends the process and all that it started at once, as a power cut would; returns when none is left. */
export async function killTree(pid: number): Promise<void> {
  let tree = treeOf(pid)
  while (tree.length > 0) {
    for (const each of tree) kill(each)
    await pause(10)
    // A process that was being born while we looked is a child of one of these.
    tree = [...new Set(tree.flatMap(treeOf))].filter(isAlive)
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

/** A zombie has ended; only its parent has not looked yet. */
const isAlive = (pid: number): boolean => (statOf(pid)?.state ?? 'Z') !== 'Z'

/** Processor time used so far by the tree, with that of its children that have ended. */
export function costOf(pid: number): Cost {
  const cost = { nodeMs: 0, postgresMs: 0 }
  for (const each of treeOf(pid)) {
    const stat = statOf(each)
    if (stat) cost[stat.name === 'postgres' ? 'postgresMs' : 'nodeMs'] += stat.ticks * MS_PER_TICK
  }
  return cost
}

export const difference = (after: Cost, before: Cost): Cost => ({
  nodeMs: after.nodeMs - before.nodeMs,
  postgresMs: after.postgresMs - before.postgresMs,
})

/** Memory as it weighs on the machine (PSS): what processes share is counted once. */
export function memoryOf(pid: number): Memory {
  const memory = { nodeMb: 0, postgresMb: 0, processes: 0 }
  for (const each of treeOf(pid)) {
    const kb = pssKb(each)
    if (kb === undefined) continue
    memory[statOf(each)?.name === 'postgres' ? 'postgresMb' : 'nodeMb'] += kb / 1024
    memory.processes += 1
  }
  return memory
}

function statOf(pid: number): { name: string; state: string; parent: number; ticks: number } | undefined {
  const text = read(`/proc/${pid}/stat`)
  if (text === undefined) return undefined
  // The name stands in parentheses and may hold spaces; the fields after it are numbered from 3 in proc(5).
  const name = text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'))
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const field = (number: number): number => Number(fields[number - 3] ?? 0)
  return { name, state: fields[0] ?? '', parent: field(4), ticks: field(14) + field(15) + field(16) + field(17) }
}

function pssKb(pid: number): number | undefined {
  const kb = /^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`) ?? '')?.[1]
  return kb === undefined ? undefined : Number(kb)
}

const numbersIn = (folder: string): number[] =>
  readdirSync(folder)
    .filter((name) => /^\d+$/.test(name))
    .map(Number)

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
