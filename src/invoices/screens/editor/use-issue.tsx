/** Issuing from the editor: what still lacks is shown where it is mended; then one confirmation, and the number is given. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { refusalOf } from '#ui/api'
import { useLocale, useTexts } from '#ui/locale'
import { notifyDone, notifyRefused } from '#ui/notify'
import { invoices, mail } from '../api.tsx'
import { formatMoney } from '#core/text'
import { documentTexts } from '../texts-document.ts'
import { spokenLines } from '../rules/draft-values.ts'
import { focusField } from './focus.tsx'
import type { Draft } from './use-draft.tsx'

export function useIssue(draft: Draft) {
  const queries = useQueryClient()
  const texts = useTexts(documentTexts)
  const locale = useLocale()
  const { data: server } = useQuery(mail.server.queryOptions())
  const [asking, setAsking] = useState<{ send: boolean }>()
  const [busy, setBusy] = useState(false)
  const [complaint, setComplaint] = useState<{ sentence: string; about: unknown }>()

  const complain = (sentence: string, go: () => void) => {
    setComplaint({ sentence, about: draft.values })
    go()
  }

  /** Opens the confirmation, or moves to what is missing. */
  const ask = async (send = true) => {
    if (busy) return
    setComplaint(undefined)
    if (draft.values.customerId === null) return complain(texts.customerMissing, () => focusField('customerId'))
    if (spokenLines(draft.values).length === 0) return complain(texts.linesMissing, () => draft.goTo(draft.placeOf('lines')))
    setBusy(true)
    const saved = await draft.saving.flush()
    setBusy(false)
    if (!saved) return undefined
    const place = draft.saving.place()
    const judged = place && queries.getQueryData(invoices.get.queryKey({ input: { id: place.id } }))
    const [failure] = judged?.failures ?? []
    if (failure) return complain(failure.sentence, () => draft.goTo(draft.placeOf(failure.field)))
    setAsking({ send })
    return undefined
  }

  const confirm = async (send: boolean, to: string | undefined) => {
    const place = draft.saving.place()
    if (!place) return
    setBusy(true)
    try {
      const issued = await invoices.issue.call({ id: place.id, send, ...(send && to !== undefined && { to: [to] }) })
      const amount = formatMoney(issued.total, locale)
      const recipient = to ?? draft.invoice?.customer?.recipient
      setAsking(undefined)
      const done = texts.issued[draft.kind](issued.number, amount)
      const andMailed = server?.leaves === false ? texts.andKept : texts.andSent
      notifyDone(send && recipient ? andMailed(done, recipient) : done)
      await queries.invalidateQueries()
    } catch (error) {
      const field = refusalOf(error)?.data?.field
      setAsking(undefined)
      if (field) setComplaint({ sentence: refusalOf(error)?.message ?? '', about: draft.values })
      else notifyRefused(error)
      draft.goTo(draft.placeOf(field ?? null))
    } finally {
      setBusy(false)
    }
  }

  // What was said of the draft no longer holds once it changed.
  const said = complaint?.about === draft.values ? complaint?.sentence : undefined
  return { asking, busy, complaint: said, ask, confirm, cancel: () => setAsking(undefined) }
}

export type Issue = ReturnType<typeof useIssue>
