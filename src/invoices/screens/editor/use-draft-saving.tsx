/**
 * A draft saves itself: soon after each change, one save at a time, always the latest. Without connection it stays on the device and is
 * tried again; when someone else changed it meanwhile, nothing is overwritten before the person chose.
 */
import { useCallback, useEffect, useRef, useState } from 'react'
import { refusalOf } from '#ui/api'
import { useLatest } from '#ui/latest'
import type { SaveProgress } from '#ui/save'
import { type Invoice, invoices } from '../api.tsx'
import { type DraftValues, inputOf, isBegun } from '../rules/draft-values.ts'
import { forgetDraft, keepDraft } from './kept-draft.ts'

export type DraftProgress = SaveProgress | 'offline' | 'conflict'
export type Place = { readonly id: string; readonly version: number }

type Options = {
  readonly company: string
  readonly values: DraftValues
  /** Where the draft is stored, if it is. */
  readonly start: Place | undefined
  /** What the server holds at the start. */
  readonly startValues: DraftValues
  readonly startsInConflict: boolean
  readonly onAnswer: (answer: Invoice) => void
  readonly onRefused: (error: unknown) => void
  /** Shows the version of the server instead. */
  readonly onTaken: (answer: Invoice) => DraftValues
}

const DELAY_MS = 600
const RETRY_MS = 4000

const writtenOf = (values: DraftValues): string => JSON.stringify(inputOf(values))

/** Without an answer it is worth trying again; a draft changed elsewhere, or issued meanwhile, waits for a choice. */
function troubleOf(error: unknown): 'offline' | 'conflict' | 'refused' {
  const refusal = refusalOf(error)
  if (!refusal || refusal.status >= 500) return 'offline'
  return refusal.code === 'invoice_changed_elsewhere' || refusal.code === 'invoice_not_draft' ? 'conflict' : 'refused'
}

export function useDraftSaving(options: Options) {
  const written = writtenOf(options.values)
  const [progress, setProgress] = useState<DraftProgress>(options.startsInConflict ? 'conflict' : 'idle')
  const [storedWritten, setStoredWritten] = useState(() => writtenOf(options.startValues))
  const latest = useLatest({ ...options, written, progress })
  const stored = useRef({ place: options.start, written: writtenOf(options.startValues) })
  const running = useRef<Promise<boolean>>(undefined)

  /** Saves what is not saved yet; true when everything is. */
  const flush = useCallback(async (): Promise<boolean> => {
    if (running.current) return running.current
    const { promise, resolve } = Promise.withResolvers<boolean>()
    running.current = promise
    let isWell = true
    while (isWell && stored.current.written !== latest.current.written) {
      const { company, onAnswer, onRefused, values, written: sent } = latest.current
      const { place } = stored.current
      if (!place && !isBegun(values)) break
      setProgress('saving')
      try {
        const answer = await (place
          ? invoices.saveDraft.call({ ...inputOf(values), ...place })
          : invoices.createDraft.call(inputOf(values)))
        stored.current = { place: { id: answer.id, version: answer.version }, written: sent }
        setStoredWritten(sent)
        forgetDraft(company, place?.id ?? null)
        onAnswer(answer)
        setProgress('saved')
      } catch (error) {
        isWell = false
        const trouble = troubleOf(error)
        setProgress(trouble)
        if (trouble === 'refused') onRefused(error)
      }
    }
    running.current = undefined
    resolve(isWell)
    return isWell
  }, [latest])

  useEffect(() => {
    if (written === stored.current.written) return undefined
    const { company, progress: now, values } = latest.current
    keepDraft(company, stored.current.place?.id ?? null, { version: stored.current.place?.version ?? null, values })
    if (now === 'conflict') return undefined
    const timer = setTimeout(() => void flush(), DELAY_MS)
    return () => clearTimeout(timer)
  }, [written, flush, latest])

  useEffect(() => {
    if (progress !== 'offline') return undefined
    const again = () => void flush()
    const timer = setInterval(again, RETRY_MS)
    window.addEventListener('online', again)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', again)
    }
  }, [progress, flush])

  useEffect(() => {
    const leave = () => {
      if (latest.current.progress !== 'conflict') void flush()
    }
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [flush, latest])

  const resolve = async (keep: 'mine' | 'theirs') => {
    const place = stored.current.place
    if (!place) return
    const theirs = await invoices.get.call({ id: place.id })
    stored.current.place = { id: theirs.id, version: theirs.version }
    if (keep === 'theirs' || theirs.state !== 'draft') {
      forgetDraft(latest.current.company, place.id)
      stored.current.written = writtenOf(latest.current.onTaken(theirs))
      setStoredWritten(stored.current.written)
      setProgress('saved')
      latest.current.onAnswer(theirs)
      return
    }
    setProgress('waiting')
    await flush()
  }

  const isWaiting = written !== storedWritten && (progress === 'idle' || progress === 'saved') && isBegun(options.values)
  return { progress: isWaiting ? ('waiting' as const) : progress, flush, resolve, place: () => stored.current.place }
}
