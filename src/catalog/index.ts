import type { OperationsOf } from '#platform/api'
import { archiveItem } from './archive.ts'
import type { catalogContract } from './contract.ts'
import { createItem } from './create.ts'
import { getItem } from './get.ts'
import { list } from './list.ts'
import { saveItem } from './save.ts'
import { fields, refusals } from './texts.ts'

export { knownItems } from './store.ts'

export const catalogOperations: OperationsOf<typeof catalogContract> = {
  list,
  get: getItem,
  create: createItem,
  save: saveItem,
  archive: archiveItem,
}
export const catalogTexts = { refusals, fields }
