/** What the whole product weighs after work: the command, the server, the database. */
import { clientOf, foundCompany } from './client.ts'
import type { Measure } from './figures.ts'
import { dropFolder, newFolder, start } from './installation.ts'
import { canCount, memoryOf } from './processes.ts'
import { sell } from './sale.ts'

const SALES = 100

export const memory: Measure = {
  about: `memory of the whole product after ${SALES} sales`,
  run: async ({ say }) => {
    if (!canCount) return []
    const folder = newFolder()
    // The first start may build the web application and keep its tools in memory: the second is the one that lasts.
    await (await start(folder)).stop()
    const server = await start(folder)
    try {
      const atRest = memoryOf(server.pid)
      const client = clientOf(server.url, await foundCompany(server))
      say(`memory: ${SALES} sales…`)
      const today = new Date().toISOString().slice(0, 10)
      for (let sale = 0; sale < SALES; sale += 1) await sell(client, `Menuiseries ${sale}`, today)
      const { nodeMb, postgresMb, processes } = memoryOf(server.pid)
      return [
        { what: 'memory just started', value: atRest.nodeMb + atRest.postgresMb, unit: 'MB' },
        {
          what: `memory after ${SALES} sales`,
          value: nodeMb + postgresMb,
          unit: 'MB',
          target: '≤ 300',
          peer: 'Dolibarr 22: 400–550 MB, 3 daemons',
        },
        { what: 'of which node', value: nodeMb, unit: 'MB' },
        { what: 'of which postgres', value: postgresMb, unit: 'MB' },
        { what: 'processes', value: processes, unit: '' },
      ]
    } finally {
      await server.stop()
      dropFolder(folder)
    }
  },
}
