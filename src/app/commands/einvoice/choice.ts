import type { Locale } from '#core/text'
import { say } from '../say.ts'
import { UsageError } from '../usage-error.ts'

/** `--fr` or `--en`; nothing where the terminal is to say. */
export function localeOf({ en, fr }: { readonly fr?: boolean; readonly en?: boolean }): Locale | undefined {
  if (fr && en) throw new UsageError(say('--fr ou --en, pas les deux.', '--fr or --en, not both.'))
  return fr ? 'fr' : en ? 'en' : undefined
}

/** An option that takes one of a few words. */
export function choice<Words extends object>(name: string, value: string | undefined, words: Words): keyof Words {
  if (value !== undefined && isOf(value, words)) return value
  const known = Object.keys(words).join(', ')
  throw new UsageError(say(`${name} : attendu, l’un de ${known}.`, `${name}: one of ${known} is expected.`))
}

const isOf = <Words extends object>(value: PropertyKey, words: Words): value is keyof Words => Object.hasOwn(words, value)
