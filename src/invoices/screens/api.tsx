import { auditContract } from '#audit/contract'
import { catalogContract } from '#catalog/contract'
import { companyContract } from '#company/contract'
import { customersContract } from '#customers/contract'
import { dunningContract } from '#dunning/contract'
import { invoicesContract } from '#invoices/contract'
import { mailContract } from '#mail/contract'
import { paymentsContract } from '#payments/contract'
import { portalContract } from '#portal/contract'
import { apiOf } from '#ui/api'
import { vatContract } from '#vat/contract'

export const invoices = apiOf('invoices', invoicesContract)
export const payments = apiOf('payments', paymentsContract)
export const customers = apiOf('customers', customersContract)
export const catalog = apiOf('catalog', catalogContract)
export const company = apiOf('company', companyContract)
export const vat = apiOf('vat', vatContract)
export const dunning = apiOf('dunning', dunningContract)
export const portal = apiOf('portal', portalContract)
export const mail = apiOf('mail', mailContract)
export const audit = apiOf('audit', auditContract)

export type Invoice = Awaited<ReturnType<typeof invoices.get.call>>
export type InvoiceRow = Awaited<ReturnType<typeof invoices.list.call>>['rows'][number]
export type InvoiceState = Invoice['state']
export type Complaint = Pick<Invoice['failures'][number], 'field' | 'sentence'>
export type Paper = Invoice['paper']
export type PaperLine = Invoice['lines'][number]
