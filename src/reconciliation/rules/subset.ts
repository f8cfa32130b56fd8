/** Which of a few items (invoices of a customer, cheques of a deposit) add up to an amount: exact, and bounded, because the number of sets doubles with each item. */
import type { Cents } from '#core/money'

/** 4,096 sets at most. */
export const MOST_ITEMS = 12

/** The sets of two items or more that add up to `target`, two of them at most: a second one means that the sum tells nothing. */
export function subsetsThatAddUp<T>(items: readonly T[], centsOf: (item: T) => Cents, target: Cents): T[][] {
  const sorted = items.slice(0, MOST_ITEMS).toSorted((a, b) => (centsOf(a) < centsOf(b) ? 1 : centsOf(a) > centsOf(b) ? -1 : 0))
  const leftFrom = suffixSums(sorted.map(centsOf))
  const solutions: T[][] = []
  const chosen: T[] = []
  const search = (at: number, missing: bigint): void => {
    if (solutions.length === 2) return
    if (missing === 0n) {
      if (chosen.length > 1) solutions.push([...chosen])
      return
    }
    const item = sorted[at]
    if (!item || missing < 0n || (leftFrom[at] ?? 0n) < missing) return
    chosen.push(item)
    search(at + 1, missing - centsOf(item))
    chosen.pop()
    search(at + 1, missing)
  }
  search(0, target)
  return solutions
}

function suffixSums(amounts: readonly Cents[]): bigint[] {
  const sums: bigint[] = []
  let total = 0n
  for (const amount of amounts.toReversed()) sums.unshift((total += amount))
  return sums
}
