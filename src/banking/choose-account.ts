/** Whose account a statement is: the one it names, the one a person chose, or a new one. */
import { loadCompany } from '#company'
import type { Id } from '#core/ids'
import { Refusal } from '#core/refusal'
import { textsOf } from '#core/text'
import type { WriteContext } from '#platform/context'
import type { Account } from './formats/index.ts'
import { accountNumbered, type AccountWish, isSameAccount } from './rules/whose-account.ts'
import { type AccountRow, insertAccount, updateAccount } from './store.ts'
import { texts } from './texts.ts'

export type Chosen = { readonly account: AccountRow; readonly isNew: boolean }

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
  if (identifier === undefined || isSameAccount(account.identifier, identifier)) return account
  if (account.identifier !== null) {
    throw new Refusal('statement_of_other_account', {
      field: 'accountId',
      facts: { found: identifier, expected: account.identifier, account: account.name },
    })
  }
  await updateAccount(context, account.id, { identifier })
  return { ...account, identifier }
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
