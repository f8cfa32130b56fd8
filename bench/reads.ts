/** What people look at most, in a company of 100,000 invoices: home page, list of 25, aged balance. */
import { randomUUID } from 'node:crypto'
import { type Client, clientOf, enterCompany } from './client.ts'
import { type Figure, type Measure, median, p95 } from './figures.ts'
import { type Running, start } from './installation.ts'
import { LARGE_OWNER, LARGE_SLUG, withLarge } from './large.ts'
import { canCount, costOf, difference } from './processes.ts'
import { sell } from './sale.ts'

const WARM_UP = 5
const TIMES = 40
const SALES = 30

type Page = { readonly what: string; readonly path: string; readonly ms?: string; readonly kb?: string; readonly peer?: string }

const PAGES: readonly Page[] = [
  { what: 'home page', path: '/home', ms: '≤ 50', peer: 'Dolibarr 22: 1,986 / 2,191 ms, 124 kB' },
  { what: 'invoice list of 25', path: '/invoices?limit=25', ms: '≤ 15', kb: '≤ 20', peer: 'Dolibarr 22: 203 / 215 ms, 140 kB' },
  { what: 'late invoices, 25', path: '/invoices?view=late&limit=25', peer: 'Dolibarr 22: 257 / 460 ms, 130 kB' },
  { what: 'views of the list', path: '/invoices/views' },
  { what: 'customers, 25', path: '/customers?limit=25' },
  { what: 'payments, 25', path: '/payments?limit=25', peer: 'Dolibarr 22: 1,406 / 1,678 ms, 112 kB' },
  { what: 'aged balance, 25 customers', path: '/aged-balance?limit=25', ms: '≤ 100', peer: 'none has one' },
  { what: 'aged balance of a past day', path: '/aged-balance?limit=25&asOf=2026-03-31', ms: '≤ 100', peer: 'none has one' },
]

export const reads: Measure = {
  about: 'home page, lists, aged balance and the chain at 100,000 invoices',
  run: (options) =>
    withLarge(options, async (folder, filled) => {
      const server = await start(folder)
      try {
        const client = clientOf(server.url, await enterCompany(server, LARGE_OWNER, LARGE_SLUG))
        const figures: Figure[] = filled ? [{ what: 'filling both companies', value: filled.seconds, unit: 's' }] : []
        for (const page of PAGES) figures.push(...(await read(client, server, page)))
        figures.push(...(await write(client, server)))
        return figures
      } finally {
        await server.stop()
      }
    }),
}

async function read(client: Client, server: Running, page: Page): Promise<Figure[]> {
  let kb = 0
  for (let time = 0; time < WARM_UP; time += 1) kb = JSON.stringify(await client('GET', page.path)).length / 1024
  const times: number[] = []
  const before = costOf(server.pid)
  for (let time = 0; time < TIMES; time += 1) {
    const from = performance.now()
    await client('GET', page.path)
    times.push(performance.now() - from)
  }
  const cost = difference(costOf(server.pid), before)
  return [
    {
      what: page.what,
      value: median(times),
      unit: 'ms',
      ...(page.ms === undefined ? {} : { target: page.ms }),
      ...(page.peer === undefined ? {} : { peer: page.peer }),
    },
    { what: `${page.what}, 95th percentile`, value: p95(times), unit: 'ms' },
    ...(canCount ? [{ what: `${page.what}, processor`, value: (cost.nodeMs + cost.postgresMs) / TIMES, unit: 'ms' }] : []),
    { what: `${page.what}, size`, value: kb, unit: 'kB', ...(page.kb === undefined ? {} : { target: page.kb }) },
  ]
}

/** The chain again, where every table is large: a write that reads a whole table shows here. */
async function write(client: Client, server: Running): Promise<Figure[]> {
  const today = new Date().toISOString().slice(0, 10)
  const times: number[] = []
  let before = costOf(server.pid)
  for (let sale = -WARM_UP; sale < SALES; sale += 1) {
    if (sale === 0) before = costOf(server.pid)
    const from = performance.now()
    await sell(client, `Client de mesure ${randomUUID()}`, today)
    if (sale >= 0) times.push(performance.now() - from)
  }
  const cost = difference(costOf(server.pid), before)
  return [
    { what: 'chain, 1 client, median', value: median(times), unit: 'ms', target: '≤ 30', peer: 'Dolibarr 22: 278–376 ms' },
    ...(canCount
      ? [{ what: 'chain, 1 client, processor', value: (cost.nodeMs + cost.postgresMs) / SALES, unit: 'ms', peer: 'Dolibarr 22: 214–256' }]
      : []),
  ]
}
