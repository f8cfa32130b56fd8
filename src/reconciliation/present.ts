import type { z } from 'zod'
import { accountsOf, type LineRow, presentLine } from '#banking'
import type { Id } from '#core/ids'
import { moneyText, toCents } from '#core/money'
import { differencesOf } from '#payments'
import type { ReadContext, Tenant } from '#platform/context'
import { allocationsInForce } from '#receivables'
import type { matchOut, proposalOut, workLine } from './contract.ts'
import { inWords } from './evidence.ts'
import { asUsual, usualDelays } from './habits.ts'
import { type Look, lookAt } from './look.ts'
import { proposalId } from './proposal-id.ts'
import type { Evidence, Proposal } from './rules/index.ts'
import { bookingsByLine, presentOperation } from './present-bookings.ts'
import { matchesOf } from './store.ts'
import { waitsOf } from './present-waits.ts'

type WorkLine = z.input<typeof workLine>
type Match = z.input<typeof matchOut>

/** Lines as the screen works on them: those that wait with their proposals, those that are done with what was made of them. */
export async function presentLines(context: ReadContext, rows: readonly LineRow[]): Promise<WorkLine[]> {
  const waiting = rows.filter((row) => row.state === 'to_do' || row.state === 'out')
  const look = await lookAt(context, waiting)
  const matches = await matchesByLine(
    context,
    rows.filter((row) => row.state === 'matched').map(({ id }) => id),
  )
  const bookings = await bookingsByLine(
    context,
    rows.filter((row) => row.state === 'set_aside').map(({ id }) => id),
  )
  const accounts = await accountsOf(context)
  const verdicts = new Map(waiting.map((row) => [row.id, look.verdictOn(row)]))
  const usual = await usualDelays(
    context,
    [...verdicts.values()].flatMap(({ proposals }) =>
      proposals.flatMap(({ customerId, shares }) => (customerId && shares.length === 1 ? customerId : [])),
    ),
  )
  const waits = await waitsOf(context, rows)
  return rows.map((row) => {
    const verdict = verdicts.get(row.id)
    const operation = verdict ? look.operationOn(row) : undefined
    return {
      ...presentLine(row),
      recognised: verdict ? [...verdict.recognised] : numbersIn(matches.get(row.id)),
      proposals: (verdict?.proposals ?? []).map((proposal) =>
        presentProposal(context, look, proposal, {
          certain: proposal === verdict?.certain,
          habit: habitOf(proposal, look, usual, row),
        }),
      ),
      match: matches.get(row.id) ?? null,
      operation: operation ? presentOperation(context, operation, accounts) : null,
      booking: bookings.get(row.id) ?? null,
      undone: look.undone.has(row.id),
      ...waits(row),
    }
  })
}

/** Of a line that is done, the numbers that told what it pays. */
const numbersIn = (match: Match | undefined): WorkLine['recognised'] =>
  (match?.evidence ?? []).flatMap(({ facts }) =>
    facts['number'] === undefined ? [] : [{ kind: 'number' as const, text: String(facts['number']) }],
  )

export async function presentOne(context: ReadContext, row: LineRow): Promise<WorkLine> {
  const [line] = await presentLines(context, [row])
  if (!line) throw new Error('one line is presented as one')
  return line
}

/** Of one invoice paid whole: whether it comes when this customer pays. */
function habitOf(
  { customerId, restCents, shares: [share, another] }: Proposal,
  { book }: Look,
  usual: ReadonlyMap<Id, number>,
  row: LineRow,
): Evidence[] {
  const invoice = share && !another && restCents === 0n ? book.invoice(share.invoiceId) : undefined
  if (!invoice || customerId === null) return []
  return asUsual(usual.get(customerId), invoice.instalments[0]?.dueOn ?? invoice.issuedOn, row.booked_on)
}

type Seen = { readonly certain: boolean; readonly habit: readonly Evidence[] }

export function presentProposal(
  context: ReadContext,
  look: Look,
  proposal: Proposal,
  { certain, habit }: Seen,
): z.input<typeof proposalOut> {
  const { customerId, evidence, key, out, paymentIds, restCents, shares } = proposal
  return {
    id: proposalId(key),
    kind: out ?? (paymentIds.length > 0 ? 'typed' : shares.length > 0 ? 'invoices' : 'credit'),
    customerId,
    customerName: customerId === null ? '' : (look.book.customers.nameOf.get(customerId) ?? ''),
    shares: shares.flatMap(({ amountCents, invoiceId }) => {
      const invoice = look.book.invoice(invoiceId)
      if (!invoice) return []
      const dueOn = invoice.instalments[0]?.dueOn ?? invoice.issuedOn
      return [{ invoiceId, number: invoice.number, dueOn, open: moneyText(invoice.openCents), amount: moneyText(amountCents) }]
    }),
    payments: paymentIds.flatMap((id) => {
      const payment = look.payment(id)
      return payment ? [{ id, paidOn: payment.paidOn, amount: moneyText(payment.amountCents), method: payment.method }] : []
    }),
    rest: moneyText(restCents),
    certain,
    evidence: inWords(context, [...evidence, ...habit]),
  }
}

async function matchesByLine(context: ReadContext, lineIds: readonly Id[]): Promise<Map<Id, Match>> {
  if (lineIds.length === 0) return new Map()
  const rows = await matchesOf(context, lineIds)
  const differences = await differencesOf(
    context,
    rows.map((row) => row.payment_id),
  )
  const paid = await invoicesByPayment(
    context,
    rows.map((row) => row.item_id),
  )
  return new Map(
    [...Map.groupBy(rows, (row) => row.line_id)].flatMap(([lineId, own]) => {
      const [first] = own
      if (!first) return []
      const match: Match = {
        origin: first.origin as Match['origin'],
        matchedAt: first.matched_at.toISOString(),
        evidence: inWords(context, first.evidence as Evidence[]),
        payments: own.map((row) => ({
          id: row.payment_id,
          customerId: row.customer_id,
          customerName: row.customer_name,
          amount: moneyText(toCents(row.amount_cents)),
          open: moneyText(toCents(row.open_cents)),
          recorded: row.recorded,
          returned: row.returned,
          differences: (differences.get(row.payment_id) ?? []).map(({ amountCents, kind }) => ({ kind, amount: moneyText(amountCents) })),
          fee: moneyText(toCents(row.fee_cents)),
          invoices: paid.get(row.item_id) ?? [],
        })),
      }
      return [[lineId, match]]
    }),
  )
}

async function invoicesByPayment(tenant: Tenant, itemIds: readonly Id[]): Promise<Map<Id, Match['payments'][number]['invoices']>> {
  if (itemIds.length === 0) return new Map()
  const made = (await allocationsInForce(tenant, itemIds)).filter((row) => row.debit_kind === 'instalment')
  const byPayment = Map.groupBy(made, (row) => row.credit_item_id)
  return new Map(
    [...byPayment].map(([itemId, rows]) => [
      itemId,
      rows.map((row) => ({ invoiceId: row.debit_invoice_id, number: row.debit_reference, amount: moneyText(toCents(row.amount_cents)) })),
    ]),
  )
}
