/** Work after the commit, and what happens by itself. */
import type { Id } from '#core/ids'
import { dunningJobs, dunningSchedules } from '#dunning'
import { archiveWaiting } from '#invoices'
import { type MailSettings, sendMail } from '#mail'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/db'
import type { Jobs, Schedule } from '#platform/jobs'
import type { WriteDoor } from '#platform/write-door'
import { peopleJobs, peopleSchedules } from '#people'
import type { Outgoing } from '#portal'
import { longImportJobs, reconciliationJobs } from '#reconciliation'

export type JobParts = {
  readonly database: Database
  readonly clock: Clock
  readonly write: WriteDoor
  readonly mail: MailSettings
  readonly outgoing: Outgoing
}

export function createJobs(parts: JobParts): Jobs {
  return {
    ...peopleJobs(parts.database),
    ...dunningJobs(parts),
    ...reconciliationJobs(parts.write),
    ...longImportJobs(parts),
    'invoices.archive': ({ companyId }) => archiveWaiting(parts.write, companyId),
    'mail.send': ({ companyId, mailId }) => sendMail(parts, { companyId, mailId: mailId as Id }),
  }
}

export const schedules: readonly Schedule[] = [...peopleSchedules, ...dunningSchedules]
