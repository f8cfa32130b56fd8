/** Repeatable chance: the same seed always tells the same story. A small generator of our own (sfc32), never the runtime's. */
export type Chance = {
  /** A number in [0, 1). */
  next: () => number
  /** A whole number from `low` to `high`, both included. */
  whole: (low: number, high: number) => number
  /** True with the given probability. */
  happens: (probability: number) => boolean
  pick: <T>(list: readonly T[]) => T
  shuffled: <T>(list: readonly T[]) => T[]
  /** `count` numbers in [0, 1), one in each of `count` equal slices, in random order: even a small sample has the shape asked for. */
  spread: (count: number) => number[]
  /** Digits as text, for references and account numbers. */
  digits: (count: number) => string
  /** An independent stream by name: adding draws to one customer does not change the life of another. */
  fork: (name: string) => Chance
}

export function makeChance(seed: string): Chance {
  const next = sfc32(seed)
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  const shuffled = <T>(list: readonly T[]): T[] => {
    const drawn = list.map((value) => ({ value, rank: next() }))
    return drawn.sort((a, b) => a.rank - b.rank).map(({ value }) => value)
  }
  return {
    next,
    whole,
    shuffled,
    happens: (probability) => next() < probability,
    pick: (list) => {
      const value = list[Math.floor(next() * list.length)]
      if (value === undefined) throw new RangeError('nothing to pick from')
      return value
    },
    spread: (count) => shuffled(Array.from({ length: count }, (_, index) => (index + next()) / count)),
    digits: (count) => Array.from({ length: count }, () => String(whole(0, 9))).join(''),
    fork: (name) => makeChance(`${seed}/${name}`),
  }
}

/** FNV-1a: turns a text into 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return value
}

/** Chris Doty-Humphrey's small fast counter, 32 bits; the first numbers are thrown away because short seeds resemble each other. */
function sfc32(seed: string): () => number {
  let a = hash(seed)
  let b = hash(`${seed}#b`)
  let c = hash(`${seed}#c`)
  let counter = 1
  const next = (): number => {
    const result = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + result
    return (result >>> 0) / 4_294_967_296
  }
  for (let warmup = 0; warmup < 12; warmup += 1) next()
  return next
}
