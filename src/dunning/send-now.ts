import { findCustomer } from '#customers'
import { moneyText } from '#core/money'
import { Refusal } from '#core/refusal'
import type { OperationsOf } from '#platform/api'
import type { Outgoing } from '#portal'
import { holdOpenItems } from '#receivables'
import type { dunningContract } from './contract.ts'
import { remind } from './remind.ts'
import { lateOf, moneyCovers, totalOf } from './rules/decide.ts'
import { chasedCustomers } from './store.ts'

type Operations = OperationsOf<typeof dunningContract>

/** By hand, for one customer, whatever the day and the gap: a person decides. It stands for the rule's reminder of what it lists. */
export const sendNow =
  (outgoing: Outgoing): Operations['sendNow'] =>
  async (context, { customerId }) => {
    if (!(await findCustomer(context, customerId))) throw new Refusal('not_found', { status: 404 })
    if (!(await holdOpenItems(context, customerId))) throw new Refusal('dunning_items_moving', { status: 409 })
    const [customer] = await chasedCustomers(context, [customerId])
    const listed = customer ? lateOf(customer, context.today) : []
    if (!customer || listed.length === 0) throw new Refusal('dunning_nothing_late', { facts: { customer: customer?.name } })
    if (moneyCovers(customer, context.today)) {
      throw new Refusal('dunning_money_unallocated', { facts: { unallocated: moneyText(customer.unallocatedCents) } })
    }
    const firstTime = new Set(listed.filter(({ remindedOn }) => remindedOn === null).map(({ itemId }) => itemId))
    const totalCents = totalOf(listed)
    const reminded = await remind(context, outgoing, { customer, origin: 'hand', listed, ripe: firstTime, totalCents })
    return { ...reminded, to: [...reminded.to], total: moneyText(totalCents) }
  }
