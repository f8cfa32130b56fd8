/** A bank world lived through week by week: what is certain is applied, a person says the truth about the rest, and the company learns. */
import type { Day } from '#core/day'
import { toCents } from '#core/money'
import { type BankWorld, readOn, type TruthInvoice, type TruthLine } from '../../worlds/bank/index.ts'
import {
  type KnownCustomer,
  type LearntMark,
  type Mark,
  marksOf,
  type OpenInvoice,
  type Proposal,
} from '../../src/reconciliation/rules/index.ts'

/** What a way of matching answers about a line: what it would do alone, and what it would propose, best first. */
export type Answer = { readonly certain: Proposed | undefined; readonly proposals: readonly Proposed[] }
export type Proposed = Pick<Proposal, 'customerId' | 'shares'>

/** A way of matching. `week` is told what is owed and what was learnt, then answers line by line. */
export type Matcher = (week: Week) => { answer(line: TruthLine): Answer; paid(line: TruthLine): void }
export type Week = {
  readonly invoices: readonly OpenInvoice[]
  readonly customers: readonly KnownCustomer[]
  readonly marks: readonly LearntMark[]
}

export type Score = { lines: number; automatic: number; wrong: number; first: number; inThree: number; others: number; faults: string[] }

export function live(world: BankWorld, matcher: Matcher): Score {
  const score: Score = { lines: 0, automatic: 0, wrong: 0, first: 0, inThree: 0, others: 0, faults: [] }
  const owed = new Map<string, bigint>()
  const learnt = new Map<string, Map<string, LearntMark>>()
  const done = new Set<string>()
  const customers = world.customers.map(({ id, name }) => ({ customerId: id, name }))
  const queue = [...world.invoices]
  for (const [until, lines] of weeksOf(world)) {
    while (queue[0] && queue[0].issuedOn <= until) {
      const invoice = queue.shift()
      if (invoice && !done.has(invoice.id)) owed.set(invoice.id, invoice.amountCents)
    }
    const matching = matcher({
      invoices: standing(world, owed),
      customers,
      marks: [...learnt.values()].flatMap((customers) => customers.values().toArray()),
    })
    for (const line of lines) {
      judge(score, line, matching.answer(line))
      matching.paid(line)
      for (const { amountCents, invoiceId } of line.shares) lower(owed, invoiceId, amountCents)
      for (const invoiceId of line.closes) {
        done.add(invoiceId)
        owed.delete(invoiceId)
      }
      if (line.customerId === null) continue
      for (const mark of marksOf(line)) if (mark) learn(learnt, mark, line.customerId)
    }
  }
  return score
}

const weeksOf = ({ lines }: BankWorld): Iterable<[Day, TruthLine[]]> => Map.groupBy(lines, ({ bookedOn }) => readOn(bookedOn))

const byId = new WeakMap<BankWorld, ReadonlyMap<string, TruthInvoice>>()

function standing(world: BankWorld, owed: ReadonlyMap<string, bigint>): OpenInvoice[] {
  const known = byId.get(world) ?? new Map(world.invoices.map((invoice) => [invoice.id, invoice]))
  byId.set(world, known)
  return [...owed].flatMap(([id, cents]) => {
    const invoice = known.get(id)
    if (!invoice) return []
    const openCents = toCents(cents)
    const { customerId, dueOn, issuedOn, number } = invoice
    return [{ invoiceId: id, number, customerId, issuedOn, openCents, instalments: [{ dueOn, openCents }] }]
  })
}

function lower(owed: Map<string, bigint>, invoiceId: string, cents: bigint): void {
  const left = (owed.get(invoiceId) ?? 0n) - cents
  if (left > 0n) owed.set(invoiceId, left)
  else owed.delete(invoiceId)
}

function learn(learnt: Map<string, Map<string, LearntMark>>, { kind, text }: Mark, customerId: string): void {
  const key = `${kind} ${text}`
  const customers = learnt.get(key) ?? new Map<string, LearntMark>()
  customers.set(customerId, { kind, text, customerId, times: (customers.get(customerId)?.times ?? 0) + 1 })
  learnt.set(key, customers)
}

function judge(score: Score, line: TruthLine, { certain, proposals }: Answer): void {
  if (certain && !isTrue(certain, line)) {
    score.wrong += 1
    score.faults.push(
      `${line.key} ${line.shape}: ${line.texts.join(' | ')} → ${certain.shares.map(({ invoiceId }) => invoiceId).join(', ')}`,
    )
  }
  if (line.customerId === null) {
    score.others += 1
    return
  }
  score.lines += 1
  if (certain) score.automatic += 1
  const rank = proposals.findIndex((proposal) => isTrue(proposal, line))
  if (rank === 0) score.first += 1
  if (rank >= 0 && rank < 3) score.inThree += 1
}

/** The same customer, the same invoices, the same amounts. */
function isTrue({ customerId, shares }: Proposed, line: TruthLine): boolean {
  return (
    customerId === line.customerId &&
    shares.length === line.shares.length &&
    shares.every(({ amountCents, invoiceId }) =>
      line.shares.some((share) => share.invoiceId === invoiceId && share.amountCents === amountCents),
    )
  )
}
