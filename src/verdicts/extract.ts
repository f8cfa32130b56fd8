import type { OperationsOf } from '#platform/api'
import type { verdictsContract } from './contract.ts'
import { bytesOf, stemOf } from './read-file.ts'
import { inThread } from './thread.ts'

type Operations = OperationsOf<typeof verdictsContract>

export const extract: Operations['extract'] = async (_context, { file }) => {
  const xml = await inThread('extract', await bytesOf(file))
  return new File([new Uint8Array(xml)], `${stemOf(file)}.xml`, { type: 'text/xml' })
}
