import { mailContract } from '#mail/contract'
import { apiOf } from '#ui/api'
import { dunningContract } from '../contract.ts'

export const dunning = apiOf('dunning', dunningContract)
export const mail = apiOf('mail', mailContract)
