/** The files dropped on the page, newest first, each with its verdict as soon as it is known. A change of language asks again. */
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { refusalOf } from '#ui/api'
import { useLocale, useTexts } from '#ui/locale'
import { MOST_FILE_BYTES } from '#verdicts/contract'
import { type Verdict, verdicts } from './api.tsx'
import { verdictTexts } from './texts.ts'

/** As many verdicts as one can look through; the command line judges thousands. */
export const MOST_FILES = 100

const MOST_RETRIES = 30
const RETRY_AFTER_MS = 2000

export type Outcome =
  | { readonly state: 'checking' }
  | { readonly state: 'read'; readonly verdict: Verdict }
  | { readonly state: 'refused'; readonly sentence: string; readonly retry?: () => void }

export type Check = { readonly id: number; readonly file: File; readonly outcome: Outcome }

type Dropped = { readonly id: number; readonly file: File }

/** Never the same twice while the application is open: answers are remembered by it. */
let given = 0

export function useChecks() {
  const texts = useTexts(verdictTexts)
  const locale = useLocale()
  const [dropped, setDropped] = useState<readonly Dropped[]>([])
  const [leftOut, setLeftOut] = useState(0)
  const results = useQueries({
    queries: dropped.map(({ file, id }) => ({
      queryKey: [...verdicts.check.key(), id, locale],
      queryFn: () => verdicts.check.call({ file }),
      enabled: file.size <= MOST_FILE_BYTES,
      staleTime: Infinity,
      // Many files at once wait for one another on the server, which lets only so many in.
      retry: (failed: number, error: Error) => refusalOf(error)?.code === 'einvoice_busy' && failed < MOST_RETRIES,
      retryDelay: RETRY_AFTER_MS,
    })),
  })
  const outcomeOf = ({ size }: File, result: (typeof results)[number] | undefined): Outcome => {
    if (size > MOST_FILE_BYTES) return { state: 'refused', sentence: texts.tooLarge }
    if (result?.data) return { state: 'read', verdict: result.data }
    if (!result?.error) return { state: 'checking' }
    const refusal = refusalOf(result.error)
    if (refusal) return { state: 'refused', sentence: refusal.message }
    return { state: 'refused', sentence: texts.unreachable, retry: () => void result.refetch() }
  }
  return {
    checks: dropped.map(({ file, id }, index): Check => ({ id, file, outcome: outcomeOf(file, results[index]) })),
    /** Answers the id of the first of them. */
    add: (files: readonly File[]): number => {
      const first = given + 1
      const added = files.slice(0, MOST_FILES).map((file) => {
        given += 1
        return { id: given, file }
      })
      setLeftOut(files.length - added.length)
      setDropped((before) => [...added, ...before].slice(0, MOST_FILES))
      return first
    },
    /** How many of those dropped last were too many. */
    leftOut,
    clear: () => {
      setDropped([])
      setLeftOut(0)
    },
  }
}
