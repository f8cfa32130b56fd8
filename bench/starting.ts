/** From the command to the first request that can be served: on an empty folder, and on one that has worked. */
import { type Measure, median } from './figures.ts'
import { dropFolder, newFolder, start } from './installation.ts'
import { canCount, costOf } from './processes.ts'

const COLD = 3
const WARM = 5

export const starting: Measure = {
  about: 'start, cold (makes the database) and warm; the web application being built already',
  run: async () => {
    const built = newFolder()
    await (await start(built)).stop()
    dropFolder(built)
    const cold: number[] = []
    const warm: number[] = []
    const processor: number[] = []
    for (let time = 0; time < COLD; time += 1) {
      const folder = newFolder()
      const server = await start(folder)
      cold.push(server.startMs)
      await server.stop()
      for (let again = 0; again < WARM / COLD; again += 1) {
        const second = await start(folder)
        warm.push(second.startMs)
        const { nodeMs, postgresMs } = costOf(second.pid)
        processor.push(nodeMs + postgresMs)
        await second.stop()
      }
      dropFolder(folder)
    }
    return [
      { what: 'start, cold', value: median(cold), unit: 'ms', peer: 'Dolibarr 22: 15,700 ms to install' },
      { what: 'start, warm', value: median(warm), unit: 'ms' },
      ...(canCount ? [{ what: 'start, warm, processor', value: median(processor), unit: 'ms' }] : []),
    ]
  },
}
