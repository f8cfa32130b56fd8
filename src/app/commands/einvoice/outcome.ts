import { Refusal } from '#core/refusal'
import type { Locale } from '#core/text'
import { texts } from '#einvoice'
import { sentencesOf } from '../../command-failures.ts'
import { say } from '../say.ts'

/** Exit codes of every command on files: all well, some invalid or not whole, some that could not be read at all. */
export const ALL_VALID = 0
export const SOME_INVALID = 1
export const SOME_UNREADABLE = 2

export type Unread = { readonly error: string; readonly fr: string; readonly en: string }

/** Why a file could not be read: ours by its code, the disk's by its own. */
export function unread(error: unknown): Unread {
  if (error instanceof Refusal) return { error: error.code, fr: sentenceOf(error.code, 'fr'), en: sentenceOf(error.code, 'en') }
  const sentences = sentencesOf(error)
  if (sentences) return { error: codeOf(error), ...sentences }
  throw error
}

export const sentenceFor = ({ en, fr }: { fr: string; en: string }): string => say(fr, en)

function sentenceOf(code: string, locale: Locale): string {
  const sentences: Readonly<Record<string, string>> = texts[locale].refusals
  return sentences[code] ?? code
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'unreadable')
