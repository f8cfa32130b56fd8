/** Looks at bank lines with everything the rules need: what is owed, who is known, what was refused. */
import type { LineDetails, LineRow } from '#banking'
import { addDays, earlierOf, laterOf } from '#core/day'
import type { Id } from '#core/ids'
import { sum, toCents } from '#core/money'
import { sha256Hex } from '#platform/canonical'
import type { Tenant } from '#platform/context'
import { openItems } from '#receivables'
import { findMatch, type LineFacts, type Mark, marksOf, openBook, type OpenBook, type OpenInvoice, type Verdict } from './rules/index.ts'
import { knownCustomers, learntMarks, refusedProposals, typedPayments, undoneLines } from './store.ts'

export type Look = {
  readonly book: OpenBook
  /** Lines that a person took back. */
  readonly undone: ReadonlySet<Id>
  verdictOn(line: LineRow): Verdict
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
  const book = openBook({
    invoices: await openInvoices(tenant),
    customers: await knownCustomers(tenant),
    marks: await learntMarks(tenant),
    typedPayments: await typedPayments(tenant, from, to),
  })
  const refused = await refusedProposals(tenant, ids)
  return {
    book,
    undone: await undoneLines(tenant, ids),
    verdictOn: (line) => {
      const no = refused.get(line.id)
      return findMatch(factsOf(line), book, no ? { isRefused: (key) => no.has(proposalId(key)) } : {})
    },
  }
}

function emptyLook(): Look {
  const book = openBook({ invoices: [], customers: [], marks: [], typedPayments: [] })
  return { book, undone: new Set(), verdictOn: () => ({ certain: undefined, ground: undefined, proposals: [], recognised: [] }) }
}

/** Short, and the same for the same invoices of a line: what screens send back and what a refusal keeps. */
export const proposalId = (key: string): string => sha256Hex(key).slice(0, 32)

async function openInvoices(tenant: Tenant): Promise<OpenInvoice[]> {
  const owed = (await openItems(tenant)).filter((item) => item.kind === 'instalment' && item.invoiceId !== null)
  return [...Map.groupBy(owed, (item) => item.invoiceId ?? '')].flatMap(([invoiceId, items]) => {
    const [first] = items
    if (!first) return []
    const instalments = items.map(({ dueOn, openCents }) => ({ dueOn, openCents }))
    const openCents = sum(items.map((item) => item.openCents))
    return [{ invoiceId, number: first.reference, customerId: first.customerId, issuedOn: first.datedOn, openCents, instalments }]
  })
}

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
