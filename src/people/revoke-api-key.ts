import { Refusal } from '#core/refusal'
import { apiKeyRevoked } from './events.ts'
import type { Operations } from './parts.ts'
import { revokeKey } from './store.ts'

export const revokeApiKey: Operations['revokeApiKey'] = async (context, { apiKeyId }) => {
  const name = await revokeKey(context, apiKeyId)
  if (name === undefined) throw new Refusal('not_found', { status: 404 })
  context.record(apiKeyRevoked({}, { apiKeyId, name }))
  return {}
}
