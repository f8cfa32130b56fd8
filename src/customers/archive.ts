import { moneyText, toCents } from '#core/money'
import { Refusal } from '#core/refusal'
import type { OperationsOf } from '#platform/api'
import type { customersContract } from './contract.ts'
import { customerArchived, customerRestored } from './events.ts'
import { presentCustomer } from './present.ts'
import { standingOf } from './read.ts'
import { lockCustomer, updateCustomer } from './store.ts'

/** Puts a customer away, or takes them back. Who owes, or is owed, stays in sight. */
export const archiveCustomer: OperationsOf<typeof customersContract>['archive'] = async (context, { archived, id }) => {
  const customer = await lockCustomer(context, id)
  if (!customer) throw new Refusal('not_found', { status: 404 })
  if ((customer.archived_at !== null) === archived) return presentCustomer(context, id)
  const { balance } = await standingOf(context, id)
  if (archived && balance !== 0n) {
    throw new Refusal('customer_owes', { status: 409, facts: { customer: customer.name, balance: moneyText(toCents(balance)) } })
  }
  await updateCustomer(context, id, { archived_at: archived ? context.now : null })
  const about = { customerId: id }
  context.record(archived ? customerArchived(about, { name: customer.name }) : customerRestored(about, { name: customer.name }))
  return presentCustomer(context, id)
}
