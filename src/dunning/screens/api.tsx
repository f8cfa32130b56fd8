import { apiOf } from '#ui/api'
import { dunningContract } from '../contract.ts'

export const dunning = apiOf('dunning', dunningContract)
