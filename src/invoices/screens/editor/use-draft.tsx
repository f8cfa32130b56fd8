/** The draft on the screen: what is typed, its sums, its saving, and where the cursor should be. */
import { useQueryClient } from '@tanstack/react-query'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { fieldErrors } from '#ui/form'
import { notifyRefused } from '#ui/notify'
import { type Invoice, invoices, type Paper } from '../api.tsx'
import { changeLine, lineAfter, lineAtEnd, type LinePatch, movedLine, withoutLine, withUsualVat } from '../rules/draft-changes.ts'
import { blankDraft, type DraftValues, valuesOf } from '../rules/draft-values.ts'
import { type FieldPlace, fieldOfFailure } from '../rules/field-of-failure.ts'
import { liveTotals } from '../rules/live-totals.ts'
import { territoryOf, useVat } from '../vat-menu.tsx'
import { focusField, focusLine } from './focus.tsx'
import { keptDraft } from './kept-draft.ts'
import type { Place } from './draft-saver.ts'
import { useDraftSaving } from './use-draft-saving.tsx'

export type DraftProps = {
  readonly company: string
  readonly invoice: Invoice | undefined
  readonly blankPaper: Paper | undefined
  readonly customerId: string | null
  readonly onBorn: (id: string) => void
}

const NO_USUAL = { goods: 'FR_20', service: 'FR_20' }

export function useDraft({ blankPaper, company, customerId, invoice, onBorn }: DraftProps) {
  const queries = useQueryClient()
  const vat = useVat(territoryOf((invoice?.paper ?? blankPaper)?.seller.address.postcode ?? ''))
  const [opening] = useState(() => openDraft(company, invoice, blankPaper, customerId))
  const [values, setValues] = useState(opening.values)
  const [answer, setAnswer] = useState(invoice)
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const usual = useRef(opening.usual)
  const cursor = useRef<string>(undefined)

  const taken = (theirs: Invoice): DraftValues => {
    const next = valuesOf(theirs, usual.current.service)
    setValues(next)
    return next
  }
  const answered = (next: Invoice, placeBefore: Place | undefined) => {
    queries.setQueryData(invoices.get.queryKey({ input: { id: next.id } }), next)
    void queries.invalidateQueries({ queryKey: invoices.list.key() })
    void queries.invalidateQueries({ queryKey: invoices.views.key() })
    const before = usual.current
    usual.current = next.paper.usualVat
    setValues((now) => withUsualVat(now, before, next.paper.usualVat))
    setErrors({})
    setAnswer(next)
    if (!placeBefore) onBorn(next.id)
  }
  const refused = (error: unknown) => {
    const byField = fieldErrors(error)
    setErrors(byField)
    if (Object.keys(byField).length === 0) notifyRefused(error)
  }
  const saving = useDraftSaving({
    company,
    values,
    start: invoice && { id: invoice.id, version: invoice.version },
    startValues: opening.stored,
    startsInConflict: opening.inConflict,
    onAnswer: answered,
    onRefused: refused,
    onTaken: taken,
  })

  useLayoutEffect(() => {
    if (cursor.current === undefined) return
    focusLine(cursor.current, 'name')
    cursor.current = undefined
  })

  const go = (next: { values: DraftValues; focus: string }) => {
    cursor.current = next.focus
    setValues(next.values)
    if (next.values === values) focusLine(next.focus, 'name')
  }
  const live = useMemo(() => liveTotals(values, vat.vatOf), [values, vat])
  const placeOf = (path: string | null): FieldPlace | undefined => fieldOfFailure(path, values)

  return {
    values,
    vat,
    live,
    saving,
    invoice: answer,
    paper: answer?.paper ?? blankPaper,
    kind: answer?.kind ?? 'invoice',
    errorOf: (field: string): string | undefined => errors[field],
    errorOfLine: (key: string, field: string): string | undefined =>
      Object.entries(errors).find(([path]) => {
        const place = fieldOfFailure(path, values)
        return place?.on === 'line' && place.key === key && place.field === field
      })?.[1],
    placeOf,
    goTo: (place: FieldPlace | undefined) => {
      if (place?.on === 'line') focusLine(place.key, place.field)
      if (place?.on === 'page') focusField(place.field)
    },
    change: (patch: Partial<DraftValues>) => setValues((now) => ({ ...now, ...patch })),
    changeLine: (key: string, patch: LinePatch) => setValues((now) => changeLine(now, key, patch)),
    moveLine: (key: string, step: -1 | 1) => setValues((now) => movedLine(now, key, step)),
    addAfter: (key: string) => go(lineAfter(values, key, usual.current.service)),
    addAtEnd: () => go(lineAtEnd(values, usual.current.service)),
    removeLine: (key: string) => go(withoutLine(values, key, usual.current.service)),
  }
}

export type Draft = ReturnType<typeof useDraft>

/** What the editor begins with: what was typed on this device and never reached the server comes first. */
function openDraft(company: string, invoice: Invoice | undefined, blankPaper: Paper | undefined, customerId: string | null) {
  const usual = (invoice?.paper ?? blankPaper)?.usualVat ?? NO_USUAL
  const blank = blankDraft(usual.service)
  const stored = invoice ? valuesOf(invoice, usual.service) : blank
  const kept = keptDraft(company, invoice?.id ?? null)
  if (!kept) return { usual, stored, values: customerId === null ? stored : { ...stored, customerId }, inConflict: false }
  return { usual, stored, values: kept.values, inConflict: invoice !== undefined && kept.version !== invoice.version }
}
