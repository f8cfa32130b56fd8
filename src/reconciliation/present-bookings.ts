import type { z } from 'zod'
import type { accountsOf } from '#banking'
import type { Id } from '#core/ids'
import { moneyText } from '#core/money'
import { rateText } from '#core/quantity'
import { accountLabel } from '#ledger'
import type { ReadContext } from '#platform/context'
import { bookingsOf } from './booking-store.ts'
import type { bookingOut, operationOut } from './contract.ts'
import { inWords } from './evidence.ts'
import type { OperationProposal } from './operation-proposals.ts'
import { proposalId } from './proposal-id.ts'
import type { Evidence, Part } from './rules/index.ts'

type Booking = z.input<typeof bookingOut>

const presentPart =
  (context: ReadContext) =>
  ({ account, amountCents, vatCents, vatRate }: Part): Booking['parts'][number] => ({
    account,
    accountLabel: accountLabel(account, context.locale),
    amount: moneyText(amountCents),
    vatRate: vatRate === null ? null : rateText(vatRate),
    vat: moneyText(vatCents),
  })

export function presentOperation(
  context: ReadContext,
  { evidence, key, kind, other, parts }: OperationProposal,
  accounts: Awaited<ReturnType<typeof accountsOf>>,
): z.input<typeof operationOut> {
  const name = accounts.find(({ id }) => id === other?.accountId)?.name ?? ''
  return {
    id: proposalId(key),
    kind,
    parts: parts.map(presentPart(context)),
    other: other ? { lineId: other.lineId, bookedOn: other.bookedOn, accountName: name } : null,
    evidence: inWords(context, evidence),
  }
}

export async function bookingsByLine(context: ReadContext, lineIds: readonly Id[]): Promise<Map<Id, Booking>> {
  return new Map(
    (await bookingsOf(context, lineIds)).map((row) => [
      row.line_id,
      {
        origin: row.origin as Booking['origin'],
        bookedAt: row.made_at.toISOString(),
        parts: row.parts.map(presentPart(context)),
        other:
          row.other_line_id === null || row.other_on === null
            ? null
            : { lineId: row.other_line_id, bookedOn: row.other_on, accountName: row.other_account ?? '' },
        evidence: inWords(context, row.evidence as Evidence[]),
      },
    ]),
  )
}
