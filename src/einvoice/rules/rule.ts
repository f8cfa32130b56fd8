/** What a rule is: data that says where it looks and how a bookkeeper is told, and one small function that finds what breaks it. */
import type { ReadInvoice } from '../model.ts'
import type { Reading, Syntax } from '../reading.ts'

/** `fatal` invoices are refused by platforms and receivers; a `warning` is worth a look. */
export type Severity = 'fatal' | 'warning'

/** What the publisher of a rule says differently for each syntax. */
export type BySyntax<T> = T | Readonly<Record<Syntax, T>>

/** Figures for the sentence: amounts as exact figures (see `figures.ts`), everything else as text. */
export type Facts = Readonly<Record<string, string | bigint>>

/** One place that breaks a rule. */
export type Breach = {
  /** Field of the model, for example `lines.2.netAmount`; the rule's own `path` when absent. */
  readonly path?: string
  readonly facts?: Facts
}

export type Rule = {
  /** As its publisher names it: `BR-CO-10`, `BR-FR-05_BT-22_PMT`. */
  readonly id: BySyntax<string>
  /** The business term it speaks of: `BT-106`, `BG-23`. */
  readonly term: string
  /** It speaks of several fields: a failure bears the term of its own. */
  readonly termOfField?: true
  readonly severity: BySyntax<Severity>
  readonly path: string
  /** Empty when the rule holds. An invoice that was not read is judged as the CII it will become. */
  readonly breaches: (invoice: ReadInvoice, syntax: Syntax, reading?: Reading) => readonly Breach[]
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
  wrong: (item: T, index: number) => boolean | Facts,
): readonly Breach[] {
  if (!items) return NONE
  let breaches: Breach[] | undefined
  for (let index = 0; index < items.length; index++) {
    const answer = wrong(items[index] as T, index)
    if (answer === false) continue
    breaches ??= []
    breaches.push(answer === true ? { path: path(index) } : { path: path(index), facts: answer })
  }
  return breaches ?? NONE
}

export const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === ''

export function bySyntax<T extends string>(value: BySyntax<T>, syntax: Syntax): T {
  return typeof value === 'string' ? value : value[syntax]
}

/** Remembers an answer about an object as long as the object lives: rules ask the same of one invoice many times. */
export function remembered<Key extends object, Answer>(answer: (key: Key) => Answer): (key: Key) => Answer {
  const known = new WeakMap<Key, Answer>()
  return (key) => {
    let found = known.get(key)
    if (found === undefined) {
      found = answer(key)
      known.set(key, found)
    }
    return found
  }
}
