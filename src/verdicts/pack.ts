import type { OperationsOf } from '#platform/api'
import type { verdictsContract } from './contract.ts'
import { bytesOf, stemOf } from './read-file.ts'
import { inThread } from './thread.ts'

type Operations = OperationsOf<typeof verdictsContract>

export const pack: Operations['pack'] = async ({ locale, now }, { level, pdf, xml }) => ({
  name: `${stemOf(pdf)}.pdf`,
  ...(await inThread('packFiles', { xml: await bytesOf(xml, 'xml'), pdf: await bytesOf(pdf, 'pdf'), level, at: now, locale })),
})
