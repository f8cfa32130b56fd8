import { useQuery } from '@tanstack/react-query'
import { customersContract } from '#customers/contract'
import { invoicesContract } from '#invoices/contract'
import { peopleContract } from '#people/contract'
import { apiOf } from '#ui/api'
import { companyContract } from '../contract.ts'

export const company = apiOf('company', companyContract)
export const customers = apiOf('customers', customersContract)
export const invoices = apiOf('invoices', invoicesContract)
export const people = apiOf('people', peopleContract)

export type Company = Awaited<ReturnType<typeof company.get.call>>
export type Series = Awaited<ReturnType<typeof invoices.numbering.call>>['series'][number]

export const useCompany = () => useQuery(company.get.queryOptions())
