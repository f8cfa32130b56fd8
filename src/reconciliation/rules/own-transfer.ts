/** Money on its way from one of our accounts to another: told by the account on the line, or by an opposite line of the same days. */
import { type Day, daysBetween } from '#core/day'
import type { Id } from '#core/ids'
import type { Cents } from '#core/money'
import type { Evidence, LineFacts } from './model.ts'

export type OwnAccount = { readonly accountId: Id; readonly name: string; readonly identifier: string | null }

/** A line on any of our accounts that nobody has decided yet, or that is booked as a transfer whose other side was missing. */
export type OtherSide = {
  readonly lineId: Id
  readonly accountId: Id
  readonly bookedOn: Day
  readonly amountCents: Cents
  readonly booked: boolean
}

export type OwnTransfer = { readonly other: OtherSide | undefined; readonly byAccount: boolean; readonly evidence: readonly Evidence[] }

/** A transfer between banks arrives within a weekend. */
export const TRANSFER_DAYS = 3

export function findOwnTransfer(
  line: Pick<LineFacts, 'amountCents' | 'bookedOn' | 'iban'> & { readonly accountId: Id },
  accounts: readonly OwnAccount[],
  others: readonly OtherSide[],
): OwnTransfer | undefined {
  const named = accounts.find(
    ({ accountId, identifier }) => identifier !== null && identifier === line.iban && accountId !== line.accountId,
  )
  const far = (other: OtherSide) => Math.abs(daysBetween(other.bookedOn, line.bookedOn))
  const sides = others
    .filter(
      (other) =>
        other.accountId !== line.accountId &&
        other.amountCents === -line.amountCents &&
        far(other) <= TRANSFER_DAYS &&
        (named === undefined || other.accountId === named.accountId),
    )
    .toSorted((a, b) => far(a) - far(b) || (a.lineId < b.lineId ? -1 : 1))
  const [other] = sides
  if (!named && !other) return undefined
  const evidence: Evidence[] = []
  if (named) evidence.push({ code: 'own_account', facts: { name: named.name } })
  if (other) {
    const name = accounts.find(({ accountId }) => accountId === other.accountId)?.name ?? ''
    evidence.push({ code: 'opposite_line', facts: { name, bookedOn: other.bookedOn } })
  }
  if (sides.length > 1) evidence.push({ code: 'opposite_lines_several', facts: { count: sides.length } })
  return { other, byAccount: named !== undefined, evidence }
}
