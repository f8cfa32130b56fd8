import { DayText } from '#ui/day'
import { Section } from '#ui/facts'
import { useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import { StatusBadge } from '#ui/status'
import { useToday } from '#ui/today'
import type { Invoice } from '../api.tsx'
import { documentTexts } from '../texts-document.ts'
import classes from './facts.module.css'

/** When money falls due, and what is already paid. */
export function Instalments({ instalments }: { instalments: Invoice['instalments'] }) {
  const texts = useTexts(documentTexts)
  const today = useToday()
  return (
    <Section title={texts.instalments}>
      <ul className={classes.rows}>
        {instalments.map(({ amount, dueOn, open }) => {
          const isPaid = open === '0.00' && amount !== '0.00'
          return (
            <li key={dueOn} className={classes.row}>
              <span>
                <DayText day={dueOn} /> {isPaid && <StatusBadge meaning="paid">{texts.paid}</StatusBadge>}
                {!isPaid && dueOn < today && <StatusBadge meaning="late">{texts.late}</StatusBadge>}
              </span>
              <span className={isPaid ? classes.paid : undefined}>
                <Money value={isPaid ? amount : open} />
                {!isPaid && open !== amount && (
                  <div className={classes.quiet}>
                    {texts.ofAmount} <Money value={amount} />
                  </div>
                )}
              </span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
