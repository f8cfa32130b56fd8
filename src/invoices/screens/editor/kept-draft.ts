/** What was typed and not yet saved stays in the browser: a lost connection or a closed page loses nothing. */
import type { DraftValues } from '../rules/draft-values.ts'

export type KeptDraft = {
  /** Of the draft it was typed on; nothing for one never saved. */
  readonly version: number | null
  readonly values: DraftValues
}

const nameOf = (company: string, id: string | null): string => `encours.draft.${company}.${id ?? 'new'}`

export function keepDraft(company: string, id: string | null, kept: KeptDraft): void {
  try {
    localStorage.setItem(nameOf(company, id), JSON.stringify(kept))
  } catch {
    // A full or forbidden storage takes nothing away from the saving itself.
  }
}

export function forgetDraft(company: string, id: string | null): void {
  localStorage.removeItem(nameOf(company, id))
}

export function keptDraft(company: string, id: string | null): KeptDraft | undefined {
  const text = localStorage.getItem(nameOf(company, id))
  if (text === null) return undefined
  try {
    return JSON.parse(text) as KeptDraft
  } catch {
    return undefined
  }
}
