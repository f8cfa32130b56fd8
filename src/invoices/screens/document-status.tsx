import { useTexts } from '#ui/locale'
import { type Meaning, StatusBadge } from '#ui/status'
import type { InvoiceState } from './api.tsx'
import { documentTexts } from './texts-document.ts'

const MEANINGS: Readonly<Record<InvoiceState, Meaning>> = {
  draft: 'draft',
  open: 'plain',
  late: 'late',
  settled: 'paid',
  credited: 'draft',
}

/** Where a document stands, in one word. A credit note is not paid: it is to be used, then used. */
export function DocumentStatus({ kind, state }: { kind: 'invoice' | 'credit_note'; state: InvoiceState }) {
  const texts = useTexts(documentTexts)
  const word = kind === 'credit_note' && state !== 'draft' ? texts.creditStates[state] : texts.states[state]
  return <StatusBadge meaning={MEANINGS[state]}>{word}</StatusBadge>
}
