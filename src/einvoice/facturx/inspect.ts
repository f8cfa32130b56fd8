import type { Locale } from '#core/text'
import { fill } from '../fill.ts'
import type { ReadInvoice } from '../model.ts'
import type { Severity } from '../rules/rule.ts'
import { type Container, readContainer } from './container.ts'
import { CONTAINER_RULES } from './rules/pack.ts'
import type { ContainerPackName, ContainerRule, Facts, Hybrid } from './rules/rule.ts'

export type ContainerFailure = {
  /** `BR-HYBRID-04`. */
  readonly rule: string
  readonly pack: ContainerPackName
  readonly severity: Severity
  /** The place in the PDF (`/AF`, `fx:Version`), or the business term compared (`BT-112`). */
  readonly term: string
  readonly found?: string
  readonly fr: string
  readonly en: string
}

/** What the PDF carries, as found. Refuses `pdf_unreadable`, `pdf_encrypted`, `pdf_filter_unknown` and `pdf_too_large`. */
export function inspectPdf(bytes: Uint8Array): Container {
  return readContainer(bytes)
}

/**
 * Everything that is wrong with the PDF as a container of its invoice. Give the invoice when its XML could be read: pages and metadata are
 * then compared with it. A PDF without an invoice has that one failure.
 */
export function judgeContainer(container: Container, invoice?: ReadInvoice): ContainerFailure[] {
  const hybrid: Hybrid = invoice ? { container, invoice } : { container }
  const rules = container.invoices.length > 0 ? CONTAINER_RULES : CONTAINER_RULES.filter(({ id }) => id === 'BR-HYBRID-01')
  return rules.flatMap((rule) => rule.breaches(hybrid).map((facts) => failureOf(rule, facts, hybrid)))
}

function failureOf(rule: ContainerRule, facts: Facts, { invoice }: Hybrid): ContainerFailure {
  const sentence = (locale: Locale) => fill(rule[locale], facts, locale, invoice?.currency)
  return {
    rule: rule.id,
    pack: rule.pack,
    severity: isForgiven(rule, invoice) ? 'warning' : rule.severity,
    term: rule.term,
    ...(facts['found'] === undefined || facts['found'] === '' ? {} : { found: facts['found'] }),
    fr: sentence('fr'),
    en: sentence('en'),
  }
}

/** BR-FX-DE-03: between German businesses the XML alone is the invoice, and faults of the archive format are worth a warning. */
function isForgiven({ id }: ContainerRule, invoice: ReadInvoice | undefined): boolean {
  return id === 'BR-HYBRID-02' && invoice?.seller?.address?.country === 'DE' && invoice.buyer?.address?.country === 'DE'
}
