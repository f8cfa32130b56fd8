import type { OperationsOf } from '#platform/api'
import type { Outgoing } from '#portal'
import type { dunningContract } from './contract.ts'
import { history, posted } from './history.ts'
import { next } from './next.ts'
import { preview } from './preview.ts'
import { sendNow } from './send-now.ts'
import { saveSettings, settings } from './settings.ts'
import { fields, refusals } from './texts.ts'
import { worklist } from './worklist.ts'

export { dunningJobs, dunningSchedules } from './jobs.ts'

/** Reminders hold links that only this installation can sign, so their maker is handed in. */
export function createDunningOperations(outgoing: Outgoing): OperationsOf<typeof dunningContract> {
  return { next, worklist, history, settings, saveSettings, preview, sendNow: sendNow(outgoing), posted }
}
export const dunningTexts = { refusals, fields }
