import { type LineRow, linesSince, presentLine } from '#banking'
import { addMonths } from '#core/day'
import type { Id } from '#core/ids'
import { moneyText, sum, toCents } from '#core/money'
import type { OperationsOf } from '#platform/api'
import type { ReadContext } from '#platform/context'
import { sizeOf } from '../book.ts'
import { bookingsOf } from '../booking-store.ts'
import type { userRulesContract } from './contract.ts'
import { factsOf, lookAt } from '../look.ts'
import { type LineRule, namesInvoice, partsOf, ruleBook } from '../rules/index.ts'
import { isFree } from './apply.ts'
import { checkedRule } from './edit.ts'
import { customersOfMatches, rulesInOrder } from './store.ts'

type TestRule = OperationsOf<typeof userRulesContract>['testRule']
type Fate = Awaited<ReturnType<TestRule>>['lines'][number]['fate']

const MONTHS = 12
const LINES_SHOWN = 50

/** What a rule would have taken in the past months, and what became of these lines. Nothing is kept. */
export const testRule: TestRule = async (context, { ruleId, ...input }) => {
  const rule: LineRule = { ...(await checkedRule(context, input)), ruleId: ruleId ?? '' }
  const from = addMonths(context.today, -MONTHS)
  const fits = ruleBook([rule])
  const hits = (await linesSince(context, from)).filter(
    (line) => line.booked_on <= context.today && fits({ ...factsOf(line), accountId: line.account_id }),
  )
  const fates = await fatesOf(context, rule, hits)
  const count = (fate: Fate) => hits.filter(({ id }) => fates.get(id) === fate).length
  const total = (rows: readonly LineRow[]) => moneyText(sum(rows.map((row) => toCents(row.amount_cents))))
  return {
    from,
    count: hits.length,
    moneyIn: total(hits.filter((row) => row.amount_cents > 0n)),
    moneyOut: total(hits.filter((row) => row.amount_cents < 0n)),
    waiting: count('would_take'),
    decidedOtherwise: count('decided_otherwise'),
    lines: hits.slice(0, LINES_SHOWN).map((row) => Object.assign(presentLine(row), { fate: fates.get(row.id) ?? ('left' as const) })),
  }
}

async function fatesOf(context: ReadContext, rule: LineRule, hits: readonly LineRow[]): Promise<Map<Id, Fate>> {
  const ids = hits.map(({ id }) => id)
  const bookings = new Map((await bookingsOf(context, ids)).map((booking) => [booking.line_id, booking]))
  const customers = await customersOfMatches(context, ids)
  const look = await lookAt(
    context,
    hits.filter(({ state }) => state === 'to_do' || state === 'out'),
  )
  const before = ruleBook(await rulesBefore(context, rule.ruleId))
  const fateOf = (line: LineRow): Fate => {
    if (line.state === 'matched') {
      const own = customers.get(line.id)
      const same = rule.action.kind === 'customer' && own?.size === 1 && own.has(rule.action.customerId)
      return same ? 'decided_so' : 'decided_otherwise'
    }
    if (line.state === 'set_aside') {
      const booking = bookings.get(line.id)
      const booked = booking?.parts.map(({ account, amountCents }) => `${account} ${amountCents}`).join(' ')
      return booked !== undefined && booked === wantedParts(rule, line) ? 'decided_so' : 'decided_otherwise'
    }
    if (before({ ...factsOf(line), accountId: line.account_id })) return 'rule_before'
    const isLeft = look.undone.has(line.id) || look.isBarred(line) || namesInvoice(factsOf(line), look.book)
    return !isLeft && isFree(line, look.verdictOn(line), rule) ? 'would_take' : 'left'
  }
  return new Map(hits.map((line) => [line.id, fateOf(line)]))
}

const TRANSFER = [{ account: '580000', vatRate: null, share: null, amountCents: null }]

function wantedParts({ action }: LineRule, line: LineRow): string | undefined {
  if (action.kind === 'customer') return undefined
  const parts = partsOf(action.kind === 'transfer' ? TRANSFER : action.parts, sizeOf(line))
  return parts?.map(({ account, amountCents }) => `${account} ${amountCents}`).join(' ')
}

/** A new rule comes last. */
async function rulesBefore(context: ReadContext, ruleId: Id): Promise<LineRule[]> {
  const rules = (await rulesInOrder(context)).filter((rule) => rule.active || rule.ruleId === ruleId)
  const place = rules.findIndex((rule) => rule.ruleId === ruleId)
  return place < 0 ? rules : rules.slice(0, place)
}
