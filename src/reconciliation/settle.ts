/** Does to the books what a match says: payments recorded or confirmed, money put on invoices, the line done, the account learnt. */
import { type LineRow, setLineState } from '#banking'
import type { Id } from '#core/ids'
import { type Cents, moneyText, sum, toCents, ZERO } from '#core/money'
import { Refusal } from '#core/refusal'
import { allocateToInvoices, recordPayment, type WishedDifference } from '#payments'
import type { WriteContext } from '#platform/context'
import { tellCollection, withFee } from './collection.ts'
import { putCredits } from './credits.ts'
import { refuseNeedless, sumOfDifferences, withVat } from './differences.ts'
import { lineMatched } from './events.ts'
import { marksOfLine } from './look.ts'
import type { CreditShare, Evidence, Share, TypedPayment } from './rules/index.ts'
import { customersOfInvoices, insertReconciliation, learnMarks } from './store.ts'

export type Settlement = {
  readonly origin: 'automatic' | 'manual'
  readonly evidence: readonly Evidence[]
  readonly shares: readonly Share[]
  /** The customer's credit put on the same invoices. */
  readonly credits?: readonly CreditShare[]
  /** What was settled on the invoices without having come in. */
  readonly differences?: readonly WishedDifference[]
  /** Who keeps what is left over; nothing: the customer of the invoices, if they are of one. */
  readonly customerId: Id | undefined
}

/** Refuses more than the line holds, and a rest that nobody would keep. */
export async function settleLine(context: WriteContext, line: LineRow, settlement: Settlement): Promise<void> {
  const parts = await partByCustomer(context, line, settlement)
  const creditAllocations = await putCredits(context, settlement.credits ?? [], settlement)
  const recorded: { paymentId: Id; customerId: Id }[] = []
  for (const { amountCents, customerId, shares } of parts) {
    const paymentId = await recordPayment(context, {
      customerId,
      paidOn: line.booked_on,
      amountCents,
      method: 'transfer',
      reference: line.text.slice(0, 140),
      bankLineId: line.id,
      differences: await withVat(context, settlement.differences ?? [], shares),
    })
    const { evidence, origin } = settlement
    await allocateToInvoices(
      context,
      paymentId,
      shares.map((share) => ({ invoiceId: share.invoiceId, amount: share.amountCents })),
      { origin, evidence },
    )
    recorded.push({ paymentId, customerId })
  }
  await closeLine(context, line, { ...settlement, creditAllocations, payments: recorded, recorded: true })
}

/** The line is these payments, typed by hand before it came: nothing new is recorded, and what is missing a provider has kept. */
export async function confirmPayments(
  context: WriteContext,
  line: LineRow,
  confirmed: Pick<Settlement, 'origin' | 'evidence'> & { readonly payments: readonly TypedPayment[] },
): Promise<void> {
  const feeCents = toCents(sum(confirmed.payments.map(({ amountCents }) => amountCents)) - line.amount_cents)
  if (feeCents < 0n) throw new Refusal('proposal_gone', { status: 409 })
  const ids = confirmed.payments.map(({ paymentId }) => paymentId)
  const fees = new Map(withFee(ids, feeCents).map((collected) => [collected.paymentId, collected.feeCents]))
  for (const [paymentId, fee] of fees) await tellCollection(context, { paymentId, feeCents: fee }, line.booked_on, 'collected')
  const payments = confirmed.payments.map((payment) => ({ ...payment, feeCents: fees.get(payment.paymentId) ?? ZERO }))
  await closeLine(context, line, { ...confirmed, payments, recorded: false })
}

type Closing = Pick<Settlement, 'origin' | 'evidence'> & {
  readonly creditAllocations?: readonly Id[]
  readonly payments: readonly { paymentId: Id; customerId: Id; feeCents?: Cents }[]
  readonly recorded: boolean
}

async function closeLine(
  context: WriteContext,
  line: LineRow,
  { creditAllocations = [], evidence, origin, payments, recorded }: Closing,
): Promise<void> {
  await insertReconciliation(context, {
    lineId: line.id,
    origin,
    evidence,
    creditAllocations,
    payments: payments.map(({ feeCents = ZERO, paymentId }) => ({ paymentId, recorded, feeCents, returned: false })),
  })
  await setLineState(context, line.id, 'matched')
  const customers = new Set(payments.map(({ customerId }) => customerId))
  const [only] = customers
  // Who pays for several at once is nobody's own.
  if (only !== undefined && customers.size === 1) await learnMarks(context, marksOfLine(line), { customerId: only, seenOn: line.booked_on })
  for (const about of payments)
    context.record(
      lineMatched(
        { customerId: about.customerId, paymentId: about.paymentId },
        { lineId: line.id, amountCents: toCents(line.amount_cents), origin, recorded, evidence },
      ),
    )
}

type Part = { readonly customerId: Id; readonly amountCents: Cents; readonly shares: readonly Share[] }

/** One payment a customer: a line that pays invoices of two customers is two payments. */
async function partByCustomer(
  context: WriteContext,
  line: LineRow,
  { customerId: keeper, differences = [], shares }: Settlement,
): Promise<Part[]> {
  const wished = sum(shares.map(({ amountCents }) => amountCents))
  const lineCents = toCents(line.amount_cents + sumOfDifferences(differences))
  if (shares.some(({ amountCents }) => amountCents <= 0n)) throw new Refusal('allocation_not_positive', { field: 'shares' })
  if (wished > lineCents)
    throw new Refusal('match_exceeds_line', { field: 'shares', facts: { amount: moneyText(lineCents), wished: moneyText(wished) } })
  const customers = await customersOfInvoices(
    context,
    shares.map(({ invoiceId }) => invoiceId),
  )
  const byCustomer = Map.groupBy(shares, ({ invoiceId }) => {
    const customerId = customers.get(invoiceId)
    if (customerId === undefined) throw new Refusal('not_found', { status: 404 })
    return customerId
  })
  const rest = toCents(lineCents - wished)
  refuseNeedless(differences, { customers: byCustomer.size, restCents: rest })
  const [only, another] = byCustomer.keys()
  const keepsRest = keeper ?? (another === undefined ? only : undefined)
  if (rest > 0n && keepsRest === undefined) throw new Refusal('match_without_customer', { field: 'customerId' })
  if (rest > 0n && keepsRest !== undefined && !byCustomer.has(keepsRest)) byCustomer.set(keepsRest, [])
  return [...byCustomer].map(([customerId, own]) => {
    const allocated = sum(own.map(({ amountCents }) => amountCents))
    return { customerId, shares: own, amountCents: customerId === keepsRest ? toCents(allocated + rest) : allocated }
  })
}
