/**
 * Saves a draft: one save at a time, always the latest, until the server holds what is written. Without connection it waits to be tried
 * again; when someone else changed the draft meanwhile, nothing is overwritten before a person chose.
 */
import { refusalOf } from '#ui/api'
import { type Invoice, invoices } from '../api.tsx'
import { type DraftValues, inputOf, isBegun } from '../rules/draft-values.ts'

export type Place = { readonly id: string; readonly version: number }
export type SavingStep = 'saving' | 'saved' | 'offline' | 'conflict' | 'refused'

/** What is on the screen now, and who is told. */
export type SaverView = {
  readonly values: DraftValues
  readonly onAnswer: (answer: Invoice, placeBefore: Place | undefined) => void
  readonly onRefused: (error: unknown) => void
  readonly onStep: (step: SavingStep) => void
}

export const writtenOf = (values: DraftValues): string => JSON.stringify(inputOf(values))

export function createSaver(view: { readonly current: SaverView }, start: Place | undefined, startValues: DraftValues) {
  let stored = { place: start, written: writtenOf(startValues) }
  let running: Promise<boolean> | undefined

  async function saveAll(): Promise<boolean> {
    while (stored.written !== writtenOf(view.current.values)) {
      const { onAnswer, onRefused, onStep, values } = view.current
      const { place } = stored
      if (!place && !isBegun(values)) return true
      onStep('saving')
      try {
        const input = inputOf(values)
        const answer = await (place ? invoices.saveDraft.call({ ...input, ...place }) : invoices.createDraft.call(input))
        stored = { place: { id: answer.id, version: answer.version }, written: writtenOf(values) }
        onAnswer(answer, place)
      } catch (error) {
        const trouble = troubleOf(error)
        onStep(trouble)
        if (trouble === 'refused') onRefused(error)
        return false
      }
    }
    view.current.onStep('saved')
    return true
  }

  return {
    /** Saves what is not saved yet; true when everything is. */
    flush: (): Promise<boolean> => {
      running ??= saveAll().finally(() => {
        running = undefined
      })
      return running
    },
    isDirty: (written: string): boolean => written !== stored.written,
    place: (): Place | undefined => stored.place,
    /** Goes on from what the server holds now; with values, they are what it holds. */
    restartFrom: (place: Place, values?: DraftValues): void => {
      stored = { place, written: values ? writtenOf(values) : stored.written }
    },
  }
}

/** Without an answer it is worth trying again; a draft changed elsewhere, or issued meanwhile, waits for a choice. */
function troubleOf(error: unknown): 'offline' | 'conflict' | 'refused' {
  const refusal = refusalOf(error)
  if (!refusal || refusal.status >= 500) return 'offline'
  return refusal.code === 'invoice_changed_elsewhere' || refusal.code === 'invoice_not_draft' ? 'conflict' : 'refused'
}
