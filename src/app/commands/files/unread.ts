import { Refusal } from '#core/refusal'
import type { Locale } from '#core/text'
import { shownValue } from '#einvoice'
import { sentencesOf } from '../../command-failures.ts'
import { say } from '../say.ts'

/** Exit codes of every command on files: all well, some wrong or not whole, some that could not be read at all. */
export const ALL_WELL = 0
export const SOME_WRONG = 1
export const SOME_UNREADABLE = 2

export type Unread = {
  readonly error: string
  /** Where the fault stands, when it has a place. */
  readonly line?: number
  readonly column?: number
  readonly fr: string
  readonly en: string
}

/** What a capability says of its refusals. */
export type SentenceOf = (locale: Locale, code: string, facts: Refusal['facts']) => string

/** Refusals of the commands themselves, on top of those of a capability. */
const OWN: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  not_a_file: {
    fr: 'Ce n’est pas un fichier : c’est un tube ou un périphérique.',
    en: 'This is no file: it is a pipe or a device.',
  },
}

/** Why a file could not be read: ours by its code, the disk's by its own. One file is never the end of the others. */
export function unread(error: unknown, sentenceOf: SentenceOf): Unread {
  if (error instanceof Refusal) {
    const { code, facts } = error
    const { column, line } = facts
    const place = typeof line === 'number' && typeof column === 'number' ? { line, column } : {}
    const sentence = (locale: Locale) => OWN[code]?.[locale] ?? sentenceOf(locale, code, facts)
    return { error: code, ...place, fr: sentence('fr'), en: sentence('en') }
  }
  const sentences = sentencesOf(error)
  if (sentences) return { error: codeOf(error), fr: shownValue(sentences.fr), en: shownValue(sentences.en) }
  const why = shownValue(error instanceof Error ? error.message : String(error))
  return { error: codeOf(error), fr: `Ce fichier ne peut pas être lu (${why}).`, en: `This file cannot be read (${why}).` }
}

export const sentenceFor = ({ en, fr }: { fr: string; en: string }): string => say(fr, en)

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'unreadable')
