/** What a rule of the container is: like a rule of the invoice, but it looks at the PDF, and at the invoice only to compare. */
import type { ReadInvoice } from '../../model.ts'
import type { Severity } from '../../rules/rule.ts'
import type { Container } from '../container.ts'

export type ContainerPackName = 'FACTUR-X' | 'ENCOURS'

/** The PDF, and its invoice when that could be read. */
export type Hybrid = { readonly container: Container; readonly invoice?: ReadInvoice }

export type ContainerRule = {
  /** As the specification names it: `BR-HYBRID-04`; ours begin with ENCOURS-PDF. */
  readonly id: string
  readonly pack: ContainerPackName
  /** The place in the PDF it speaks of: `/AF`, `fx:Version`; or the business term it compares. */
  readonly term: string
  readonly severity: Severity
  /** Figures for the sentences; none when the rule holds. */
  readonly breaches: (hybrid: Hybrid) => readonly Facts[]
  readonly fr: string
  readonly en: string
}

/** Amounts are decimal texts, written as money where the sentence says `{money:found}`. */
export type Facts = Readonly<Record<string, string>>

/** One breach when something is wrong, none otherwise. */
export const when = (wrong: boolean, facts: Facts = {}): readonly Facts[] => (wrong ? [facts] : [])
