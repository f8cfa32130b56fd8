/** Time comes from outside: operations receive `now`, tests and worlds move it. */
export type Clock = { now(): Date }

export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands still until moved: for scenarios and worlds. */
export type MovableClock = Clock & { moveTo(instant: Date | string): void }

export function movableClock(start: Date | string): MovableClock {
  let current = new Date(start)
  return {
    now: () => new Date(current),
    moveTo: (instant) => {
      current = new Date(instant)
    },
  }
}
