import { MAX_FILE_BYTES, refusalSentence } from '#einvoice'
import { Refusal } from '#core/refusal'
import { readingsTexts } from '#readings'
import type { Kind } from '../files/each-file.ts'

/** Invoices as files: how large one may be, and why one could not be read or made. */
export const INVOICES: Kind = {
  bound: { mostBytes: MAX_FILE_BYTES, tooLarge: () => new Refusal('xml_too_large') },
  sentenceOf: (locale, code, facts) => {
    if (code === 'einvoice_too_long_to_draw') return readingsTexts.refusals[locale][code](facts)
    return refusalSentence(code, facts, locale) ?? code
  },
}
