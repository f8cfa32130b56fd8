/** What an undecided line is when it is no customer's money: what a rule says, or a transfer between our own accounts. */
import { accountsOf, type LineRow, oppositeLines } from '#banking'
import { daysAround, earlierOf, laterOf } from '#core/day'
import type { Id } from '#core/ids'
import { toCents } from '#core/money'
import { OWN_TRANSFERS } from '#ledger'
import type { Tenant } from '#platform/context'
import { loneTransfers } from './booking-store.ts'
import { sizeOf } from './book.ts'
import {
  type Evidence,
  findOwnTransfer,
  type LineRule,
  type OtherSide,
  type OwnTransfer,
  type Part,
  partOf,
  partsOf,
  TRANSFER_DAYS,
} from './rules/index.ts'

export type OperationProposal = {
  /** What a person refuses. */
  readonly key: string
  readonly kind: 'accounts' | 'transfer'
  readonly ruleId?: Id
  readonly parts: readonly Part[]
  readonly other: OtherSide | undefined
  readonly evidence: readonly Evidence[]
}

/** Refused once on a line, no rule proposes or does anything to it again. */
export const BY_RULE = 'by rule'

/** What a rule makes of a line; nothing when it puts it on a customer: that is a match. */
export function operationByRule(line: LineRow, rule: LineRule, transfer: OwnTransfer | undefined): OperationProposal | undefined {
  const { action, name, ruleId } = rule
  const fits: Evidence = { code: 'rule_fits', facts: { name } }
  const shared = { key: BY_RULE, ruleId }
  if (action.kind === 'transfer')
    return { ...operationByTransfer(line, transfer), ...shared, evidence: [fits, ...(transfer?.evidence ?? [])] }
  const parts = action.kind === 'accounts' ? partsOf(action.parts, sizeOf(line)) : undefined
  return parts && { ...shared, kind: 'accounts', parts, other: undefined, evidence: [fits] }
}

export function operationByTransfer(line: LineRow, transfer: OwnTransfer | undefined): OperationProposal {
  return {
    key: `own transfer ${transfer?.other?.lineId ?? ''}`,
    kind: 'transfer',
    parts: [partOf(OWN_TRANSFERS, sizeOf(line), null)],
    other: transfer?.other,
    evidence: transfer?.evidence ?? [],
  }
}

/** Finds, for any of these lines, the account of ours it names and the line on the other side. */
export async function transfersAmong(tenant: Tenant, lines: readonly LineRow[]): Promise<(line: LineRow) => OwnTransfer | undefined> {
  const accounts = (await accountsOf(tenant)).map(({ id, identifier, name }) => ({ accountId: id, name, identifier }))
  const [first] = lines
  if (accounts.length < 2 || !first) return () => undefined
  const days = lines.map((line) => line.booked_on)
  const asked = [
    lines.map((line) => line.amount_cents),
    daysAround(days.reduce(earlierOf, first.booked_on), -TRANSFER_DAYS),
    daysAround(days.reduce(laterOf, first.booked_on), TRANSFER_DAYS),
  ] as const
  const undecided = (await oppositeLines(tenant, ...asked)).map((row) => Object.assign(row, { booked: false }))
  const booked = (await loneTransfers(tenant, ...asked)).map((row) => Object.assign(row, { booked: true }))
  const byAmount = Map.groupBy(
    [...undecided, ...booked].map(({ amountCents, ...row }): OtherSide => Object.assign(row, { amountCents: toCents(amountCents) })),
    ({ amountCents }) => amountCents,
  )
  return (line) =>
    findOwnTransfer(
      {
        accountId: line.account_id,
        amountCents: toCents(line.amount_cents),
        bookedOn: line.booked_on,
        iban: line.counterparty_iban ?? undefined,
      },
      accounts,
      byAmount.get(toCents(-line.amount_cents)) ?? [],
    )
}
