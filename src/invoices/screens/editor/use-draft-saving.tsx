/** A draft saves itself soon after each change, when the connection comes back, and when the page is left. */
import { useEffect, useState } from 'react'
import { useLatest } from '#ui/latest'
import type { SaveProgress } from '#ui/save'
import { type Invoice, invoices } from '../api.tsx'
import { type DraftValues, isBegun } from '../rules/draft-values.ts'
import { createSaver, type Place, type SaverView, writtenOf } from './draft-saver.ts'
import { forgetDraft, keepDraft } from './kept-draft.ts'

export type DraftProgress = SaveProgress | 'offline' | 'conflict'

type Options = Omit<SaverView, 'onStep'> & {
  readonly company: string
  /** Where the draft is stored, if it is, and what the server holds of it. */
  readonly start: Place | undefined
  readonly startValues: DraftValues
  readonly startsInConflict: boolean
  /** Shows the version of the server instead. */
  readonly onTaken: (answer: Invoice) => DraftValues
}

const DELAY_MS = 600
const RETRY_MS = 4000

export function useDraftSaving({ company, onAnswer, onRefused, onTaken, start, startsInConflict, startValues, values }: Options) {
  const [progress, setProgress] = useState<DraftProgress>(startsInConflict ? 'conflict' : 'idle')
  const [savedWritten, setSavedWritten] = useState(() => writtenOf(startValues))
  const view = useLatest({
    company,
    values,
    progress,
    onRefused,
    onTaken,
    onStep: setProgress,
    onAnswer: (answer: Invoice, before: Place | undefined) => {
      setSavedWritten(writtenOf(values))
      forgetDraft(company, before?.id ?? null)
      onAnswer(answer, before)
    },
  })
  const [saver] = useState(() => createSaver(view, start, startValues))
  const written = writtenOf(values)

  useEffect(() => {
    const now = view.current
    if (!saver.isDirty(written)) return undefined
    const place = saver.place()
    keepDraft(now.company, place?.id ?? null, { version: place?.version ?? null, values: now.values })
    if (now.progress === 'conflict') return undefined
    const timer = setTimeout(() => void saver.flush(), DELAY_MS)
    return () => clearTimeout(timer)
  }, [written, saver, view])

  useEffect(() => {
    if (progress !== 'offline') return undefined
    const again = () => void saver.flush()
    const timer = setInterval(again, RETRY_MS)
    window.addEventListener('online', again)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', again)
    }
  }, [progress, saver])

  useEffect(() => {
    const leave = () => {
      if (view.current.progress !== 'conflict') void saver.flush()
    }
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [saver, view])

  const resolve = async (keep: 'mine' | 'theirs') => {
    const place = saver.place()
    if (!place) return
    const theirs = await invoices.get.call({ id: place.id })
    const now = { id: theirs.id, version: theirs.version }
    if (keep === 'theirs' || theirs.state !== 'draft') {
      const taken = onTaken(theirs)
      saver.restartFrom(now, taken)
      setSavedWritten(writtenOf(taken))
      forgetDraft(company, place.id)
      setProgress('saved')
      onAnswer(theirs, place)
      return
    }
    saver.restartFrom(now)
    await saver.flush()
  }

  const isWaiting = written !== savedWritten && (progress === 'idle' || progress === 'saved') && isBegun(values)
  const shown: DraftProgress = isWaiting ? 'waiting' : progress
  return { progress: shown, flush: saver.flush, resolve, place: saver.place }
}
