/** Rules at work: the first that fits decides a line, each go of a rule as one application that can be undone whole. */
import { type LineDetails, type LineRow, lockLine, lockUndecidedLines, type UndecidedLines } from '#banking'
import type { Id } from '#core/ids'
import type { WriteContext } from '#platform/context'
import { holdOpenItems, openOnInvoice } from '#receivables'
import { carryOut } from '../carry-out.ts'
import { ruleApplied } from '../events.ts'
import { type Look, lookAt } from '../look.ts'
import type { LineRule, Proposal, Verdict } from '../rules/index.ts'
import { settleLine } from '../settle.ts'
import { undoneLines } from '../store.ts'
import { insertApplication, rulesInOrder, tagMatch } from './store.ts'

/** Lines of one transaction: some seconds of work. What is left is done by the job, as many at a time. */
const LINES_AT_ONCE = 200

export type Going = {
  readonly lines: UndecidedLines
  /** This rule alone, still only where none before it fits. */
  readonly ruleId?: Id | undefined
  readonly occasion: 'import' | 'waiting'
  /** Begun by an earlier transaction of the same go: by rule. */
  readonly applications?: Readonly<Record<Id, Id>>
}

export type Applied = {
  /** Of which came in, or went out. */
  readonly moneyIn: number
  readonly count: number
  readonly applications: Readonly<Record<Id, Id>>
  /** Stopped at the bound: there may be more. */
  readonly goesOn: boolean
}

export async function applyRules(
  context: WriteContext,
  { applications: begun = {}, lines: wanted, occasion, ruleId }: Going,
): Promise<Applied> {
  const applications: Record<Id, Id> = { ...begun }
  const rules = (await rulesInOrder(context)).filter(({ active }) => active)
  if (rules.length === 0) return { count: 0, moneyIn: 0, applications, goesOn: false }
  // A line dated tomorrow waits for its day.
  const lines = (await lockUndecidedLines(context, wanted)).filter((line) => line.booked_on <= context.today)
  const look = await lookAt(context, lines)
  const taken = new Map<Id, number>()
  const otherSides = new Set<Id>()
  let [count, moneyIn, goesOn] = [0, 0, false]
  for (const line of lines) {
    if (look.undone.has(line.id) || otherSides.has(line.id)) continue
    const rule = look.ruleOn(line)
    if (!rule || (ruleId !== undefined && rule.ruleId !== ruleId)) continue
    const verdict = look.verdictOn(line)
    if (!isFree(line, verdict, rule)) continue
    if (count === LINES_AT_ONCE) {
      goesOn = true
      break
    }
    const applicationId = (applications[rule.ruleId] ??= await insertApplication(context, rule.ruleId, occasion))
    const done = await decide(context, { line, look, rule, verdict, applicationId })
    if (!done) continue
    if (done.otherSide !== undefined) otherSides.add(done.otherSide)
    count += 1
    if (line.amount_cents > 0n) moneyIn += 1
    taken.set(rule.ruleId, (taken.get(rule.ruleId) ?? 0) + 1)
  }
  for (const rule of rules) {
    const [decided, applicationId] = [taken.get(rule.ruleId), applications[rule.ruleId]]
    if (decided !== undefined && applicationId !== undefined)
      context.record(ruleApplied({}, { ruleId: rule.ruleId, name: rule.name, applicationId, lines: decided }))
  }
  return { count, moneyIn, applications, goesOn }
}

/** Neither certain to be something else, nor typed by hand before, nor money that the bank takes back. */
export function isFree(line: LineRow, { certain, proposals }: Verdict, { action }: LineRule): boolean {
  if ((line.details as LineDetails).returned === true) return false
  if (proposals.some(({ paymentIds }) => paymentIds.length > 0)) return false
  return certain === undefined || (action.kind === 'customer' && certain.customerId === action.customerId)
}

type Deciding = {
  readonly line: LineRow
  readonly look: Look
  readonly rule: LineRule
  readonly verdict: Verdict
  readonly applicationId: Id
}

async function decide(context: WriteContext, deciding: Deciding): Promise<{ otherSide: Id | undefined } | undefined> {
  const { applicationId, line, look, rule, verdict } = deciding
  if (rule.action.kind === 'customer') {
    const proposal = verdict.certain ?? verdict.proposals.find((each) => each.ruleId === rule.ruleId)
    if (!proposal || !(await stillHolds(context, look, proposal, rule.action.customerId))) return undefined
    const evidence = verdict.certain ? [{ code: 'rule_fits', facts: { name: rule.name } }, ...proposal.evidence] : proposal.evidence
    await settleLine(context, line, { origin: 'automatic', evidence, shares: proposal.shares, customerId: rule.action.customerId })
    await tagMatch(context, line.id, applicationId)
    look.book.pay(proposal.shares)
    return { otherSide: undefined }
  }
  const operation = look.operationOn(line)
  if (!operation) return undefined
  const { other } = operation
  const otherSide = other === undefined || other.booked ? undefined : await freeOtherSide(context, other.lineId)
  const isTaken = other !== undefined && !other.booked && otherSide === undefined
  await carryOut(context, line, isTaken ? { ...operation, other: undefined } : operation, { origin: 'automatic', applicationId })
  return { otherSide }
}

/** The other side goes along unless somebody decided it, or took it back, in the meantime. */
async function freeOtherSide(context: WriteContext, lineId: Id): Promise<Id | undefined> {
  const row = await lockLine(context, lineId)
  const undecided = row !== undefined && (row.state === 'to_do' || row.state === 'out') && row.booked_on <= context.today
  return undecided && !(await undoneLines(context, [lineId])).has(lineId) ? lineId : undefined
}

/** Nobody is paying or crediting these invoices at this very moment, and they are open as they were read. */
async function stillHolds(context: WriteContext, { book }: Look, { shares }: Proposal, customerId: Id): Promise<boolean> {
  if (!(await holdOpenItems(context, customerId))) return false
  for (const { invoiceId } of shares) if ((await openOnInvoice(context, invoiceId)) !== book.invoice(invoiceId)?.openCents) return false
  return true
}
