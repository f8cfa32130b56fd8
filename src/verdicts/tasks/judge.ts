import type { Locale } from '#core/text'
import { examine } from '#einvoice'
import { shownInvoice } from '#readings/contract'
import { pathFinder } from '../rules/path-of-failure.ts'

/** The verdict on a file; of its invoice what is shown, no more. */
export function judge({ bytes, locale }: { readonly bytes: Uint8Array; readonly locale: Locale }) {
  const { failures, hybrid, packs, profile, reading, verdict } = examine(bytes)
  const pathOf = pathFinder(reading)
  return {
    syntax: reading.syntax,
    profile: profile ?? null,
    guideline: reading.guideline ?? null,
    hybrid,
    verdict,
    packs,
    failures: failures.map((failure) => {
      const { found = null, pack, rule, severity, term } = failure
      const { column = null, line = null } = 'path' in failure ? failure : {}
      return { rule, pack, severity, term, path: pathOf(failure), line, column, found, sentence: failure[locale] }
    }),
    shown: shownInvoice.parse(reading.invoice),
  }
}
