/** Issuing from the editor: what still lacks is shown where it is mended; then one confirmation, and the number is given. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { refusalOf } from '#ui/api'
import { useLocale, useTexts } from '#ui/locale'
import { notifyDone, notifyRefused } from '#ui/notify'
import { invoices } from '../api.tsx'
import { formatMoney } from '#core/text'
import { documentTexts } from '../texts-document.ts'
import { spokenLines } from '../rules/draft-values.ts'
import { focusField } from './focus.tsx'
import type { Draft } from './use-draft.tsx'

export function useIssue(draft: Draft) {
  const queries = useQueryClient()
  const texts = useTexts(documentTexts)
  const locale = useLocale()
  const [asking, setAsking] = useState<{ send: boolean }>()
  const [busy, setBusy] = useState(false)
  const [complaint, setComplaint] = useState<string>()

  const complain = (sentence: string, go: () => void) => {
    setComplaint(sentence)
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
      notifyDone(send && recipient ? texts.issuedAndSent(issued.number, amount, recipient) : texts.issued(issued.number, amount))
      await queries.invalidateQueries()
    } catch (error) {
      const field = refusalOf(error)?.data?.field
      setAsking(undefined)
      if (field) setComplaint(refusalOf(error)?.message)
      else notifyRefused(error)
      draft.goTo(draft.placeOf(field ?? null))
    } finally {
      setBusy(false)
    }
  }

  return { asking, busy, complaint, ask, confirm, cancel: () => setAsking(undefined) }
}

export type Issue = ReturnType<typeof useIssue>
