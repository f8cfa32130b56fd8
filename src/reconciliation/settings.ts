import type { OperationsOf } from '#platform/api'
import type { reconciliationContract } from './contract.ts'
import { matchLater } from './jobs.ts'
import { saveAutomatic } from './store.ts'

/** Switched on, it looks at what waits already. */
export const saveSettings: OperationsOf<typeof reconciliationContract>['saveSettings'] = async (context, { automatic }) => {
  await saveAutomatic(context, automatic)
  if (automatic) await matchLater(context)
  return { automatic }
}
