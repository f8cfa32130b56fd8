/** For tests: the lines of the entry written last in a journal, as `D 512000 980.00`. */
import type { TestApi } from '../../app/test-api.ts'

type Entry = { number: string; label: string; entryOn: string; lines: { account: string; debit: string; credit: string }[] }

const placeOf = ({ number }: Entry): number => Number(/\d+$/.exec(number)?.[0])

/** `back`: that many entries before the last. */
export async function newestEntry(api: TestApi, journal = 'BQ', back = 0): Promise<{ label: string; entryOn: string; lines: string[] }> {
  const { body } = await api.call<{ rows: Entry[] }>('GET', `/ledger/entries?journal=${journal}&limit=100`)
  const entry = body.rows.toSorted((a, b) => placeOf(b) - placeOf(a))[back]
  if (!entry) throw new Error('no such entry')
  const lines = entry.lines.map(({ account, credit, debit }) => (debit === '0.00' ? `C ${account} ${credit}` : `D ${account} ${debit}`))
  return { label: entry.label, entryOn: entry.entryOn, lines }
}
