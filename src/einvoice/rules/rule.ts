/** What a rule is: data that says where it looks and how a bookkeeper is told, and one small function that finds what breaks it. */
import type { Invoice } from '../model.ts'

/** `fatal` invoices are refused by platforms and receivers; a `warning` is worth a look. */
export type Severity = 'fatal' | 'warning'

/** Figures for the sentence: amounts as exact figures (see `figures.ts`), everything else as text. */
export type Facts = Readonly<Record<string, string | bigint>>

/** One place that breaks a rule. */
export type Breach = {
  /** Field of the model, for example `lines.2.netAmount`; the rule's own `path` when absent. */
  readonly path?: string
  readonly facts?: Facts
}

export type Rule = {
  /** As its publisher names it: `BR-CO-10`, `BR-FR-05`. */
  readonly id: string
  /** The business term it speaks of: `BT-106`, `BG-23`. */
  readonly term: string
  readonly severity: Severity
  readonly path: string
  /** Empty when the rule holds. */
  readonly breaches: (invoice: Invoice) => readonly Breach[]
  /** Sentences; `{found}` takes the fact of that name. */
  readonly fr: string
  readonly en: string
}

const NONE: readonly Breach[] = []

/** One breach when something is wrong, none otherwise. */
export function when(wrong: boolean, facts?: Facts): readonly Breach[] {
  if (!wrong) return NONE
  return [facts ? { facts } : {}]
}

/** A breach for each item that is wrong, at its own path. */
export function whereEach<T>(
  items: readonly T[] | undefined,
  path: (index: number) => string,
  wrong: (item: T) => boolean | Facts,
): readonly Breach[] {
  if (!items) return NONE
  const breaches: Breach[] = []
  for (const [index, item] of items.entries()) {
    const answer = wrong(item)
    if (answer === false) continue
    breaches.push(answer === true ? { path: path(index) } : { path: path(index), facts: answer })
  }
  return breaches
}

export const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === ''
