import { verdictsContract } from '#verdicts/contract'
import { apiOf } from '#ui/api'

export const verdicts = apiOf('verdicts', verdictsContract)

export type Verdict = Awaited<ReturnType<typeof verdicts.check.call>>
export type Failure = Verdict['failures'][number]
export type Shown = Verdict['shown']
