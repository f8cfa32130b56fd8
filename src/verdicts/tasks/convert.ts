import { convert, readInvoice, xmlOf } from '#einvoice'
import { TARGETS, type Target } from '../rules/targets.ts'

export function convertFile({ bytes, to }: { readonly bytes: Uint8Array; readonly to: Target }) {
  const { losses, xml } = convert(readInvoice(xmlOf(bytes)), TARGETS[to])
  return { xml, losses: losses.map(({ path, term = null, value }) => ({ term, path, value })) }
}
