import { examine } from '#einvoice'
import type { OperationsOf } from '#platform/api'
import type { verdictsContract } from './contract.ts'
import { bytesOf } from './read-file.ts'
import { pathFinder } from './rules/path-of-failure.ts'
import { shownInvoice } from './rules/shown-invoice.ts'

type Operations = OperationsOf<typeof verdictsContract>

/** Reads and judges one file, and forgets it. The answer holds of the invoice what the contract names, no more. */
export const check: Operations['check'] = async ({ locale }, { file }) => {
  const { failures, hybrid, packs, profile, reading, verdict } = examine(await bytesOf(file))
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
