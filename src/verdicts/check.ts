import type { OperationsOf } from '#platform/api'
import type { verdictsContract } from './contract.ts'
import { bytesOf } from './read-file.ts'
import { inThread } from './thread.ts'

type Operations = OperationsOf<typeof verdictsContract>

/** Reads and judges one file, and forgets it. */
export const check: Operations['check'] = async ({ locale }, { file }) => inThread('judge', { bytes: await bytesOf(file), locale })
