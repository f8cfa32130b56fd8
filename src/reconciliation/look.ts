/** Looks at bank lines with everything the rules need: what is owed, who is known, what was refused. */
import type { LineDetails, LineRow } from '#banking'
import { daysAround, earlierOf, laterOf } from '#core/day'
import type { Id } from '#core/ids'
import { negate, sum, toCents } from '#core/money'
import type { Tenant } from '#platform/context'
import { type Item, openItems } from '#receivables'
import { BY_RULE, operationByRule, operationByTransfer, type OperationProposal, transfersAmong } from './operation-proposals.ts'
import { returnablePayments } from './out-store.ts'
import { proposalId } from './proposal-id.ts'
import {
  customerByRule,
  findMatch,
  findOut,
  type LineFacts,
  type LineRule,
  type Mark,
  marksOf,
  namesInvoice,
  openBook,
  type OpenBook,
  type OpenCredit,
  type OpenInvoice,
  type OutBook,
  type Proposal,
  ruleBook,
  type TypedPayment,
  type Verdict,
} from './rules/index.ts'
import { rulesInOrder } from './user-rules/store.ts'
import { knownCustomers, learntMarks, refusedProposals, typedPayments, undoneLines } from './store.ts'

type PaymentSeen = Pick<TypedPayment, 'paymentId' | 'paidOn' | 'amountCents' | 'method'>

export type Look = {
  readonly book: OpenBook
  /** Lines that a person took back. */
  readonly undone: ReadonlySet<Id>
  verdictOn(line: LineRow): Verdict
  /** A payment that a proposal names. */
  readonly payment: (paymentId: Id) => PaymentSeen | undefined
  /** The first rule that fits, unless the line names an open invoice or a person said no to rules on it. */
  ruleOn(line: LineRow): LineRule | undefined
  /** A person said no to what a rule made of it. */
  isBarred(line: LineRow): boolean
  /** What the line is if it is no customer's money, by a rule or because it goes between our own accounts. */
  operationOn(line: LineRow): OperationProposal | undefined
}

/** A payment typed within these days of the first or last line may be one of them. */
const AROUND_DAYS = 10

export async function lookAt(tenant: Tenant, lines: readonly LineRow[]): Promise<Look> {
  const ids = lines.map(({ id }) => id)
  const [first] = lines
  if (!first) return emptyLook()
  const days = lines.map((line) => line.booked_on)
  const from = daysAround(days.reduce(earlierOf, first.booked_on), -AROUND_DAYS)
  const to = daysAround(days.reduce(laterOf, first.booked_on), AROUND_DAYS)
  const open = await openItems(tenant)
  const credits = openCredits(open)
  const book = openBook({
    invoices: openInvoices(open),
    credits,
    customers: await knownCustomers(tenant),
    marks: await learntMarks(tenant),
    typedPayments: await typedPayments(tenant, from, to),
  })
  const outBook = await outBookFor(tenant, lines, { customers: book.customers, credits: sumsByCustomer(credits) })
  const refused = await refusedProposals(tenant, ids)
  const payments = new Map([...book.allTypedPayments(), ...outBook.payments].map((payment) => [payment.paymentId, payment]))
  const isRefused = (line: LineRow, key: string): boolean => refused.get(line.id)?.has(proposalId(key)) === true
  const ruleFor = ruleBook((await rulesInOrder(tenant)).filter(({ active }) => active))
  const transferOf = await transfersAmong(tenant, lines)
  const isBarred = (line: LineRow): boolean => isRefused(line, BY_RULE)
  const ruleOn = (line: LineRow): LineRule | undefined => {
    if (isBarred(line)) return undefined
    const facts = factsOf(line)
    const rule = ruleFor({ ...facts, accountId: line.account_id })
    return rule && !namesInvoice(facts, book) ? rule : undefined
  }
  const verdictOn = (line: LineRow): Verdict => {
    const isNo = (key: string): boolean => isRefused(line, key)
    if (line.amount_cents > 0n) return withRule(findMatch(factsOf(line), book, { isRefused: isNo }), line, ruleOn(line))
    return {
      certain: undefined,
      ground: undefined,
      proposals: findOut(factsOf(line), outBook).filter(({ key }) => !isNo(key)),
      recognised: [],
    }
  }
  const withRule = (verdict: Verdict, line: LineRow, rule: LineRule | undefined): Verdict => {
    if (rule?.action.kind !== 'customer' || verdict.certain) return verdict
    const byRule = customerByRule(factsOf(line), book, { ...rule, customerId: rule.action.customerId })
    if (isRefused(line, byRule.key)) return verdict
    const isTyped = ({ paymentIds }: Proposal) => paymentIds.length > 0
    const others = verdict.proposals.filter(({ key }) => key !== byRule.key)
    return { ...verdict, proposals: [...others.filter(isTyped), byRule, ...others.filter((other) => !isTyped(other))] }
  }
  const operationOn = (line: LineRow): OperationProposal | undefined => {
    const [rule, transfer] = [ruleOn(line), transferOf(line)]
    if (rule) return operationByRule(line, rule, transfer)
    if (!transfer || (!transfer.byAccount && (namesInvoice(factsOf(line), book) || verdictOn(line).certain))) return undefined
    const operation = operationByTransfer(line, transfer)
    return isRefused(line, operation.key) ? undefined : operation
  }
  return {
    book,
    undone: await undoneLines(tenant, ids),
    payment: (paymentId: Id) => payments.get(paymentId),
    verdictOn,
    ruleOn,
    isBarred,
    operationOn,
  }
}

async function outBookFor(tenant: Tenant, lines: readonly LineRow[], known: Omit<OutBook, 'payments'>): Promise<OutBook> {
  const out = lines.filter((line) => line.amount_cents < 0n)
  const [first] = out
  if (!first) return { ...known, payments: [] }
  const amounts = out.map((line) => negate(toCents(line.amount_cents)))
  const until = out.map((line) => line.booked_on).reduce(laterOf, first.booked_on)
  return { ...known, payments: await returnablePayments(tenant, { amounts, until }) }
}

function emptyLook(): Look {
  const book = openBook({ invoices: [], customers: [], marks: [], typedPayments: [] })
  const nothing = () => undefined
  const verdictOn = () => ({ certain: undefined, ground: undefined, proposals: [], recognised: [] })
  return { book, undone: new Set(), payment: nothing, verdictOn, ruleOn: nothing, isBarred: () => false, operationOn: nothing }
}

function openInvoices(open: readonly Item[]): OpenInvoice[] {
  const owed = open.filter((item) => item.kind === 'instalment' && item.invoiceId !== null)
  return [...Map.groupBy(owed, (item) => item.invoiceId ?? '')].flatMap(([invoiceId, items]) => {
    const [first] = items
    if (!first) return []
    const instalments = items.map(({ dueOn, openCents }) => ({ dueOn, openCents }))
    const openCents = sum(items.map((item) => item.openCents))
    return [{ invoiceId, number: first.reference, customerId: first.customerId, issuedOn: first.datedOn, openCents, instalments }]
  })
}

const openCredits = (open: readonly Item[]): OpenCredit[] =>
  open
    .filter(({ openCents }) => openCents < 0n)
    .map(({ customerId, id, openCents, reference }) => ({ itemId: id, customerId, reference, openCents: negate(openCents) }))

const sumsByCustomer = (credits: readonly OpenCredit[]): OutBook['credits'] =>
  new Map([...Map.groupBy(credits, ({ customerId }) => customerId)].map(([id, own]) => [id, sum(own.map(({ openCents }) => openCents))]))

/** What on the line tells who paid. */
export const marksOfLine = (line: LineRow): Mark[] => marksOf(factsOf(line)).filter((mark) => mark !== undefined)

export function factsOf(line: LineRow): LineFacts {
  const details = line.details as LineDetails
  const texts = [line.text, details.bankText, line.end_to_end_id].filter((text): text is string => text != null && text !== '')
  return {
    amountCents: toCents(line.amount_cents),
    bookedOn: line.booked_on,
    texts,
    references: details.references ?? [],
    counterparty: line.counterparty ?? details.ultimateCounterparty,
    iban: line.counterparty_iban ?? undefined,
    returned: details.returned === true,
  }
}
