import { verdictsContract } from '#verdicts/contract'
import { apiOf } from '#ui/api'

export const verdicts = apiOf('verdicts', verdictsContract)

export type Verdict = Awaited<ReturnType<typeof verdicts.check.call>>
export type Converted = Awaited<ReturnType<typeof verdicts.convert.call>>
export type Failure = Verdict['failures'][number]
