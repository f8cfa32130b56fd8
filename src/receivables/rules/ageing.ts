/** The columns of the aged balance, by days past the due day. A person reads the aged balance by them; so does the SQL. */
import { type Day, daysBetween } from '#core/day'

export const BUCKETS = ['notDue', 'to30', 'to60', 'to90', 'to120', 'over120'] as const
export type Bucket = (typeof BUCKETS)[number]

/** First day late of each bucket after the first. */
export const BUCKET_STARTS = [1, 31, 61, 91, 121] as const

/** Days past the due day; 0 when it is not past. */
export function daysLate(dueOn: Day, asOf: Day): number {
  return Math.max(0, daysBetween(dueOn, asOf))
}

export function bucketOf(late: number): Bucket {
  const index = BUCKET_STARTS.filter((start) => late >= start).length
  return BUCKETS[index] ?? 'over120'
}
