/** Weekly bank statements: every movement in its week, balances that prove, and a savings account that keeps the balance in bounds. */
import { type Day, addDays, daysBetween, earlierOf, weekday } from '#core/day'
import { type Cents, moneyText, parseMoney, sum, toCents } from '#core/money'
import { isWorkingDay, workingDayFrom } from '#core/working-day'
import type { Chance } from './chance.ts'
import { type Movement, type Received, outgoingsOf } from './outgoings.ts'
import type { BankAccount, BankLine, BankStatement } from './plan.ts'

const SUNDAY = 7
const ORDINARY_DAY_CENTS = 320_000n
/** Beyond these, money goes to the savings account or comes back from it, by whole thousands. */
const COMFORT = { lowCents: toCents(1_500_000), highCents: toCents(9_000_000), wantedCents: toCents(5_000_000) }

/** Statements of Monday to Sunday, imported on the next working day; the last ends on the eve of `until` and is imported that day. */
export function statementsOf(
  account: BankAccount,
  period: { readonly from: Day; readonly until: Day },
  incoming: readonly Movement[],
  chance: Chance,
): BankStatement[] {
  const lastDay = addDays(period.until, -1)
  const outgoing = outgoingsOf(period.from, lastDay, receivedBetween(incoming, period.from), chance)
  const movements = [...incoming, ...outgoing].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const statements: BankStatement[] = []
  let balanceCents = parseMoney(account.openingBalance)
  let next = 0
  for (let from = period.from; from <= lastDay; from = addDays(statements.at(-1)?.to ?? lastDay, 1)) {
    const to = earlierOf(addDays(from, SUNDAY - weekday(from)), lastDay)
    const first = next
    while ((movements[next]?.on ?? addDays(to, 1)) <= to) next += 1
    const week = withArbitrage(movements.slice(first, next), balanceCents, to)
    const openingCents = balanceCents
    balanceCents = toCents(openingCents + sum(week.map(({ amountCents }) => amountCents)))
    statements.push(statementOf(account, statements.length + 1, { from, to, until: period.until }, week, openingCents, balanceCents))
  }
  return statements
}

function statementOf(
  account: BankAccount,
  number: number,
  { from, to, until }: { from: Day; to: Day; until: Day },
  week: readonly Movement[],
  openingCents: Cents,
  closingCents: Cents,
): BankStatement {
  return {
    kind: 'bank-statement',
    on: earlierOf(workingDayFrom(addDays(to, 1)), until),
    key: `statement-${String(number).padStart(3, '0')}`,
    account: account.key,
    number,
    from,
    to,
    openingBalance: moneyText(openingCents),
    closingBalance: moneyText(closingCents),
    lines: week.map(({ on, amountCents, ...rest }, index): BankLine => ({
      ...rest,
      key: `line-${String(number).padStart(3, '0')}-${String(index + 1).padStart(2, '0')}`,
      bookedOn: on,
      valueOn: on,
      amount: moneyText(amountCents),
    })),
  }
}

/** On the last worked day of the week, what is too much is put aside, what lacks is taken back. */
function withArbitrage(week: readonly Movement[], openingCents: Cents, to: Day): Movement[] {
  const closingCents = toCents(openingCents + sum(week.map(({ amountCents }) => amountCents)))
  if (closingCents >= COMFORT.lowCents && closingCents <= COMFORT.highCents) return [...week]
  const on = week.at(-1)?.on ?? to
  const amountCents = toCents(((COMFORT.wantedCents - closingCents) / 100_000n) * 100_000n)
  if (!isWorkingDay(on)) return [...week]
  return [
    ...week,
    {
      on,
      amountCents,
      label: amountCents > 0n ? 'VIR DE COMPTE EPARGNE PRO' : 'VIR VERS COMPTE EPARGNE PRO',
      truth: { kind: 'own-transfer' },
    },
  ]
}

/** Before the story began, an ordinary pace is taken. */
function receivedBetween(incoming: readonly Movement[], start: Day): Received {
  return (from, to) => {
    const daysBefore = BigInt(Math.max(0, daysBetween(from, earlierOf(start, addDays(to, 1)))))
    const told = incoming.filter(({ on }) => from <= on && on <= to).map(({ amountCents }) => amountCents)
    return sum([...told, toCents(daysBefore * ORDINARY_DAY_CENTS)])
  }
}
