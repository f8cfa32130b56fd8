import type { OperationsOf } from '#platform/api'
import type { verdictsContract } from './contract.ts'
import { bytesOf, stemOf } from './read-file.ts'
import { inThread } from './thread.ts'

type Operations = OperationsOf<typeof verdictsContract>

export const convert: Operations['convert'] = async ({ locale }, { file, to }) => ({
  name: `${stemOf(file)}.${to}.xml`,
  ...(await inThread('convertFile', { bytes: await bytesOf(file), to, locale })),
})
