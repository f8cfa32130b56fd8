import { companyContract } from '#company/contract'
import { mailContract } from '#mail/contract'
import { reconciliationContract } from '#reconciliation/contract'
import { apiOf } from '#ui/api'
import { receivablesContract } from '../contract.ts'

export const receivables = apiOf('receivables', receivablesContract)
export const reconciliation = apiOf('reconciliation', reconciliationContract)
export const companies = apiOf('company', companyContract)
export const mail = apiOf('mail', mailContract)

export type Company = Awaited<ReturnType<typeof companies.get.call>>
export type Home = Awaited<ReturnType<typeof receivables.home.call>>
export type AgedBalance = Awaited<ReturnType<typeof receivables.agedBalance.call>>
export type AgedRow = AgedBalance['rows'][number]
export type Aged = AgedBalance['totals']
export type StandingItem = Awaited<ReturnType<typeof receivables.agedDetail.call>>['rows'][number]
