import { evidenceSentence } from '#reconciliation/contract'
import { useLocale, useTexts } from '#ui/locale'
import type { Payment } from './api.tsx'
import classes from './payments.module.css'
import { paymentTexts } from './texts.ts'

type Props = { evidence: Payment['allocations'][number]['evidence']; automatic: boolean }

/** Why the money was put there, in words. */
export function Evidence({ automatic, evidence }: Props) {
  const texts = useTexts(paymentTexts)
  const locale = useLocale()
  if (!automatic && evidence.length === 0) return null
  return (
    <ul className={classes.evidence}>
      {automatic && <li>{texts.automatic}</li>}
      {evidence.map(({ code, facts }) => (
        <li key={code}>{evidenceSentence({ code, facts }, locale)}</li>
      ))}
    </ul>
  )
}
