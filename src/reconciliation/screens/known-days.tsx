/** Which days of an account are known: a row a month, a square a day. */
import { Popover, UnstyledButton } from '@mantine/core'
import { formatDay } from '#core/text'
import { DayText } from '#ui/day'
import { useLocale, useTexts } from '#ui/locale'
import type { BankAccount } from './api.tsx'
import classes from './known-days.module.css'
import { monthsOf, type Month } from './rules/calendar.ts'
import { bankTexts } from './texts.ts'

export function KnownDays({ account }: { account: BankAccount }) {
  const texts = useTexts(bankTexts)
  if (account.lastDay === null) return null
  const months = monthsOf(account.calendar)
  return (
    <Popover width={360} position="bottom-start" withinPortal>
      <Popover.Target>
        <UnstyledButton className={classes.until}>
          {texts.knownUntil} <DayText day={account.lastDay} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <table className={classes.calendar}>
          <caption className={classes.caption}>{texts.calendarOf(account.name)}</caption>
          <tbody>
            {months.map((month) => (
              <MonthRow key={month.month} month={month} />
            ))}
          </tbody>
        </table>
        <p className={classes.legend}>
          <span className={classes.day} data-state="known" /> {texts.dayStates.known}
          <span className={classes.day} data-state="missing" /> {texts.dayStates.missing}
          <span className={classes.day} data-state="untold" /> {texts.dayStates.untold}
        </p>
      </Popover.Dropdown>
    </Popover>
  )
}

function MonthRow({ month: { cells, month } }: { month: Month }) {
  const texts = useTexts(bankTexts)
  const locale = useLocale()
  const name = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  )
  const worst = (['missing', 'untold'] as const).find((state) => cells.some((cell) => cell.state === state))
  return (
    <tr>
      <th scope="row" className={classes.month}>
        {name}
      </th>
      <td aria-label={worst ? texts.dayStates[worst] : texts.dayStates.known}>
        <span className={classes.days}>
          {cells.map(({ day, state }) => (
            <span
              key={day}
              className={classes.day}
              data-state={state}
              title={state && `${formatDay(day, locale)} : ${texts.dayStates[state]}`}
            />
          ))}
        </span>
      </td>
    </tr>
  )
}
