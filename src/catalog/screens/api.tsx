import { apiOf } from '#ui/api'
import { vatContract } from '#vat/contract'
import { catalogContract } from '../contract.ts'

export const catalog = apiOf('catalog', catalogContract)
export const vat = apiOf('vat', vatContract)

export type Item = Awaited<ReturnType<typeof catalog.get.call>>
