import { apiOf } from '#ui/api'
import { statementsContract } from '../contract.ts'

export const statements = apiOf('statements', statementsContract)

export type Statement = Awaited<ReturnType<typeof statements.get.call>>
export type Movement = Statement['movements'][number]
