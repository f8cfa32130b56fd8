import type { Operations } from './parts.ts'
import { personOf } from './person.ts'
import * as store from './store.ts'

/** Messages to the person are written in what their browser shows them. */
export const saveLanguage: Operations['saveLanguage'] = async (context, { language }) => {
  await store.saveLanguage(context.db, personOf(context).id, language)
  return {}
}
