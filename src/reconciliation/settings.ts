import type { OperationsOf } from '#platform/api'
import type { reconciliationContract } from './contract.ts'
import { matchLater } from './jobs.ts'
import { saveAutomatic } from './store.ts'

/** Allowed more, it looks at what waits already. */
export const saveSettings: OperationsOf<typeof reconciliationContract>['saveSettings'] = async (context, { automatic }) => {
  await saveAutomatic(context, automatic)
  if (automatic !== 'off') await matchLater(context)
  return { automatic }
}
