import type { Warning, WarningCode } from './model.ts'

/** A file where everything is wrong must not answer with a list as long as itself. */
const MOST_OF_A_KIND = 20

export type WarningList = { readonly add: (code: WarningCode, facts?: Warning['facts']) => void; readonly all: () => Warning[] }

/** Collects warnings: the first twenty of each kind one by one, the others counted. */
export function warningList(): WarningList {
  const kept: Warning[] = []
  const counts = new Map<WarningCode, number>()
  return {
    add(code, facts = {}) {
      const count = (counts.get(code) ?? 0) + 1
      counts.set(code, count)
      if (count <= MOST_OF_A_KIND) kept.push({ code, facts })
    },
    all() {
      const leftOut = [...counts.values()].reduce((total, count) => total + Math.max(0, count - MOST_OF_A_KIND), 0)
      return leftOut === 0 ? [...kept] : [...kept, { code: 'warnings_left_out', facts: { count: leftOut } }]
    },
  }
}
