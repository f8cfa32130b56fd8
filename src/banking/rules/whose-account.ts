/** Whose account a statement is, as far as the file itself tells. */
import type { Day } from '#core/day'
import type { Id } from '#core/ids'
import type { Account, StatementFile } from '../formats/model.ts'

export type AccountWish = { readonly accountId: Id | undefined; readonly accountName: string | undefined }

/** What a person is shown of a statement that names no account. */
export type AccountAsked = {
  /** What it says instead, when that is no IBAN. */
  readonly claimed: string | null
  readonly from: Day | null
  readonly to: Day | null
  readonly lines: number
}

type Numbered = { readonly identifier: string | null }

/** The statement nobody can place: its IBAN is wrong, or it names no account and there are some. Nothing when none has to be asked for. */
export function askForAccount({ statements }: StatementFile, wish: AccountWish, accounts: readonly Numbered[]): AccountAsked | undefined {
  if (wish.accountId !== undefined || wish.accountName !== undefined) return undefined
  const asked = statements.find(({ account }) => isUnnamed(account) && (account.claimed !== undefined || accounts.length > 0))
  return asked && { claimed: asked.account.claimed ?? null, from: asked.from ?? null, to: asked.to ?? null, lines: asked.lines.length }
}

export const isUnnamed = ({ iban, other }: Account): boolean => iban === undefined && other === undefined

export function accountNumbered<A extends Numbered>(accounts: readonly A[], identifier: string | undefined): A | undefined {
  return identifier === undefined ? undefined : accounts.find((account) => isSameAccount(account.identifier, identifier))
}

/** An IBAN holds the account number that a CSV of the same bank writes alone. */
const ENOUGH_OF_A_NUMBER = 8

export function isSameAccount(known: string | null, identifier: string): boolean {
  if (known === null) return false
  const [a, b] = [known.replace(/\W/g, '').toUpperCase(), identifier.replace(/\W/g, '').toUpperCase()]
  if (a === b) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length >= ENOUGH_OF_A_NUMBER && /^\d+[A-Z]?$/.test(short) && long.includes(short)
}
