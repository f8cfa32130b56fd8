/**
 * `npm run crash -- --rounds 30`: several clients issue and pay, everything is killed with -9 in the middle of it, started again and judged:
 * what was answered is there, numbers follow each other, nothing was done twice, `encours verify` is clean. Whoever was not answered
 * asks again with the same idempotency key, as a program would. `npm run crash -- --bank` kills a server that matches a statement instead.
 */
import { parseArgs } from 'node:util'
import { setTimeout as pause } from 'node:timers/promises'
import { type Client, clientOf, type Credentials, Failed, foundCompany } from './client.ts'
import { crashBank } from './crash-bank.ts'
import { faultsOf } from './evidence.ts'
import { dropFolder, newFolder, type Running, runCommand, start } from './installation.ts'
import { canCount, killTree } from './processes.ts'
import { sell } from './sale.ts'

const CLIENTS = 4
const SHORTEST_S = 0.3
const LONGEST_S = 2

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '30' },
    bank: { type: 'boolean', default: false },
    lines: { type: 'string', default: '10000' },
  },
})
const rounds = Number(values.rounds)
if (!Number.isInteger(rounds) || rounds < 1 || rounds > 1000) throw new Error('--rounds: a number from 1 to 1000')
if (!canCount) throw new Error('needs Linux: processes are found in /proc')

const heard = { invoices: new Map<string, { number: string; sha256: string }>(), payments: new Set<string>() }
/** The sale each client is at: begun again until it is answered to its end. */
const sales = Array.from({ length: CLIENTS }, () => 0)

/** Sells until the server is gone. */
async function work(client: Client, seller: number): Promise<void> {
  for (;;) {
    const name = `Client ${seller}-${sales[seller]}`
    try {
      await sell(client, name, new Date().toISOString().slice(0, 10), {
        key: name.replace(' ', '-'),
        listener: {
          issued: ({ invoiceId, number, sha256 }) => heard.invoices.set(invoiceId, { number, sha256 }),
          paid: (id) => heard.payments.add(id),
        },
      })
      sales[seller] = (sales[seller] ?? 0) + 1
    } catch (error) {
      // Refused by a living server is a fault; anything else is the server dying under the request.
      if (error instanceof Failed) throw error
      return
    }
  }
}

async function round(server: Running, credentials: Credentials): Promise<number> {
  const seconds = SHORTEST_S + Math.random() * (LONGEST_S - SHORTEST_S)
  const client = clientOf(server.url, credentials)
  const working = Promise.all(sales.map((_, seller) => work(client, seller)))
  await Promise.race([pause(seconds * 1000), working])
  await killTree(server.pid)
  await working
  return seconds
}

async function crashSales(): Promise<number> {
  const folder = newFolder()
  let server = await start(folder)
  let faults = 0
  try {
    const credentials = await foundCompany(server)
    for (let number = 1; number <= rounds; number += 1) {
      const seconds = await round(server, credentials)
      server = await start(folder)
      const found = await faultsOf(folder, heard)
      const verdict = await runCommand(folder, ['verify'])
      if (verdict.code !== 0) found.push(verdict.output.trim())
      faults += found.length
      process.stdout.write(
        `round ${String(number).padStart(3)}: killed after ${seconds.toFixed(2)} s, ready again in ${(server.startMs / 1000).toFixed(2)} s; ` +
          `${heard.invoices.size} invoices and ${heard.payments.size} payments answered so far: ${found.length === 0 ? 'all there, verified' : found.join('; ')}\n`,
      )
    }
  } finally {
    await server.stop()
    await killTree(server.pid)
    dropFolder(folder)
  }
  return faults
}

const faults = values.bank ? await crashBank(Number(values.lines)) : await crashSales()
process.stdout.write(`${faults} faults\n`)
process.exitCode = faults === 0 ? 0 : 1
