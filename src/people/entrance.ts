import { anybodyExists } from './auth-store.ts'
import { asOwner } from './auth-database.ts'
import type { Operations } from './parts.ts'

/** Whether the first owner is still expected. */
export const entrance: Operations['entrance'] = async ({ db }) => ({
  firstOwnerExpected: !(await asOwner(db, () => anybodyExists(db))),
})
