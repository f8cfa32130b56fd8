import { IconCircleCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { DaysLate } from '#ui/day'
import { useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import type { Home } from './api.tsx'
import classes from './home.module.css'
import { screenTexts } from './texts.ts'

/** Who has been late for the longest; a name opens what they owe. */
export function LateCustomers({ customers, company }: { customers: Home['oldestLate']; company: string }) {
  const texts = useTexts(screenTexts)
  if (customers.length === 0) {
    return (
      <div className={classes.done}>
        <IconCircleCheck size={20} aria-hidden />
        {texts.nobodyLate}
      </div>
    )
  }
  return (
    <ul className={classes.lines}>
      {customers.map(({ customerId, customerName, daysLate, late }) => (
        <li key={customerId} className={classes.line}>
          <Link to="/$company/balance-agee" params={{ company }} search={{ panel: customerId }} className={classes.link}>
            <span className={classes.words}>{customerName}</span>
            <DaysLate days={daysLate} />
            <span className={classes.amount}>
              <Money value={late} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
