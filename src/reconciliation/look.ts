/** Looks at bank lines with everything the rules need: what is owed, who is known, what was refused. */
import type { LineDetails, LineRow } from '#banking'
import { addDays, earlierOf, laterOf } from '#core/day'
import type { Id } from '#core/ids'
import { negate, sum, toCents } from '#core/money'
import { sha256Hex } from '#platform/canonical'
import type { Tenant } from '#platform/context'
import { type Item, openItems } from '#receivables'
import {
  findMatch,
  findOut,
  type LineFacts,
  type Mark,
  marksOf,
  openBook,
  type OpenBook,
  type OpenCredit,
  type OpenInvoice,
  type OutBook,
  type TypedPayment,
  type Verdict,
} from './rules/index.ts'
import { creditsByCustomer, returnablePayments } from './out-store.ts'
import { knownCustomers, learntMarks, refusedProposals, typedPayments, undoneLines } from './store.ts'

type PaymentSeen = Pick<TypedPayment, 'paymentId' | 'paidOn' | 'amountCents' | 'method'>

export type Look = {
  readonly book: OpenBook
  /** Lines that a person took back. */
  readonly undone: ReadonlySet<Id>
  verdictOn(line: LineRow): Verdict
  /** A payment that a proposal names. */
  readonly payment: (paymentId: Id) => PaymentSeen | undefined
}

/** A payment typed within these days of the first or last line may be one of them. */
const AROUND_DAYS = 10

export async function lookAt(tenant: Tenant, lines: readonly LineRow[]): Promise<Look> {
  const ids = lines.map(({ id }) => id)
  const [first] = lines
  if (!first) return emptyLook()
  const days = lines.map((line) => line.booked_on)
  const from = addDays(days.reduce(earlierOf, first.booked_on), -AROUND_DAYS)
  const to = addDays(days.reduce(laterOf, first.booked_on), AROUND_DAYS)
  const open = await openItems(tenant)
  const book = openBook({
    invoices: openInvoices(open),
    credits: openCredits(open),
    customers: await knownCustomers(tenant),
    marks: await learntMarks(tenant),
    typedPayments: await typedPayments(tenant, from, to),
  })
  const outBook = await outBookFor(tenant, lines, book)
  const refused = await refusedProposals(tenant, ids)
  const payments = new Map([...book.allTypedPayments(), ...outBook.payments].map((payment) => [payment.paymentId, payment]))
  return {
    book,
    undone: await undoneLines(tenant, ids),
    payment: (paymentId) => payments.get(paymentId),
    verdictOn: (line) => {
      const no = refused.get(line.id)
      const isRefused = (key: string) => no?.has(proposalId(key)) ?? false
      if (line.amount_cents > 0n) return findMatch(factsOf(line), book, { isRefused })
      const proposals = findOut(factsOf(line), outBook).filter(({ key }) => !isRefused(key))
      return { certain: undefined, ground: undefined, proposals, recognised: [] }
    },
  }
}

async function outBookFor(tenant: Tenant, lines: readonly LineRow[], { customers }: OpenBook): Promise<OutBook> {
  const out = lines.filter((line) => line.amount_cents < 0n)
  const [first] = out
  if (!first) return { customers, payments: [], credits: new Map() }
  const amounts = out.map((line) => negate(toCents(line.amount_cents)))
  const until = out.map((line) => line.booked_on).reduce(laterOf, first.booked_on)
  return { customers, payments: await returnablePayments(tenant, { amounts, until }), credits: await creditsByCustomer(tenant) }
}

function emptyLook(): Look {
  const book = openBook({ invoices: [], customers: [], marks: [], typedPayments: [] })
  return {
    book,
    undone: new Set(),
    payment: () => undefined,
    verdictOn: () => ({ certain: undefined, ground: undefined, proposals: [], recognised: [] }),
  }
}

/** Short, and the same for the same invoices of a line: what screens send back and what a refusal keeps. */
export const proposalId = (key: string): string => sha256Hex(key).slice(0, 32)

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
