/** Long statements: 10,000 lines against 10,000 open invoices, and files of 100,000 lines. */
import { loadavg } from 'node:os'
import { parseDay } from '#core/day'
import { toCents } from '#core/money'
import { findMatch, openBook } from '../src/reconciliation/rules/index.ts'
import { clientOf, foundCompany } from './client.ts'
import type { Figure, Measure } from './figures.ts'
import { dropFolder, newFolder, type Running, start } from './installation.ts'
import { canCount, costOf, difference } from './processes.ts'
import { sendFile, waitFor, watch } from './reconciliation/in-product.ts'
import {
  customerName,
  CUSTOMERS,
  customerOf,
  invoiceCents,
  invoiceNumber,
  MANY_FORMATS,
  manyFile,
  manyLines,
} from './reconciliation/many-lines.ts'
import { openInvoices } from './reconciliation/open-invoices.ts'

const MATCHED = 10_000
const IMPORTED = 100_000
const today = (): string => new Date().toISOString().slice(0, 10)

const load = (): string => `load of the machine now: ${loadavg()[0]?.toFixed(1)}`

export const matching: Measure = {
  about: `${MATCHED} bank lines against as many open invoices, by the rules alone and through the product (${load()})`,
  run: async ({ say }) => {
    const figures = byTheRules()
    if (!canCount) return figures
    say(`${MATCHED} lines through the product (some minutes)…`)
    return [...figures, ...(await throughTheProduct())]
  },
}

export const imports: Measure = {
  about: `files of ${IMPORTED} lines, sent, read and kept (${load()})`,
  run: async ({ say }) => {
    const figures: Figure[] = []
    for (const format of canCount ? MANY_FORMATS : []) {
      say(`${IMPORTED} lines of ${format}…`)
      figures.push(...(await imported(format)))
    }
    return figures
  },
}

function byTheRules(): Figure[] {
  const endsOn = today()
  const { lines } = manyLines({ endsOn, first: 1, lines: MATCHED })
  const issuedOn = parseDay(endsOn)
  const [since, before] = [performance.now(), process.cpuUsage()]
  const book = openBook({
    invoices: Array.from({ length: MATCHED }, (_, index) => {
      const openCents = toCents(invoiceCents(index + 1))
      return {
        invoiceId: `invoice ${index + 1}`,
        number: invoiceNumber(index + 1, endsOn.slice(0, 4)),
        customerId: `customer ${customerOf(index + 1)}`,
        issuedOn,
        openCents,
        instalments: [{ dueOn: issuedOn, openCents }],
      }
    }),
    customers: Array.from({ length: CUSTOMERS }, (_, customer) => ({ customerId: `customer ${customer}`, name: customerName(customer) })),
    marks: [],
    typedPayments: [],
  })
  let certain = 0
  for (const { amountCents, bankText = '', bookedOn, counterparty, iban, text } of lines) {
    const verdict = findMatch({ amountCents, bookedOn, texts: [text, bankText], references: [], counterparty, iban, returned: false }, book)
    if (!verdict.certain) continue
    certain += 1
    book.pay(verdict.certain.shares)
  }
  const { system, user } = process.cpuUsage(before)
  return [
    { what: `rules alone, ${MATCHED} × ${MATCHED}`, value: (performance.now() - since) / 1000, unit: 's', target: '≤ 2' },
    { what: 'of processor', value: (system + user) / 1e6, unit: 's' },
    { what: 'settled', value: certain, unit: 'lines' },
  ]
}

async function withServer<T>(work: (server: Running) => Promise<T>): Promise<T> {
  const folder = newFolder()
  const server = await start(folder)
  try {
    return await work(server)
  } finally {
    await server.stop()
    dropFolder(folder)
  }
}

const throughTheProduct = (): Promise<Figure[]> =>
  withServer(async (server) => {
    const credentials = await foundCompany(server)
    const client = clientOf(server.url, credentials)
    const { first } = await openInvoices(client, server.dataDir, MATCHED, today())
    const file = manyFile('camt', { endsOn: today(), first, lines: MATCHED })
    const before = costOf(server.pid)
    let [keptAt, matched] = [0, 0]
    const since = performance.now()
    const { peakMb, seconds, slowestMs } = await watch(server, async () => {
      const importId = await sendFile(server, credentials, file)
      if (importId === undefined) throw new Error('a file of this length is read by a job')
      await waitFor(client, importId, ({ state }) => state !== 'keeping')
      keptAt = (performance.now() - since) / 1000
      matched = (await waitFor(client, importId, ({ state }) => state === 'done')).matched
    })
    const { nodeMs, postgresMs } = difference(costOf(server.pid), before)
    const what = `${MATCHED} lines against ${MATCHED} open invoices`
    return [
      { what: `${what}: kept`, value: keptAt, unit: 's' },
      { what: 'all settled, posted, lettered', value: seconds, unit: 's' },
      { what: 'settled', value: matched, unit: 'lines' },
      { what: 'processor: node', value: nodeMs / 1000, unit: 's' },
      { what: 'processor: postgres', value: postgresMs / 1000, unit: 's' },
      { what: 'slowest answer to others', value: slowestMs, unit: 'ms' },
      { what: 'peak memory of the server', value: peakMb, unit: 'MB' },
    ]
  })

const imported = (format: (typeof MANY_FORMATS)[number]): Promise<Figure[]> =>
  withServer(async (server) => {
    const credentials = await foundCompany(server)
    const client = clientOf(server.url, credentials)
    const file = manyFile(format, { endsOn: today(), first: 1, lines: IMPORTED })
    const before = costOf(server.pid)
    let [answeredAt, told] = [0, 0]
    const since = performance.now()
    const { peakMb, seconds, slowestMs } = await watch(server, async () => {
      const importId = await sendFile(server, credentials, file)
      answeredAt = (performance.now() - since) / 1000
      if (importId === undefined) throw new Error('a file of this length is read by a job')
      await waitFor(client, importId, ({ linesRead, state }) => {
        told += linesRead > 0 && state === 'keeping' ? 1 : 0
        return state !== 'keeping'
      })
    })
    const { nodeMs, postgresMs } = difference(costOf(server.pid), before)
    return [
      { what: `${format}, ${(file.size / 1e6).toFixed(0)} MB: answered`, value: answeredAt, unit: 's' },
      { what: `${format}: ${IMPORTED} lines kept`, value: seconds, unit: 's', target: '≤ 30' },
      { what: 'progress seen', value: told, unit: 'times', target: '≥ 3' },
      { what: 'processor: node', value: nodeMs / 1000, unit: 's' },
      { what: 'processor: postgres', value: postgresMs / 1000, unit: 's' },
      { what: 'slowest answer to others', value: slowestMs, unit: 'ms' },
      { what: 'peak memory of the server', value: peakMb, unit: 'MB' },
    ]
  })
