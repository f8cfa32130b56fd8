import { useTexts } from '#ui/locale'
import { type Meaning, StatusBadge } from '#ui/status'
import type { PaymentRow } from './api.tsx'
import { paymentTexts } from './texts.ts'

type State = keyof (typeof paymentTexts.fr)['states']

const MEANINGS: Readonly<Record<State, Meaning>> = { allocated: 'paid', part: 'soon', open: 'soon', reversed: 'draft', refund: 'draft' }

export function paymentState({ amount, open, reversedOn }: Pick<PaymentRow, 'amount' | 'open' | 'reversedOn'>): State {
  if (reversedOn !== null) return 'reversed'
  if (amount.startsWith('-')) return 'refund'
  if (open === '0.00') return 'allocated'
  return open === amount ? 'open' : 'part'
}

export function PaymentStatus({ payment }: { payment: Pick<PaymentRow, 'amount' | 'open' | 'reversedOn'> }) {
  const texts = useTexts(paymentTexts)
  const state = paymentState(payment)
  return <StatusBadge meaning={MEANINGS[state]}>{texts.states[state]}</StatusBadge>
}
