import type { Locale } from '#core/text'
import { texts } from '#einvoice'

/** Why an invoice could not be read or made. */
export function sentenceOf(locale: Locale, code: string): string {
  const sentences: Readonly<Record<string, string>> = texts[locale].refusals
  return sentences[code] ?? code
}
