import { useTexts } from '#ui/locale'
import { type Meaning, StatusBadge } from '#ui/status'
import { texts as mailTexts } from '../texts.ts'

export type MailState = 'waiting' | 'sent' | 'kept' | 'failed'

const MEANINGS: Readonly<Record<MailState, Meaning>> = { waiting: 'soon', sent: 'paid', kept: 'plain', failed: 'late' }

export function MailStatus({ state }: { state: MailState }) {
  const texts = useTexts(mailTexts)
  return <StatusBadge meaning={MEANINGS[state]}>{texts.states[state]}</StatusBadge>
}
