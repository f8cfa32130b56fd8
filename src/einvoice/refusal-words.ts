/** Why a file was refused, in words, with the place of its fault where it has one. */
import type { RefusalFacts } from '#core/refusal'
import type { Locale } from '#core/text'
import { fill } from './fill.ts'
import { texts } from './texts.ts'

const PLACED: Readonly<Record<Locale, (line: string | number, column: string | number) => string>> = {
  fr: (line, column) => ` (ligne ${line}, colonne ${column})`,
  en: (line, column) => ` (line ${line}, column ${column})`,
}

/** Nothing for a refusal that is none of this library's. */
export function refusalSentence(code: string, facts: RefusalFacts, locale: Locale): string | undefined {
  const sentences: Readonly<Record<string, string>> = texts[locale].refusals
  const sentence = Object.hasOwn(sentences, code) ? sentences[code] : undefined
  if (sentence === undefined) return undefined
  const told = Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, String(fact ?? '')]))
  const words = fill(sentence, told, locale)
  return facts['line'] === undefined ? words : words.replace(/\.$/, `${PLACED[locale](facts['line'], facts['column'] ?? 1)}.`)
}
