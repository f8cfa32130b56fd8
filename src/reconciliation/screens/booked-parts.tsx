/** Accounts with the part of a line that goes to each. */
import { formatMoney, formatRate } from '#core/text'
import { useLocale, useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import type { Booking } from './api.tsx'
import classes from './booked-parts.module.css'
import { operationTexts } from './texts-operations.ts'

export function BookedParts({ parts }: { parts: Booking['parts'] }) {
  const texts = useTexts(operationTexts)
  const locale = useLocale()
  return (
    <ul className={classes.parts} aria-label={texts.whereTo}>
      {parts.map((part) => (
        <li key={`${part.account} ${part.amount}`} className={classes.part}>
          <span>
            <span className={classes.number}>{part.account}</span> {part.accountLabel !== part.account && part.accountLabel}
            {part.vatRate !== null && part.vat !== '0.00' && (
              <span className={classes.vat}>
                {' '}
                {texts.vatIncluded(formatMoney(part.vat, locale))} ({formatRate(part.vatRate, locale)})
              </span>
            )}
          </span>
          <Money value={part.amount} />
        </li>
      ))}
    </ul>
  )
}
