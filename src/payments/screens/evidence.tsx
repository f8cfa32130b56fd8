import { useTexts } from '#ui/locale'
import type { Payment } from './api.tsx'
import classes from './payments.module.css'
import { paymentTexts } from './texts.ts'

type Props = { evidence: Payment['allocations'][number]['evidence']; automatic: boolean }

/** Why the money was put there, in words. */
export function Evidence({ automatic }: Props) {
  const texts = useTexts(paymentTexts)
  if (!automatic) return null
  return (
    <ul className={classes.evidence}>
      <li>{texts.automatic}</li>
    </ul>
  )
}
