/**
 * The way to the API from a screen: `const customers = apiOf('customers', contract)` gives query and mutation options for each procedure.
 * Each screen brings its own contract, so the first page loads none that it does not use.
 */
import { createORPCClient, ORPCError } from '@orpc/client'
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract'
import type { JsonifiedClient } from '@orpc/openapi-client'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query'
import { send } from './transport.tsx'

type ApiClient<Contract extends AnyContractRouter> = JsonifiedClient<ContractRouterClient<Contract>>

/** `name` is the capability's folder: it is also the first part of its query keys, so `customers.key()` refreshes all of it. */
export function apiOf<Contract extends AnyContractRouter>(name: string, contract: Contract): RouterUtils<ApiClient<Contract>> {
  const link = new OpenAPILink({ [name]: contract }, { url: new URL('/api', location.origin), fetch: send })
  const client = createORPCClient<Record<string, ApiClient<Contract>>>(link)
  return createTanstackQueryUtils(client[name] as ApiClient<Contract>, { path: [name] })
}

/** What the API answers when it refuses; `message` is already a sentence in the reader's language. */
export type ApiRefusal = {
  readonly code: string
  readonly status: number
  readonly message: string
  readonly data?: { readonly field?: string; readonly fields?: Readonly<Record<string, string>> }
}

/** The refusal within an error, or nothing when the API could not be reached or something else broke. */
export function refusalOf(error: unknown): ApiRefusal | undefined {
  if (!(error instanceof ORPCError) || error.status === 0) return undefined
  const data: unknown = error.data
  return { code: error.code, status: error.status, message: error.message, ...(isRefusalData(data) && { data }) }
}

function isRefusalData(data: unknown): data is NonNullable<ApiRefusal['data']> {
  return typeof data === 'object' && data !== null
}
