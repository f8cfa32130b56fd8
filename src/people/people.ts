import { createHmac } from 'node:crypto'
import { type AnyContractRouter, isContractProcedure } from '@orpc/contract'
import type { ProcedureMeta } from '#platform/contract'
import type { Database } from '#platform/db'
import type { Identify } from '#platform/principal'
import { createAttempts } from './attempts.ts'
import { createAuth } from './auth.ts'
import { createIdentify } from './identify.ts'
import { peopleOperations } from './operations.ts'
import type { Operations } from './parts.ts'
import { createSessionCache } from './session-cache.ts'

export type PeopleSettings = {
  readonly database: Database
  /** The installation's secret, the same in every web process and kept across restarts; session cookies are signed with a key made of it. */
  readonly secret: Uint8Array
  /** Where people reach Encours, for the links in mails. */
  readonly publicUrl: string
  /** All contracts: the rights they name are those a person can have. */
  readonly contract: AnyContractRouter
}

/** Sign-in as the application starts it: the operations, and who is asking. */
export function createPeople({ database, secret, publicUrl, contract }: PeopleSettings): {
  readonly operations: Operations
  readonly identify: Identify
} {
  const cookieKey = createHmac('sha256', secret).update('session cookies').digest('hex')
  const auth = createAuth({ owner: database.owner, secret: cookieKey })
  const sessions = createSessionCache()
  const attempts = createAttempts()
  return {
    operations: peopleOperations({
      auth,
      attempts,
      sessions,
      publicUrl: publicUrl.replace(/\/+$/, ''),
      permissions: permissionsIn(contract),
    }),
    identify: createIdentify({ database, auth, sessions }),
  }
}

function permissionsIn(contract: AnyContractRouter): readonly string[] {
  if (!isContractProcedure(contract))
    return [...new Set(Object.values(contract).flatMap((child) => permissionsIn(child as AnyContractRouter)))]
  const { permission } = contract['~orpc'].meta as ProcedureMeta
  return permission.includes(':') ? [permission] : []
}
