import { mailContract } from '#mail/contract'
import { apiOf } from '#ui/api'
import { peopleContract } from '../contract.ts'

export const people = apiOf('people', peopleContract)
export const mail = apiOf('mail', mailContract)
