/**
 * A statement that pays as many invoices as it has lines, and a server that is killed with -9 again and again while it reads and matches them: at
 * the end every line is settled once, no invoice is paid twice, `encours verify` is clean.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { clientOf, foundCompany } from './client.ts'
import { dropFolder, newFolder, runCommand, start } from './installation.ts'
import { killTree } from './processes.ts'
import { type Progress, sendFile } from './reconciliation/in-product.ts'
import { manyFile } from './reconciliation/many-lines.ts'
import { askDatabase, openInvoices } from './reconciliation/open-invoices.ts'

/** The first blow falls while the file is read and kept; the others while its lines are matched. */
const FIRST_BLOW_S = 1.5
const SHORTEST_S = 4
const LONGEST_S = 20
/** A job that gets nowhere would be killed for ever. */
const MOST_ROUNDS = 500

export async function crashBank(lines: number): Promise<number> {
  if (!Number.isInteger(lines) || lines < 5_000 || lines > 100_000) throw new Error('--lines: a number from 5000 to 100000')
  const folder = newFolder()
  let server = await start(folder)
  try {
    const credentials = await foundCompany(server)
    const today = new Date().toISOString().slice(0, 10)
    const { first } = await openInvoices(clientOf(server.url, credentials), folder, lines, today)
    const importId = await sendFile(server, credentials, manyFile('camt', { endsOn: today, first, lines }))
    if (importId === undefined) throw new Error('a file of this length is read by a job')
    const progress = () => clientOf(server.url, credentials)<Progress>('GET', `/reconciliation/imports/${importId}`)
    for (let round = 1; ; round += 1) {
      if (round > MOST_ROUNDS) throw new Error('it never comes to an end')
      await pause((round === 1 ? FIRST_BLOW_S : SHORTEST_S + Math.random() * (LONGEST_S - SHORTEST_S)) * 1000)
      const before = await progress()
      if (before.state === 'done') break
      await killTree(server.pid)
      server = await start(folder)
      const after = await progress()
      process.stdout.write(
        `round ${String(round).padStart(3)}: killed while ${before.state} at ${before.linesRead} lines kept, ${before.matched} matched; ready again in ${(server.startMs / 1000).toFixed(2)} s, ${after.matched} matched\n`,
      )
    }
    const found = [...(await faultsIn(folder, lines, (await progress()).matched)), ...(await verified(folder))]
    for (const fault of found) process.stdout.write(`${fault}\n`)
    return found.length
  } finally {
    await server.stop()
    await killTree(server.pid)
    dropFolder(folder)
  }
}

/** Asked beside the product: so that it is not judged by its own word. */
const faultsIn = (folder: string, lines: number, told: number): Promise<string[]> =>
  askDatabase(folder, async (database) => {
    const { rows } = await database.query<Record<'kept' | 'settled' | 'payments' | 'once' | 'twice' | 'wrong', number>>(`
      select (select count(*)::int from bank_lines) as kept,
        (select count(*)::int from bank_lines where state = 'matched') as settled,
        (select count(*)::int from payments) as payments,
        (select count(distinct bank_line_id)::int from payments) as once,
        (select count(*)::int from (select debit_item_id from allocations group by 1 having count(*) > 1) again) as twice,
        (select count(*)::int from payments payment join bank_lines line on line.id = payment.bank_line_id where line.amount_cents <> payment.amount_cents) as wrong`)
    const [row] = rows
    if (!row) throw new Error('counts are one row')
    process.stdout.write(`${row.kept} lines kept, ${row.settled} settled by ${row.payments} payments\n`)
    return [
      ...(row.kept === lines ? [] : [`${row.kept} lines were kept of ${lines}`]),
      ...(row.settled === told ? [] : [`${row.settled} lines are settled, ${told} were told`]),
      ...(row.payments === row.settled && row.once === row.settled
        ? []
        : [`${row.payments} payments for ${row.settled} lines, ${row.once} of them once`]),
      ...(row.twice === 0 ? [] : [`${row.twice} invoices were paid twice`]),
      ...(row.wrong === 0 ? [] : [`${row.wrong} payments are not what their line says`]),
      ...(row.settled > lines * 0.9 ? [] : [`only ${row.settled} lines were settled`]),
    ]
  })

/** What `encours verify` says, but for the invoices that were copied and never drawn. */
async function verified(folder: string): Promise<string[]> {
  const { output } = await runCommand(folder, ['verify'])
  return output.split('\n').filter((line) => line.includes('✗') && !line.includes('is not in the archive'))
}
