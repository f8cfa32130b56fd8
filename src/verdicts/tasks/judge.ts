import type { Locale } from '#core/text'
import { type Examination, examineFile, type MessageExamination, type Schemas, schemasIn, tellMessage } from '#einvoice'
import { readConfig } from '#platform/config'
import { shownInvoice } from '#readings/contract'
import { pathFinder } from '../rules/path-of-failure.ts'

type Given = { readonly bytes: Uint8Array; readonly locale: Locale }
type Failure = (Examination | MessageExamination)['failures'][number]

/** The verdict on a file; of its invoice what is shown, no more. */
export function judge({ bytes, locale }: Given) {
  const examined = examineFile(bytes, { schemas: officialSchemas() })
  return 'message' in examined.reading ? ofMessage(examined as MessageExamination, locale) : ofInvoice(examined as Examination, locale)
}

let schemas: Schemas | undefined

/** Compiled once, as long as the thread lives. */
function officialSchemas(): Schemas | undefined {
  const { schemasDir } = readConfig()
  if (schemasDir !== undefined) schemas ??= schemasIn(schemasDir)
  return schemas
}

function ofInvoice({ failures, hybrid, packs, profile, reading, verdict }: Examination, locale: Locale) {
  const pathOf = pathFinder(reading)
  return {
    syntax: reading.syntax,
    profile: profile ?? null,
    guideline: reading.guideline ?? null,
    hybrid,
    verdict,
    packs,
    failures: failures.map((failure) => ({ ...told(failure, locale), path: pathOf(failure) })),
    shown: shownInvoice.parse(reading.invoice),
    message: null,
  }
}

function ofMessage({ failures, packs, reading: { message }, verdict }: MessageExamination, locale: Locale) {
  return {
    syntax: 'CDAR' as const,
    profile: null,
    guideline: message.guideline ?? null,
    hybrid: false,
    verdict,
    packs,
    failures: failures.map((failure) => ({ ...told(failure, locale), path: '' })),
    shown: {},
    message: tellMessage(message, locale),
  }
}

/** A value may be megabytes; the page cuts it shorter still. */
const MOST_FOUND = 1_000

function told(failure: Failure, locale: Locale) {
  const { found = null, pack, rule, severity, term } = failure
  const { column = null, line = null } = 'path' in failure ? failure : {}
  return { rule, pack, severity, term, line, column, found: found && found.slice(0, MOST_FOUND), sentence: failure[locale] }
}
