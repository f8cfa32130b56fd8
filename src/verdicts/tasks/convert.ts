import type { Locale } from '#core/text'
import { convert, readInvoice, xmlOf } from '#einvoice'
import { TARGETS, type Target } from '../rules/targets.ts'

type Given = { readonly bytes: Uint8Array; readonly to: Target; readonly locale: Locale }

export function convertFile({ bytes, locale, to }: Given) {
  const { faults, losses, xml } = convert(readInvoice(xmlOf(bytes)), TARGETS[to])
  return {
    xml,
    losses: losses.map(({ path, term = null, value }) => ({ term, path, value })),
    faults: faults.map((fault) => ({ rule: fault.rule, sentence: fault[locale] })),
  }
}
