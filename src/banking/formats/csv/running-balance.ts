import { toCents } from '#core/money'
import { moneyText } from '#core/money'
import type { Balance } from '../model.ts'
import type { WarningList } from '../warnings.ts'
import type { CsvLine } from './lines.ts'

export type Running = { readonly opening?: Balance; readonly closing?: Balance; readonly proven: boolean | null }

/**
 * A balance column proves the file when each balance is the one before plus the amount, oldest first or newest first. Some banks repeat one
 * balance on every row: a column that mostly does not run is no proof and is left aside.
 */
export function runningBalance(lines: readonly CsvLine[], warnings: WarningList): Running {
  const first = lines[0]
  if (!first || lines.some((line) => !line.balance || line.line.currency !== first.line.currency)) return { proven: null }
  const newestFirst = lines.toReversed()
  const breaks = breaksIn(lines)
  const reversedBreaks = breaksIn(newestFirst)
  const [ordered, found] = reversedBreaks.length < breaks.length ? [newestFirst, reversedBreaks] : [lines, breaks]
  if (found.length > 0 && found.length * 2 >= lines.length - 1) return { proven: null }
  for (const broken of found) warnings.add('running_balance_broken', { line: broken.row, gap: moneyText(toCents(broken.gap)) })
  const oldest = ordered[0]
  const closing = ordered.at(-1)?.balance
  if (!oldest?.balance || !closing) return { proven: null }
  const opening = { amountCents: toCents(oldest.balance.amountCents - oldest.line.amountCents), currency: closing.currency }
  return { opening, closing, proven: found.length === 0 }
}

function breaksIn(lines: readonly CsvLine[]): { readonly row: number; readonly gap: bigint }[] {
  return lines.flatMap((line, index) => {
    const before = lines[index - 1]?.balance
    const gap = before && line.balance ? line.balance.amountCents - before.amountCents - line.line.amountCents : 0n
    return gap === 0n ? [] : [{ row: line.row, gap }]
  })
}
