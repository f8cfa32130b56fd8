/**
 * How each kind of customer pays: days after the due date (negative: before), as slices of a distribution.
 * Calibrated together with the cast on what is measured in France (half on time, some 13 days late on average, 7.6 % beyond 30 days).
 */
import type { Chance } from './chance.ts'

/** `share` of the invoices are paid between `from` and `to` days after they fall due, evenly. */
type Slice = readonly [share: number, from: number, to: number]

export type HabitKey = keyof typeof habits

const habits = {
  early: [
    [0.93, -16, -2],
    [0.07, 1, 5],
  ],
  punctual: [
    [0.78, -4, 0],
    [0.14, 2, 14],
    [0.08, 14, 30],
  ],
  fewDaysLate: [
    [0.34, -3, 0],
    [0.44, 11, 28],
    [0.19, 22, 30],
    [0.03, 38, 110],
  ],
  slow: [
    [0.06, -2, 0],
    [0.5, 17, 29],
    [0.32, 24, 30],
    [0.12, 36, 120],
  ],
  late: [
    [0.05, -1, 0],
    [0.55, 20, 30],
    [0.4, 36, 140],
  ],
  treasury: [
    [0.5, -9, 0],
    [0.32, 7, 26],
    [0.14, 18, 30],
    [0.04, 34, 60],
  ],
  household: [
    [0.66, -8, 0],
    [0.24, 3, 16],
    [0.1, 14, 30],
  ],
  onTheSpot: [[1, 0, 0]],
} as const satisfies Record<string, readonly Slice[]>

/** One delay in days for each of `count` invoices, in random order, true to the habit even for a handful. */
export function delaysOf(habit: HabitKey, count: number, chance: Chance): number[] {
  return chance.spread(count).map((rank) => delayAt(habits[habit], rank))
}

function delayAt(slices: readonly Slice[], rank: number): number {
  let before = 0
  for (const [share, from, to] of slices) {
    if (rank < before + share) return Math.round(from + ((rank - before) / share) * (to - from))
    before += share
  }
  return slices.at(-1)?.[2] ?? 0
}
