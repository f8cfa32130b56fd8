import type { Locale } from '#core/text'
import { fill } from '../fill.ts'
import type { Severity } from '../rules/rule.ts'
import type { LifecycleMessage, ReadLifecycleMessage } from './model.ts'
import type { CdarReading } from './read.ts'
import { detailRules } from './rules/details.ts'
import { invoiceRules } from './rules/invoices.ts'
import { messageRules } from './rules/message.ts'
import type { CdarBreach, CdarPackName, CdarRule } from './rules/rule.ts'

export type CdarFailure = {
  /** As published: `BR-FR-CDV-14_MDT-207`. */
  readonly rule: string
  readonly pack: CdarPackName
  readonly severity: Severity
  /** The term of the message: `MDT-207`. */
  readonly term: string
  /** The field of the model: `acknowledgements.0.invoices.0.details`. */
  readonly path: string
  /** Where in the file, from 1; what is missing stands where its group does. */
  readonly line?: number
  readonly column?: number
  readonly found?: string
  readonly fr: string
  readonly en: string
}

export const CDAR_PACKS = { 'BR-FR-CDV': '1.4.0', ENCOURS: '1' } as const

export const CDAR_RULES: readonly CdarRule[] = [...messageRules, ...invoiceRules, ...detailRules]

/** Everything that is wrong with a lifecycle message, ours or one that was read. Never throws. */
export function judgeCdar(subject: LifecycleMessage | ReadLifecycleMessage | CdarReading): CdarFailure[] {
  const reading = 'message' in subject ? subject : undefined
  const message: ReadLifecycleMessage = 'message' in subject ? subject.message : subject
  return CDAR_RULES.flatMap((rule) => rule.breaches(message).map((breach) => failureOf(rule, breach, reading)))
}

function failureOf(rule: CdarRule, breach: CdarBreach, reading: CdarReading | undefined): CdarFailure {
  const path = breach.path ?? rule.path
  const facts = breach.facts ?? {}
  const sentence = (locale: Locale) => fill(rule[locale], facts, locale)
  const place = reading?.placeOf(path)
  return {
    rule: rule.id,
    pack: rule.pack,
    severity: rule.severity,
    term: rule.term,
    path,
    ...(place ? { line: place.line, column: place.column } : {}),
    ...(facts['found'] === undefined ? {} : { found: facts['found'] }),
    fr: sentence('fr'),
    en: sentence('en'),
  }
}
