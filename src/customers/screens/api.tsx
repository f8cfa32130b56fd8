import { auditContract } from '#audit/contract'
import { companyContract } from '#company/contract'
import { invoicesContract } from '#invoices/contract'
import { apiOf } from '#ui/api'
import { customersContract } from '../contract.ts'

export const customers = apiOf('customers', customersContract)
export const invoices = apiOf('invoices', invoicesContract)
export const company = apiOf('company', companyContract)
export const audit = apiOf('audit', auditContract)

export type Customer = Awaited<ReturnType<typeof customers.get.call>>
export type CustomerRow = Awaited<ReturnType<typeof customers.list.call>>['rows'][number]
export type InvoiceRow = Awaited<ReturnType<typeof invoices.list.call>>['rows'][number]
