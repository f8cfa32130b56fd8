import { customersContract } from '#customers/contract'
import { apiOf } from '#ui/api'
import { ledgerContract } from '../contract.ts'

export const ledger = apiOf('ledger', ledgerContract)
export const customers = apiOf('customers', customersContract)

export type Entry = Awaited<ReturnType<typeof ledger.entries.call>>['rows'][number]
export type Balance = Awaited<ReturnType<typeof ledger.balances.call>>['accounts'][number]
export type Check = Awaited<ReturnType<typeof ledger.check.call>>
