/** Whose account a statement is: the one it names, the one a person chose, or a new one. */
import { loadCompany } from '#company'
import type { Id } from '#core/ids'
import { Refusal } from '#core/refusal'
import { textsOf } from '#core/text'
import type { WriteContext } from '#platform/context'
import type { Day } from '#core/day'
import type { Account, StatementFile } from './formats/index.ts'
import { type AccountRow, insertAccount, updateAccount } from './store.ts'
import { texts } from './texts.ts'

export type Chosen = { readonly account: AccountRow; readonly isNew: boolean }

type AccountWish = { readonly accountId: Id | undefined; readonly accountName: string | undefined }

/** What a person is shown of a statement that names no account. */
export type AccountAsked = {
  /** What it says instead, when that is no IBAN. */
  readonly claimed: string | null
  readonly from: Day | null
  readonly to: Day | null
  readonly lines: number
}

/** The statement nobody can place: its IBAN is wrong, or it names no account and there are some. Nothing when none has to be asked for. */
export function askForAccount({ statements }: StatementFile, wish: AccountWish, accounts: readonly AccountRow[]): AccountAsked | undefined {
  if (wish.accountId !== undefined || wish.accountName !== undefined) return undefined
  const asked = statements.find(({ account }) => isUnnamed(account) && (account.claimed !== undefined || accounts.length > 0))
  return asked && { claimed: asked.account.claimed ?? null, from: asked.from ?? null, to: asked.to ?? null, lines: asked.lines.length }
}

export const isUnnamed = ({ iban, other }: Account): boolean => iban === undefined && other === undefined

export function accountNumbered(accounts: readonly AccountRow[], identifier: string | undefined): AccountRow | undefined {
  return identifier === undefined ? undefined : accounts.find((account) => isSame(account.identifier, identifier))
}

/** `accounts` grows by those it makes. */
export async function chooseAccount(context: WriteContext, named: Account, wish: AccountWish, accounts: AccountRow[]): Promise<Chosen> {
  const identifier = named.iban ?? named.other
  if (wish.accountId !== undefined) return { account: await theOneWished(context, identifier, wish.accountId, accounts), isNew: false }
  const known = accountNumbered(accounts, identifier)
  if (known) return { account: known, isNew: false }
  if (identifier === undefined && wish.accountName === undefined && accounts.length > 0)
    throw new Refusal('bank_account_unknown', { field: 'accountId' })
  const account = await insertAccount(context, await nameNew(context, identifier, wish.accountName, accounts))
  accounts.push(account)
  return { account, isNew: true }
}

async function theOneWished(
  context: WriteContext,
  identifier: string | undefined,
  accountId: Id,
  accounts: readonly AccountRow[],
): Promise<AccountRow> {
  const account = accounts.find(({ id }) => id === accountId)
  if (!account) throw new Refusal('bank_account_unknown', { field: 'accountId' })
  if (identifier === undefined || isSame(account.identifier, identifier)) return account
  if (account.identifier !== null) {
    throw new Refusal('statement_of_other_account', {
      field: 'accountId',
      facts: { found: identifier, expected: account.identifier, account: account.name },
    })
  }
  await updateAccount(context, account.id, { identifier })
  return { ...account, identifier }
}

/** An IBAN holds the account number that a CSV of the same bank writes alone. */
const ENOUGH_OF_A_NUMBER = 8

function isSame(known: string | null, identifier: string): boolean {
  if (known === null) return false
  const [a, b] = [known.replace(/\W/g, '').toUpperCase(), identifier.replace(/\W/g, '').toUpperCase()]
  if (a === b) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length >= ENOUGH_OF_A_NUMBER && /^\d+[A-Z]?$/.test(short) && long.includes(short)
}

/** The first account of a file that names none is the one on the company's invoices. */
async function nameNew(context: WriteContext, identifier: string | undefined, wished: string | undefined, accounts: readonly AccountRow[]) {
  const company = await loadCompany(context)
  const words = textsOf(texts, context.locale).accountNames
  const number = identifier ?? (accounts.length === 0 ? (company.iban ?? null) : null)
  if (wished !== undefined) return { name: wished, identifier: identifier ?? null }
  if (number !== null && number === company.iban) return { name: company.bank_name || words.main, identifier: number }
  return { name: number === null ? words.main : words.ending(number.slice(-4)), identifier: number }
}
