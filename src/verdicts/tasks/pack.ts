import type { Locale } from '#core/text'
import { packPair } from '#einvoice'
import { type Level, LEVELS } from '../rules/targets.ts'

type Pair = {
  readonly xml: Uint8Array
  readonly pdf: Uint8Array
  readonly level: Level | undefined
  readonly at: Date
  readonly locale: Locale
}

export function packFiles({ at, level, locale, pdf, xml }: Pair) {
  const { bytes, faults, pdfA, reasons } = packPair(pdf, xml, { at, level: level && LEVELS[level] })
  return {
    pdf: Buffer.from(bytes).toString('base64'),
    pdfA,
    faults: faults.map((fault) => ({ rule: fault.rule, sentence: fault[locale] })),
    reasons: reasons.map((reason) => ({ code: reason.code, sentence: reason[locale] })),
  }
}
