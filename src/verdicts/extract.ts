import { extractFacturX } from '#einvoice'
import type { OperationsOf } from '#platform/api'
import type { verdictsContract } from './contract.ts'
import { bytesOf } from './read-file.ts'

type Operations = OperationsOf<typeof verdictsContract>

export const extract: Operations['extract'] = async (_context, { file }) => {
  const xml = extractFacturX(await bytesOf(file))
  return new File([new Uint8Array(xml)], `${file.name.replace(/\.pdf$/i, '')}.xml`, { type: 'text/xml' })
}
