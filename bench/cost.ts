/** What a piece of work costs in this process: processor time, so that a busy machine tells nearly the same. */
import { median } from './figures.ts'

type Rounds = {
  readonly warmUp?: number
  readonly times?: number
  /** Repeated within one round: what takes less than a clock can tell. */ readonly batch?: number
}

/** Median of the rounds, in ms of processor. */
export async function costMs(work: () => unknown, { warmUp = 20, times = 60, batch = 1 }: Rounds = {}): Promise<number> {
  const costs: number[] = []
  for (let round = -warmUp; round < times; round += 1) {
    const before = process.cpuUsage()
    for (let time = 0; time < batch; time += 1) await work()
    const { system, user } = process.cpuUsage(before)
    if (round >= 0) costs.push((system + user) / 1000 / batch)
  }
  return median(costs)
}
