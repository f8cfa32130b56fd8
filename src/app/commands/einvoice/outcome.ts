import { Refusal } from '#core/refusal'
import type { Locale } from '#core/text'
import { refusalSentence, shownValue } from '#einvoice'
import { readingsTexts } from '#readings'
import { sentencesOf } from '../../command-failures.ts'
import { say } from '../say.ts'

/** Exit codes of every command on files: all well, some invalid or not whole, some that could not be read at all. */
export const ALL_VALID = 0
export const SOME_INVALID = 1
export const SOME_UNREADABLE = 2

export type Unread = {
  readonly error: string
  /** Where the fault stands, when it has a place. */
  readonly line?: number
  readonly column?: number
  readonly fr: string
  readonly en: string
}

/** Refusals of the command itself, on top of those of the library. */
const OWN: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  not_a_file: {
    fr: 'Ce n’est pas un fichier : c’est un tube ou un périphérique.',
    en: 'This is no file: it is a pipe or a device.',
  },
}

/** Why a file could not be read: ours by its code, the disk's by its own. One file is never the end of the others. */
export function unread(error: unknown): Unread {
  if (error instanceof Refusal) {
    const { line, column } = error.facts
    const place = typeof line === 'number' && typeof column === 'number' ? { line, column } : {}
    return { error: error.code, ...place, fr: sentenceOf(error, 'fr'), en: sentenceOf(error, 'en') }
  }
  const sentences = sentencesOf(error)
  if (sentences) return { error: codeOf(error), fr: shownValue(sentences.fr), en: shownValue(sentences.en) }
  const why = shownValue(error instanceof Error ? error.message : String(error))
  return { error: codeOf(error), fr: `Ce fichier ne peut pas être lu (${why}).`, en: `This file cannot be read (${why}).` }
}

export const sentenceFor = ({ en, fr }: { fr: string; en: string }): string => say(fr, en)

function sentenceOf({ code, facts }: Refusal, locale: Locale): string {
  if (code === 'einvoice_too_long_to_draw') return readingsTexts.refusals[locale][code](facts)
  return refusalSentence(code, facts, locale) ?? OWN[code]?.[locale] ?? code
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'unreadable')
