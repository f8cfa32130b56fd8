import type { Jobs, Schedule } from '#platform/jobs'
import { type DunningParts, runDunning } from './run.ts'

/** Every hour, so that a day or an hour missed is caught up in the next; outside working hours it does nothing. */
export const dunningJobs = (parts: DunningParts): Jobs => ({ 'dunning.run': () => runDunning(parts) })

export const dunningSchedules: readonly Schedule[] = [{ job: 'dunning.run', cron: '10 * * * *' }]
