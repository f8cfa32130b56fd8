import type { OperationsOf } from '#platform/api'
import { archiveCustomer } from './archive.ts'
import type { customersContract } from './contract.ts'
import { createCustomer } from './create.ts'
import { getCustomer } from './get.ts'
import { customerViews, list } from './list.ts'
import { saveCustomer } from './save.ts'
import { fields, refusals } from './texts.ts'

export { type ContactRow, contactsOf, type CustomerRow, findCustomer } from './store.ts'

export const customersOperations: OperationsOf<typeof customersContract> = {
  list,
  views: customerViews,
  get: getCustomer,
  create: createCustomer,
  save: saveCustomer,
  archive: archiveCustomer,
}
export const customersTexts = { refusals, fields }
