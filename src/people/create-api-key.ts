import { apiKeyCreated } from './events.ts'
import type { Operations } from './parts.ts'
import { personOf } from './person.ts'
import { insertApiKey } from './store.ts'
import { API_KEY_PREFIX, newToken } from './tokens.ts'

const ENDING_LENGTH = 4

/** Makes a key for a program; its secret leaves here once and is kept only as a hash. */
export const createApiKey: Operations['createApiKey'] = async (context, { name, role }) => {
  const { token: secret, sha256 } = newToken(API_KEY_PREFIX)
  const id = context.newId()
  const createdBy = personOf(context).id
  await insertApiKey(context, { id, name, role, secretSha256: sha256, ending: secret.slice(-ENDING_LENGTH), createdBy })
  context.record(apiKeyCreated({}, { apiKeyId: id, name, role }))
  return { id, secret }
}
