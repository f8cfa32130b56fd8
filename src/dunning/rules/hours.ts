/** When a customer may be contacted: working days, 8 to 20 in France. Reminders at night or on Sunday are what the law calls harassment (C. pén. 222-16). */
import { addDays, type Day, dayInParis } from '#core/day'
import { isWorkingDay, workingDayFrom } from '#core/working-day'

const FIRST_HOUR = 8
const END_HOUR = 20

const parisHours = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', hour: '2-digit', hourCycle: 'h23' })

export type Moment = { readonly today: Day; readonly hour: number }

export const momentAt = (instant: Date): Moment => ({ today: dayInParis(instant), hour: Number(parisHours.format(instant)) })

export type Closed = 'closed_day' | 'closed_hour'

/** Why nobody is contacted at this moment; nothing when one may be. */
export function closedAt({ hour, today }: Moment): Closed | undefined {
  if (!isWorkingDay(today)) return 'closed_day'
  return hour < FIRST_HOUR || hour >= END_HOUR ? 'closed_hour' : undefined
}

/** The first day from `wished` on which one may still be contacted. */
export function contactDayFrom(wished: Day, { hour, today }: Moment): Day {
  const over = wished <= today && hour >= END_HOUR
  const from = wished < today ? today : wished
  return workingDayFrom(over ? addDays(today, 1) : from)
}
