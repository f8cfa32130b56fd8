import { Refusal } from '#core/refusal'
import type { Day } from '#core/day'
import type { Id } from '#core/ids'
import type { OperationsOf } from '#platform/api'
import type { Tenant, WriteContext } from '#platform/context'
import type { bankingContract } from './contract.ts'
import type { CsvMapping } from './formats/index.ts'
import { presentAccount } from './present.ts'
import { type AccountChanges, accountsOf, statementBounds, updateAccount } from './store.ts'

type Operations = OperationsOf<typeof bankingContract>

export const accounts: Operations['accounts'] = async (context) => {
  const [rows, bounds] = [await accountsOf(context), await statementBounds(context)]
  return { accounts: rows.map((account) => presentAccount(account, bounds, context.today)) }
}

export const saveAccount: Operations['saveAccount'] = (context, { id, name }) => save(context, id, { name })

export const saveMapping: Operations['saveMapping'] = (context, { csvMapping, id }) =>
  save(context, id, { csvMapping: csvMapping as CsvMapping | null })

async function save(context: WriteContext, id: Id, changes: AccountChanges) {
  if (!(await updateAccount(context, id, changes))) throw new Refusal('bank_account_unknown', { field: 'id' })
  return oneAccount(context, id, context.today)
}

async function oneAccount(tenant: Tenant, id: Id, today: Day) {
  const account = (await accountsOf(tenant)).find((row) => row.id === id)
  if (!account) throw new Refusal('bank_account_unknown', { field: 'id' })
  return presentAccount(account, await statementBounds(tenant), today)
}
