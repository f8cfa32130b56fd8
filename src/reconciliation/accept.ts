import { Refusal } from '#core/refusal'
import type { OperationsOf } from '#platform/api'
import type { reconciliationContract } from './contract.ts'
import { lookAt } from './look.ts'
import { proposalId } from './proposal-id.ts'
import { carryOut } from './carry-out.ts'
import type { Evidence, Proposal } from './rules/index.ts'
import { confirmPayments, settleLine } from './settle.ts'
import { lineNow, undecidedLine } from './waiting-line.ts'

type Operations = OperationsOf<typeof reconciliationContract>

/** The proposal is found again, with its reasons, from what is owed now: nobody can send reasons that do not hold. */
export const accept: Operations['accept'] = async (context, { lineId, proposalId: wanted, shares }) => {
  const row = await undecidedLine(context, lineId)
  const look = await lookAt(context, [row])
  const operation = look.operationOn(row)
  if (operation && proposalId(operation.key) === wanted) {
    await carryOut(context, row, operation, { origin: 'manual' })
    return lineNow(context, lineId)
  }
  if (row.state === 'out') throw new Refusal('proposal_gone', { status: 409 })
  const proposal = look.verdictOn(row).proposals.find(({ key }) => proposalId(key) === wanted)
  if (!proposal) throw new Refusal('proposal_gone', { status: 409 })
  const { customerId, evidence, paymentIds } = proposal
  if (paymentIds.length > 0) {
    const typed = look.book.allTypedPayments().filter(({ paymentId }) => paymentIds.includes(paymentId))
    await confirmPayments(context, row, { origin: 'manual', evidence, payments: typed })
  } else {
    const wished = shares?.map(({ amount, invoiceId }) => ({ invoiceId, amountCents: amount })) ?? proposal.shares
    const changed: Evidence[] = isSame(wished, proposal.shares) ? [] : [{ code: 'amounts_by_hand', facts: {} }]
    await settleLine(context, row, {
      origin: 'manual',
      evidence: [...evidence, ...changed],
      shares: wished,
      customerId: customerId ?? undefined,
    })
  }
  return lineNow(context, lineId)
}

const isSame = (a: Proposal['shares'], b: Proposal['shares']): boolean =>
  a.length === b.length &&
  a.every((share) => b.some((other) => other.invoiceId === share.invoiceId && other.amountCents === share.amountCents))
