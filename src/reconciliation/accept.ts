import type { LineRow } from '#banking'
import { Refusal } from '#core/refusal'
import type { OperationsOf } from '#platform/api'
import type { WriteContext } from '#platform/context'
import { markCertain } from './application-store.ts'
import type { reconciliationContract } from './contract.ts'
import { differencesWished } from './differences.ts'
import { lookAt } from './look.ts'
import { proposalId } from './proposal-id.ts'
import { carryOut } from './carry-out.ts'
import type { Evidence, Proposal } from './rules/index.ts'
import { confirmPayments, settleLine } from './settle.ts'
import { giveBack, returnPayment } from './settle-out.ts'
import { lineNow, undecidedLine } from './waiting-line.ts'

type Operations = OperationsOf<typeof reconciliationContract>

/** The proposal is found again, with its reasons, from what is owed now: nobody can send reasons that do not hold. */
export const accept: Operations['accept'] = async (context, { differences, lineId, proposalId: wanted, shares }) => {
  const row = await undecidedLine(context, lineId)
  const look = await lookAt(context, [row])
  const operation = look.operationOn(row)
  if (operation && proposalId(operation.key) === wanted) {
    await carryOut(context, row, operation, { origin: 'manual' })
    return lineNow(context, lineId)
  }
  const verdict = look.verdictOn(row)
  const proposal = verdict.proposals.find(({ key }) => proposalId(key) === wanted)
  if (!proposal) throw new Refusal('proposal_gone', { status: 409 })
  const { customerId, evidence, out, paymentIds } = proposal
  const wished = shares?.map(({ amount, invoiceId }) => ({ invoiceId, amountCents: amount })) ?? proposal.shares
  if (out) await acceptOut(context, row, proposal)
  else if (paymentIds.length > 0) {
    const typed = look.book.allTypedPayments().filter(({ paymentId }) => paymentIds.includes(paymentId))
    await confirmPayments(context, row, { origin: 'manual', evidence, payments: typed })
  } else {
    const changed: Evidence[] = isSame(wished, proposal.shares) ? [] : [{ code: 'amounts_by_hand', facts: {} }]
    await settleLine(context, row, {
      origin: 'manual',
      evidence: [...evidence, ...changed],
      shares: wished,
      credits: changed.length === 0 ? (proposal.credits ?? []) : [],
      differences: differencesWished(differences),
      customerId: customerId ?? undefined,
    })
  }
  if (proposal === verdict.certain && isSame(wished, proposal.shares)) await markCertain(context, [lineId])
  return lineNow(context, lineId)
}

async function acceptOut(
  context: WriteContext,
  row: LineRow,
  { customerId, evidence, out, paymentIds: [paymentId] }: Proposal,
): Promise<void> {
  if (out === 'returned' && paymentId !== undefined) await returnPayment(context, row, paymentId, evidence)
  else if (customerId !== null) await giveBack(context, row, customerId, evidence)
}

const isSame = (a: Proposal['shares'], b: Proposal['shares']): boolean =>
  a.length === b.length &&
  a.every((share) => b.some((other) => other.invoiceId === share.invoiceId && other.amountCents === share.amountCents))
