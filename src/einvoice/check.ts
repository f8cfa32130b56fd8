import { shortDecimalText } from '#core/money'
import { type Locale, formatMoney } from '#core/text'
import type { Invoice } from './model.ts'
import { type PackName, RULE_PACKS, type RulePack } from './rules/packs.ts'
import type { Breach, Facts, Rule, Severity } from './rules/rule.ts'

export type Failure = {
  /** `BR-CO-15`. */
  readonly rule: string
  readonly pack: PackName
  readonly severity: Severity
  /** The business term: `BT-112`. */
  readonly term: string
  /** The field of the model: `totals.gross`, `lines.2.netAmount`. */
  readonly path: string
  readonly fr: string
  readonly en: string
}

/**
 * Everything that is wrong with an invoice, in the order of the rules; empty when platforms and receivers will accept it. Issue refuses an
 * invoice with a `fatal` failure. Never throws, whatever the figures hold.
 */
export function checkInvoice(invoice: Invoice, packs: readonly RulePack[] = RULE_PACKS): Failure[] {
  const failures: Failure[] = []
  for (const { name, rules } of packs) {
    for (const rule of rules) for (const breach of rule.breaches(invoice)) failures.push(failureOf(invoice, name, rule, breach))
  }
  return failures
}

function failureOf(invoice: Invoice, pack: PackName, rule: Rule, breach: Breach): Failure {
  const sentence = (locale: Locale) => fill(rule[locale], breach.facts, locale, invoice.currency)
  return {
    rule: rule.id,
    pack,
    severity: rule.severity,
    term: rule.term,
    path: breach.path ?? rule.path,
    fr: sentence('fr'),
    en: sentence('en'),
  }
}

function fill(sentence: string, facts: Facts | undefined, locale: Locale, currency: string): string {
  if (!facts) return sentence
  return sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const fact = facts[name]
    if (typeof fact === 'bigint') return formatMoney(shortDecimalText(fact, 6), locale, currency)
    return fact ?? placeholder
  })
}
