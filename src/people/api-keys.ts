import type { Operations } from './parts.ts'
import type { ApiKeyRole } from './rules/permissions.ts'
import { liveApiKeys } from './store.ts'

export const apiKeys: Operations['apiKeys'] = async (context) => {
  const rows = await liveApiKeys(context)
  return {
    rows: rows.map((row) => ({
      id: row.id,
      name: row.name,
      role: row.role as ApiKeyRole,
      ending: row.ending,
      // Someone who has left the team since is no longer ours to name.
      createdBy: row.created_by ?? '',
      createdAt: row.created_at.toISOString(),
      lastUsedAt: row.last_used_at?.toISOString() ?? null,
    })),
  }
}
