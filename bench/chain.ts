/** The chain from customer to payment, alone and with four clients at once; then whether anything was lost, skipped or given twice. */
import { type Client, clientOf, foundCompany } from './client.ts'
import { type Figure, type Measure, median, p95 } from './figures.ts'
import { dropFolder, newFolder, type Running, runCommand, start } from './installation.ts'
import { canCount, costOf, difference } from './processes.ts'
import { type Sale, sell } from './sale.ts'

const WARM_UP = 30
const ALONE = 150
const TOGETHER = 400
const CLIENTS = 4

export const chain: Measure = {
  about: 'customer → invoice of 3 lines → issue with Factur-X and archive → payment, through the API',
  run: async ({ say }) => {
    const folder = newFolder()
    const server = await start(folder)
    try {
      const client = clientOf(server.url, await foundCompany(server))
      const sales: Sale[] = []
      await play(client, server, { clients: 1, count: WARM_UP }, sales)
      say(`chain: ${ALONE} by 1 client…`)
      const alone = await play(client, server, { clients: 1, count: ALONE }, sales)
      say(`chain: ${TOGETHER} by ${CLIENTS} clients…`)
      const together = await play(client, server, { clients: CLIENTS, count: TOGETHER }, sales)
      const verdict = await runCommand(folder, ['verify'])
      if (verdict.code !== 0) say(verdict.output)
      return [
        ...alone.figures,
        ...together.figures,
        ...series(sales),
        { what: 'encours verify, faults', value: faults(verdict), unit: '', target: '≤ 0' },
      ]
    } finally {
      await server.stop()
      dropFolder(folder)
    }
  },
}

const PEERS: Readonly<Record<number, { ms: string; perSecond: string; cpu: string; failures?: string }>> = {
  1: { ms: 'Dolibarr 22: 150–161 / 198–274 ms, PDF without XML', perSecond: 'Dolibarr 22: 5.8–6.3', cpu: 'Dolibarr 22: 140' },
  4: {
    ms: 'Dolibarr 22: 338–374 / 414–530 ms',
    perSecond: 'Dolibarr 22: 10–12',
    cpu: 'Dolibarr 22: 140–155',
    failures: 'Dolibarr 22: 5–45 % HTTP 500',
  },
}

type Load = { readonly clients: number; readonly count: number }

async function play(client: Client, server: Running, { clients, count }: Load, sales: Sale[]): Promise<{ figures: Figure[] }> {
  const today = new Date().toISOString().slice(0, 10)
  const before = costOf(server.pid)
  const since = performance.now()
  const times: number[] = []
  let begun = 0
  let failures = 0
  const one = async (): Promise<void> => {
    while (begun < count) {
      begun += 1
      const from = performance.now()
      try {
        sales.push(await sell(client, `Menuiseries ${sales.length}-${begun}`, today))
        times.push(performance.now() - from)
      } catch (error) {
        failures += 1
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
      }
    }
  }
  await Promise.all(Array.from({ length: clients }, one))
  const seconds = (performance.now() - since) / 1000
  const cost = difference(costOf(server.pid), before)
  const peer = PEERS[clients]
  const by = `${clients} client${clients === 1 ? '' : 's'}`
  return {
    figures: [
      {
        what: `chain, ${by}, median`,
        value: median(times),
        unit: 'ms',
        ...(clients === 1 ? { target: '≤ 30' } : {}),
        ...(peer ? { peer: peer.ms } : {}),
      },
      { what: `chain, ${by}, 95th percentile`, value: p95(times), unit: 'ms' },
      {
        what: `chain, ${by}, per second`,
        value: times.length / seconds,
        unit: '/s',
        ...(clients === 4 ? { target: '≥ 40' } : {}),
        ...(peer ? { peer: peer.perSecond } : {}),
      },
      ...(canCount
        ? [
            {
              what: `chain, ${by}, processor, node`,
              value: cost.nodeMs / count,
              unit: 'ms',
              ...(peer ? { peer: `${peer.cpu} in all` } : {}),
            },
            { what: `chain, ${by}, processor, postgres`, value: cost.postgresMs / count, unit: 'ms' },
          ]
        : []),
      {
        what: `chain, ${by}, failures`,
        value: failures,
        unit: `of ${count}`,
        target: '≤ 0',
        ...(peer?.failures === undefined ? {} : { peer: peer.failures }),
      },
    ],
  }
}

/** The numbers that were answered, judged apart from the product's own verification. */
function series(sales: readonly Sale[]): Figure[] {
  const numbers = sales.map(({ number }) => Number(/\d+$/.exec(number)?.[0])).toSorted((a, b) => a - b)
  const distinct = new Set(numbers)
  const last = numbers.at(-1) ?? 0
  return [
    {
      what: 'numbers given twice',
      value: numbers.length - distinct.size,
      unit: `of ${sales.length}`,
      target: '≤ 0',
      peer: 'Dolibarr 22: up to 4 payments under one number',
    },
    { what: 'numbers skipped', value: last - distinct.size, unit: `of ${last}`, target: '≤ 0' },
  ]
}

const faults = ({ code, output }: { code: number; output: string }): number =>
  Math.max((output.match(/✗/g) ?? []).length, code === 0 ? 0 : 1)
