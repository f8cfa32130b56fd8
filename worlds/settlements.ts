/** When each invoice is paid, in how many parts: habits applied to due dates. Nothing here knows how the money travels. */
import { type Day, addDays, laterOf } from '#core/day'
import { type Cents, ZERO, minCents, parseMoney, sum, toCents } from '#core/money'
import { workingDayFrom, workingDayUpTo } from '#core/working-day'
import type { Chance } from './chance.ts'
import type { Player } from './customers.ts'
import { delaysOf } from './habits.ts'
import type { CreditNoteIssued, InvoiceIssued } from './plan.ts'

/** Money of a customer for an invoice. */
export type Part = { readonly invoice: InvoiceIssued; readonly paidOn: Day; readonly earliestOn: Day; readonly amountCents: Cents }

/** Of invoices under ordinary terms that are large enough to be split. With the instalments, about 5.5 % of all come to two payments. */
const SPLIT_SHARE = 0.075
const THREE_PARTS_SHARE = 0.06
const SPLIT_FROM_CENTS = toCents(120_000)

type Debt = {
  readonly invoice: InvoiceIssued
  readonly earliestOn: Day
  readonly dues: readonly { readonly dueOn: Day; readonly amountCents: Cents }[]
}

export function partsOf(
  player: Player,
  invoices: readonly InvoiceIssued[],
  creditNotes: ReadonlyMap<string, CreditNoteIssued>,
  unpaid: ReadonlySet<string>,
  chance: Chance,
): Part[] {
  const delays = delaysOf(player.role.habit, invoices.length, chance)
  const splits = chance.spread(invoices.length)
  return invoices.flatMap((invoice, index) => {
    const debt = debtOf(player, invoice, creditNotes.get(invoice.key))
    const delayDays = delays[index] ?? 0
    const rank = splits[index] ?? 1
    if (unpaid.has(invoice.key)) return rank < 0.3 ? firstPartOnly(debt, chance) : []
    if (debt.dues.length === 1 && owedCents(debt) >= SPLIT_FROM_CENTS && rank < SPLIT_SHARE) {
      return inParts(debt, delayDays, rank < SPLIT_SHARE * THREE_PARTS_SHARE ? 3 : 2, chance)
    }
    return debt.dues.map((due) => partOf(debt, dayOfPayment(due.dueOn, delayDays), due.amountCents))
  })
}

/** What is left to pay after the credit note; a credit is taken from the last instalment first. */
function debtOf({ role }: Player, invoice: InvoiceIssued, creditNote: CreditNoteIssued | undefined): Debt {
  let creditCents = creditNote ? parseMoney(creditNote.totals.gross) : ZERO
  const dues = invoice.instalments.toReversed().map(({ dueOn, amount }) => {
    const amountCents = parseMoney(amount)
    const takenCents = minCents(creditCents, amountCents)
    creditCents = toCents(creditCents - takenCents)
    return { dueOn, amountCents: toCents(amountCents - takenCents) }
  })
  const knownOn = creditNote ? laterOf(invoice.on, creditNote.on) : invoice.on
  const earliestOn = role.habit === 'onTheSpot' ? knownOn : workingDayFrom(addDays(knownOn, 1))
  return { invoice, earliestOn, dues: dues.toReversed().filter(({ amountCents }) => amountCents > 0n) }
}

const owedCents = ({ dues }: Debt): Cents => sum(dues.map(({ amountCents }) => amountCents))

const partOf = ({ invoice, earliestOn }: Debt, paidOn: Day, amountCents: Cents): Part => ({
  invoice,
  paidOn: laterOf(paidOn, earliestOn),
  earliestOn,
  amountCents,
})

/** Who pays in time does so before a day off, who pays late after it: days off do not make anyone late. */
function dayOfPayment(dueOn: Day, delayDays: number): Day {
  const wanted = addDays(dueOn, delayDays)
  return delayDays <= 0 ? workingDayUpTo(wanted) : workingDayFrom(wanted)
}

/** The last part comes when the habit says; the others, round sums, one to four weeks before each other. */
function inParts(debt: Debt, delayDays: number, count: 2 | 3, chance: Chance): Part[] {
  const [due] = debt.dues
  if (!due) return []
  const lastOn = dayOfPayment(due.dueOn, Math.max(delayDays, 0))
  const parts: Part[] = []
  let leftCents = due.amountCents
  for (let before = count - 1; before > 0; before -= 1) {
    const amountCents = roundSum(toCents((leftCents * BigInt(chance.whole(30, 60))) / 100n))
    leftCents = toCents(leftCents - amountCents)
    parts.push(partOf(debt, workingDayUpTo(addDays(lastOn, -before * chance.whole(8, 26))), amountCents))
  }
  return [...parts, partOf(debt, laterOf(lastOn, parts.at(-1)?.paidOn ?? lastOn), leftCents)]
}

/** A sign of good will on an invoice that stays unpaid. */
function firstPartOnly(debt: Debt, chance: Chance): Part[] {
  const [due] = debt.dues
  if (!due) return []
  const amountCents = roundSum(toCents((due.amountCents * BigInt(chance.whole(20, 45))) / 100n))
  return [partOf(debt, workingDayFrom(addDays(due.dueOn, chance.whole(5, 25))), amountCents)]
}

/** Down to the hundred euros, or to the ten under a thousand. */
function roundSum(amountCents: Cents): Cents {
  const unit = amountCents >= 100_000n ? 10_000n : 1_000n
  return amountCents < unit ? amountCents : toCents((amountCents / unit) * unit)
}
