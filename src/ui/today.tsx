import { useState } from 'react'
import { type Day, dayInParis } from '#core/day'

/** The day in France when the page was opened. */
export function useToday(): Day {
  const [today] = useState(() => dayInParis(new Date()))
  return today
}
