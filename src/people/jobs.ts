import type { Database } from '#platform/db'
import type { Jobs, Schedule } from '#platform/jobs'
import { deleteExpired } from './auth-store.ts'

/** What happens by itself: sessions and links that nobody can use any more are swept away at night. */
export const peopleJobs = (database: Database): Jobs => ({ 'people.sweep': () => deleteExpired(database.owner) })

export const peopleSchedules: readonly Schedule[] = [{ job: 'people.sweep', cron: '40 3 * * *' }]
