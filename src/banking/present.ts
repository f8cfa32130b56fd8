import type { z } from 'zod'
import type { Day } from '#core/day'
import { type Cents, moneyText, sum, toCents } from '#core/money'
import type { Locale } from '#core/text'
import type { accountAsked, accountOut, lineOut, statementOut } from './contract.ts'
import type { Warning } from './formats/index.ts'
import { continuityOf, knownDays } from './rules/continuity.ts'
import type { AccountAsked } from './rules/whose-account.ts'
import type { AccountRow, LineDetails, LineRow, LineState, StatementRow, statementBounds } from './store.ts'
import { texts } from './texts.ts'

const money = (cents: bigint | null): string | null => (cents === null ? null : moneyText(toCents(cents)))

export function warningSentence({ code, facts }: Warning, locale: Locale): string {
  const sentence = texts[locale].warnings[code]
  return typeof sentence === 'string' ? sentence : sentence(facts)
}

export function presentStatement(row: StatementRow, locale: Locale): z.input<typeof statementOut> {
  return {
    id: row.id,
    accountId: row.account_id,
    accountName: row.account_name,
    fileName: row.file_name,
    format: row.format,
    from: row.from_on,
    to: row.to_on,
    opening: money(row.opening_cents),
    closing: money(row.closing_cents),
    proven: row.proven,
    newLines: row.new_lines,
    knownLines: row.known_lines,
    warnings: (row.warnings as Warning[]).map((warning) => warningSentence(warning, locale)),
    importedAt: row.imported_at.toISOString(),
  }
}

export function presentAsked({ claimed, ...asked }: AccountAsked, locale: Locale): z.input<typeof accountAsked> {
  return { ...asked, problem: claimed === null ? null : warningSentence({ code: 'account_iban_wrong', facts: { iban: claimed } }, locale) }
}

export function presentLine(row: LineRow): z.input<typeof lineOut> {
  const details = row.details as LineDetails
  return {
    id: row.id,
    accountId: row.account_id,
    bookedOn: row.booked_on,
    valueOn: row.value_on,
    amount: moneyText(toCents(row.amount_cents)),
    text: row.text,
    bankText: details.bankText ?? null,
    counterparty: row.counterparty,
    iban: row.counterparty_iban,
    reference: row.reference,
    endToEndId: row.end_to_end_id,
    state: row.state as LineState,
    setAsideReason: row.set_aside_reason,
  }
}

type Bounds = Awaited<ReturnType<typeof statementBounds>>

export function presentAccount(account: AccountRow, bounds: Bounds, today: Day): z.input<typeof accountOut> {
  const own = bounds.filter((row) => row.account_id === account.id)
  const statements = own.map((row) => ({
    from: row.from_on,
    to: row.to_on,
    openingCents: row.opening_cents as Cents | null,
    closingCents: row.closing_cents as Cents | null,
    proven: row.proven,
  }))
  const known = continuityOf(statements, today)
  return {
    ...account,
    csvMapping: account.csvMapping as z.input<typeof accountOut>['csvMapping'],
    firstDay: known.firstDay,
    lastDay: known.lastDay,
    balance: money(known.balanceCents),
    balanceOn: known.balanceOn,
    provenUntil: known.provenUntil,
    statements: own.length,
    unproven: own.filter((row) => row.proven === false).length,
    calendar: knownDays(statements, today),
    gaps: known.gaps.map(({ after, before, missingCents }) => ({ after, before, missing: moneyText(missingCents) })),
  }
}

export const totalOf = (amounts: readonly bigint[]): string => moneyText(sum(amounts.map(toCents)))
