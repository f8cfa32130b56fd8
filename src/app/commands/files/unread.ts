import { Refusal } from '#core/refusal'
import type { Locale } from '#core/text'
import { sentencesOf } from '../../command-failures.ts'
import { say } from '../say.ts'

/** Exit codes of every command on files: all well, some wrong or not whole, some that could not be read at all. */
export const ALL_WELL = 0
export const SOME_WRONG = 1
export const SOME_UNREADABLE = 2

export type Unread = { readonly error: string; readonly fr: string; readonly en: string }

/** What a capability says of its refusals. */
export type SentenceOf = (locale: Locale, code: string, facts: Refusal['facts']) => string

/** Why a file could not be read: ours by its code, the disk's by its own. */
export function unread(error: unknown, sentenceOf: SentenceOf): Unread {
  if (error instanceof Refusal) {
    const { code, facts } = error
    return { error: code, fr: sentenceOf('fr', code, facts), en: sentenceOf('en', code, facts) }
  }
  const sentences = sentencesOf(error)
  if (sentences) return { error: codeOf(error), ...sentences }
  throw error
}

export const sentenceFor = ({ en, fr }: { fr: string; en: string }): string => say(fr, en)

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'unreadable')
