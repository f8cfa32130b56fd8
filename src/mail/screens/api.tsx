import { apiOf } from '#ui/api'
import { mailContract } from '../contract.ts'

export const mail = apiOf('mail', mailContract)
