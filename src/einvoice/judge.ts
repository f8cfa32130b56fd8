/** The verdict on an invoice: every failure, told in French and English, with its place in the file when it was read from one. */
import { shortDecimalText } from '#core/money'
import { type Locale, formatMoney } from '#core/text'
import { shownValue } from './fill.ts'
import type { Invoice, ReadInvoice } from './model.ts'
import type { Place, Reading, Syntax } from './reading.ts'
import { type BindingBreach, type BindingIndex, bindingBreaches, indexed, rulesIn } from './rules/binding/binding-rule.ts'
import { PLACES } from './rules/figures.ts'
import { type PackName, RULE_PACKS, type RulePack } from './rules/packs.ts'
import { termOf } from './terms.ts'
import { type Breach, bySyntax, type Facts, remembered, type Rule, type Severity } from './rules/rule.ts'
import type { XmlElement } from './xml/element.ts'

export type Failure = {
  /** As published for the syntax: `BR-CO-15`, `BR-FR-05_BT-22_PMT`. */
  readonly rule: string
  readonly pack: PackName
  readonly severity: Severity
  /** The business term: `BT-112`. */
  readonly term: string
  /** The field of the model: `totals.gross`, `lines.2.netAmount`; empty when the fault is of the file and no field holds it. */
  readonly path: string
  /** Where in the file, from 1; what is missing stands where its group does. */
  readonly line?: number
  readonly column?: number
  /** The value found, as written; absent when nothing stands there. */
  readonly found?: string
  readonly fr: string
  readonly en: string
}

export type Verdict = {
  readonly verdict: 'valid' | 'invalid'
  /** The packs that judged, and their versions. */
  readonly packs: Readonly<Partial<Record<PackName, string>>>
  readonly failures: readonly Failure[]
}

/** Judges an invoice of ours, or what a reader gave. Never throws, whatever the figures hold: there is always a verdict. */
export function judge(subject: Invoice | Reading, packs: readonly RulePack[] = RULE_PACKS): Verdict {
  const failures = 'invoice' in subject ? failuresOfReading(subject, packs) : failuresOf(subject, packs)
  return {
    verdict: failures.some(({ severity }) => severity === 'fatal') ? 'invalid' : 'valid',
    packs: Object.fromEntries(packs.map(({ name, version }) => [name, version])),
    failures,
  }
}

/** An invoice of ours is judged as the CII it becomes. */
export function failuresOf(invoice: Invoice, packs: readonly RulePack[]): Failure[] {
  const written = withoutBlanks(invoice)
  const failures: Failure[] = []
  for (const { name, rules, codes } of packs) {
    for (const rule of codes ? [...rules, ...codes] : rules) judgeRule(failures, written, 'CII', name, rule)
  }
  return failures
}

/** The field of the model that stands at a place, asked only of files that have failures. */
function fieldsByPlace(places: Reading['places']): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  for (const [path, { line, column }] of places) fields.set(`${line}:${column}`, path)
  return fields
}

/** The rules of all packs on the file, so that it is walked once. */
const bindingOf = remembered((packs: readonly RulePack[]): Readonly<Record<Syntax, BindingIndex>> => {
  const all = (syntax: Syntax) => indexed(packs.flatMap(({ binding }) => (binding ? rulesIn(binding[syntax]) : [])))
  return { CII: all('CII'), UBL: all('UBL') }
})

function failuresOfReading(reading: Reading, packs: readonly RulePack[]): Failure[] {
  const { invoice, syntax, tree } = reading
  const breaches = bindingBreaches(tree, bindingOf(packs)[syntax])
  const failures: Failure[] = []
  const ofFile = new Map<Failure, BindingBreach>()
  const tell = (pack: PackName, breach: BindingBreach): void => {
    const failure = failureAt(reading, pack, breach)
    failures.push(failure)
    ofFile.set(failure, breach)
  }
  for (const { name, rules, binding, structure } of packs) {
    for (const rule of rules) judgeRule(failures, invoice, syntax, name, rule, reading)
    for (const breach of structure?.breaches(reading) ?? []) tell(name, breach)
    if (!binding || breaches.length === 0) continue
    const own = new Set(rulesIn(binding[syntax]))
    for (const breach of breaches) if (own.has(breach.rule)) tell(name, breach)
  }
  return failures.length === 0 ? failures : placed(failures, reading, ofFile)
}

function failureAt({ invoice, placeOf }: Reading, pack: PackName, { element, facts, found: told, rule }: BindingBreach): Failure {
  const found = told ?? (rule.found ? rule.found(element) : element.text)
  const { line, column } = placeOf(element)
  const sentence = (locale: Locale) => fill(rule[locale], { found, ...facts }, locale, invoice.currency)
  return {
    rule: rule.id,
    pack,
    severity: rule.severity,
    term: rule.term,
    path: '',
    line,
    column,
    ...(found === '' ? {} : { found }),
    fr: sentence('fr'),
    en: sentence('en'),
  }
}

function judgeRule(failures: Failure[], invoice: ReadInvoice, syntax: Syntax, pack: PackName, rule: Rule, reading?: Reading): void {
  for (const breach of rule.breaches(invoice, syntax, reading)) failures.push(failureOf(invoice, syntax, pack, rule, breach))
}

function failureOf(invoice: ReadInvoice, syntax: Syntax, pack: PackName, rule: Rule, breach: Breach): Failure {
  const sentence = (locale: Locale) => fill(rule[locale], breach.facts, locale, invoice.currency)
  const path = breach.path ?? rule.path
  const found = valueAt(invoice, path)
  return {
    rule: bySyntax(rule.id, syntax),
    pack,
    severity: bySyntax(rule.severity, syntax),
    term: (rule.termOfField && termAt(invoice, path)) || rule.term,
    path,
    ...(found === undefined ? {} : { found }),
    fr: sentence('fr'),
    en: sentence('en'),
  }
}

const REDUCTION = /^(?:lines\.\d+\.)?allowancesCharges\.\d+/

/** The term of a field: allowances and charges number theirs apart. */
function termAt(invoice: ReadInvoice, path: string): string | undefined {
  const reduction = REDUCTION.exec(path)?.[0]
  const isCharge = reduction !== undefined && valueAt(invoice, `${reduction}.kind`) === 'charge'
  return termOf(path, isCharge ? 'charge' : 'allowance')
}

/** The text of a field; nothing for a group, or where there is none. */
function valueAt(invoice: ReadInvoice, path: string): string | undefined {
  let value: unknown = invoice
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Readonly<Record<string, unknown>>)[step]
  }
  if (typeof value === 'string') return value
  // An identifier is its value, in the list it comes from.
  return typeof value === 'object' && value !== null && 'value' in value && typeof value.value === 'string' ? value.value : undefined
}

/** Failures of fields with the place of the field, those of the file with the field that stands there. Only the lines that fail are looked through. */
function placed(failures: readonly Failure[], reading: Reading, breaches: ReadonlyMap<Failure, BindingBreach>): Failure[] {
  const places = reading.placesWith(linesOf(failures, [...breaches.values()]))
  const fields = breaches.size > 0 ? fieldsByPlace(places) : new Map<string, string>()
  const root = reading.placeOf(reading.tree)
  const fieldOf = (element: XmlElement): string | undefined => {
    const { column, line } = reading.placeOf(element)
    return fields.get(`${line}:${column}`)
  }
  return failures.map((failure) => {
    const breach = breaches.get(failure)
    if (breach) {
      const path = fieldOf(breach.element) ?? ''
      return { ...failure, path, term: termFor(breach, path, reading.invoice, fieldOf) }
    }
    const { line, column } = nearest(failure.path, places) ?? root
    return { ...failure, line, column }
  })
}

/** That of the rule; where it speaks of any field, that of the one found, or of the nearest group around what is in no field. */
function termFor(
  { ancestors, rule }: BindingBreach,
  path: string,
  invoice: ReadInvoice,
  fieldOf: (element: XmlElement) => string | undefined,
): string {
  if (rule.term !== '' && !rule.termOfField) return rule.term
  if (path !== '') return termAt(invoice, path) ?? rule.term
  if (rule.term !== '') return rule.term
  const around = ancestors.toReversed().map(fieldOf)
  const nearest = around.find((field) => field !== undefined)
  return (nearest === undefined ? undefined : termAt(invoice, nearest)) ?? ''
}

/** What is missing has no place of its own: the nearest group around it has. */
function nearest(path: string, places: Reading['places']): Place | undefined {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const place = places.get(at)
    if (place) return place
  }
  return undefined
}

/** The lines that failures are about: by their number, or by any element around what is wrong. */
function linesOf(failures: readonly Failure[], breaches: readonly BindingBreach[]): ReadonlySet<number | XmlElement> {
  const lines = new Set<number | XmlElement>()
  for (const { path } of failures) {
    const number = /^lines\.(\d+)/.exec(path)?.[1]
    if (number !== undefined) lines.add(Number(number))
  }
  for (const { ancestors, element } of breaches) for (const around of [...ancestors, element]) lines.add(around)
  return lines
}

/** A figure that is not there is not shown between brackets. */
const UNTOLD = /\s\((?:—|)\)/g

function fill(sentence: string, facts: Facts | undefined, locale: Locale, currency: string | undefined): string {
  if (!facts) return sentence
  const filled = sentence.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => {
    const fact = facts[name]
    if (typeof fact === 'bigint') return formatMoney(shortDecimalText(fact, PLACES), locale, currency ?? 'EUR')
    return fact === undefined ? placeholder : shownValue(fact)
  })
  return filled.replaceAll(UNTOLD, '')
}

/** Writers leave out what is blank, so the rules must not see it. */
function withoutBlanks<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutBlanks) as T
  if (typeof value !== 'object' || value === null) return value
  const kept: Record<string, unknown> = {}
  for (const key in value) {
    const inner = value[key]
    if (typeof inner === 'string' ? inner.trim() !== '' : inner !== undefined) kept[key] = withoutBlanks(inner)
  }
  return kept as T
}
