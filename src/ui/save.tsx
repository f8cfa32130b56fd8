/** Saving: by itself while one types, or by a button; either way told quietly. */
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { type MutationObserverOptions, type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type RefusableForm, showRefusal } from './form.tsx'
import { useLatest } from './latest.tsx'
import { useTexts } from './locale.tsx'
import { notifyRefused } from './notify.tsx'
import classes from './save.module.css'
import { uiTexts } from './texts.tsx'

export type SaveProgress = 'idle' | 'waiting' | 'saving' | 'saved' | 'refused'

type SaveOptions<Output> = {
  /** Where the refused fields are shown; without it the refusal is a notification. */
  readonly form?: RefusableForm
  /** Query keys that the change makes old: `[invoices.key(), customers.key()]`. */
  readonly refreshes?: readonly QueryKey[]
  readonly onSaved?: (output: Output) => void
}

/** `const { save, saving } = useSave(customers.create.mutationOptions(), { form, refreshes: [customers.key()], onSaved: … })`. */
export function useSave<Input, Output, Problem extends Error>(
  mutation: Pick<MutationObserverOptions<Output, Problem, Input>, 'mutationFn' | 'mutationKey'>,
  { form, refreshes = [], onSaved }: SaveOptions<Output> = {},
) {
  const queries = useQueryClient()
  const underWay = useRef<string>(undefined)
  const run = useMutation<Output, Problem, Input>({
    ...mutation,
    onSuccess: async (output) => {
      await Promise.all(refreshes.map((queryKey) => queries.invalidateQueries({ queryKey })))
      onSaved?.(output)
    },
    onError: (error) => (form ? showRefusal(form, error) : notifyRefused(error)),
    onSettled: () => {
      underWay.current = undefined
    },
  })
  const { mutate } = run
  const save = useCallback(
    (input: Input) => {
      const asked = written(input)
      if (asked === underWay.current) return
      underWay.current = asked
      mutate(input)
    },
    [mutate],
  )
  const progress: SaveProgress = run.isPending ? 'saving' : run.isError ? 'refused' : run.isSuccess ? 'saved' : 'idle'
  return { save, saving: run.isPending, progress, error: run.error }
}

/** The second click of a double click asks the same; two files are never the same. */
const written = (input: unknown): string =>
  JSON.stringify(input, (_, value: unknown) => (value instanceof Blob ? crypto.randomUUID() : value)) ?? ''

/** Long enough not to save at each letter, short enough to be done when one looks up. */
const AUTOSAVE_DELAY_MS = 700

/**
 * Saves `value` by itself soon after it changed, never twice at once, always the latest; also when the page is left.
 * `save` rejects when refused; `onRefused` may show the fields (`(error) => showRefusal(form, error)`).
 */
export function useAutosave<Value>(
  value: Value,
  save: (value: Value) => Promise<unknown>,
  onRefused: (error: unknown) => void,
): SaveProgress {
  const [progress, setProgress] = useState<SaveProgress>('idle')
  const written = JSON.stringify(value)
  const latest = useLatest({ value, written, save, onRefused })
  const stored = useRef(written)
  const running = useRef(false)

  const store = useCallback(async () => {
    if (running.current) return
    running.current = true
    while (stored.current !== latest.current.written) {
      const attempt = latest.current
      setProgress('saving')
      stored.current = attempt.written
      const refusal = await attempt.save(attempt.value).then(
        () => undefined,
        (error: unknown) => ({ error }),
      )
      setProgress(refusal ? 'refused' : 'saved')
      if (refusal) attempt.onRefused(refusal.error)
    }
    running.current = false
  }, [latest])

  useEffect(() => {
    if (written === stored.current) return undefined
    setProgress('waiting')
    const timer = setTimeout(() => void store(), AUTOSAVE_DELAY_MS)
    return () => clearTimeout(timer)
  }, [written, store])

  useEffect(() => {
    const leave = () => void store()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [store])

  return progress
}

/** « Enregistré », in grey, where one looks but is not disturbed. Keeps its place while empty. */
export function SaveState({ progress }: { progress: SaveProgress }) {
  const texts = useTexts(uiTexts)
  const busy = progress === 'saving' || progress === 'waiting'
  return (
    <output className={classes.state} data-progress={progress}>
      {progress === 'saved' && <IconCheck size={14} aria-hidden />}
      {progress === 'refused' && <IconAlertTriangle size={14} aria-hidden />}
      {busy && texts.saving}
      {progress === 'saved' && texts.saved}
      {progress === 'refused' && texts.notSaved}
    </output>
  )
}
