/**
 * Ties every contract to its operation: who may, then the snapshot of a read or the write door. Answers refusals as problems with one
 * sentence in the reader's language. The same table makes the HTTP routes and `/openapi.json`.
 */
import {
  type AnyContractProcedure,
  type AnyContractRouter,
  type ContractProcedure,
  isContractProcedure,
  ValidationError,
} from '@orpc/contract'
import { OpenAPIHandler } from '@orpc/openapi/fetch'
import { implement, ORPCError, type Router } from '@orpc/server'
import type { z } from 'zod'
import { dayInParis } from '#core/day'
import type { Id } from '#core/ids'
import { Refusal } from '#core/refusal'
import type { Locale } from '#core/text'
import type { Clock } from './clock.ts'
import { NO_COMPANY, type Read, type ReadContext, type WriteContext } from './context.ts'
import type { Permission, ProcedureMeta } from './contract.ts'
import { type Database, readIn } from './db.ts'
import type { Log } from './log.ts'
import { describeApi } from './openapi.ts'
import type { Principal } from './principal.ts'
import type { Problems } from './problems.ts'
import { IDEMPOTENCY_KEY_LENGTH, type WriteDoor } from './write-door.ts'

/** What the HTTP layer knows of a request. */
export type RequestContext = {
  readonly principal: Principal | undefined
  readonly headers: Headers
  readonly locale: Locale
  readonly idempotencyKey: string | undefined
  readonly dryRun: boolean
  /** For sign-in: cookies and such to be sent with the answer. */
  readonly responseHeaders: Headers
}

/** What an operation gets besides its context: only sign-in needs the request itself. */
export type HttpFacts = { readonly http: Pick<RequestContext, 'headers' | 'responseHeaders'> }

type InputOf<C> = C extends ContractProcedure<infer I, infer _O, infer _E, infer _M> ? z.output<Extract<I, z.ZodType>> : never
type OutputOf<C> = C extends ContractProcedure<infer _I, infer O, infer _E, infer _M> ? z.input<Extract<O, z.ZodType>> : never

/** The table of operations that answers a table of contracts: same names, `(context, input) => answer`. */
export type OperationsOf<C> = C extends AnyContractProcedure
  ? (context: WriteContext & HttpFacts, input: InputOf<C>) => Promise<OutputOf<C>>
  : { readonly [K in keyof C]: OperationsOf<C[K]> }

type Operation = (context: WriteContext & HttpFacts, input: unknown) => Promise<unknown>
type Parts = { database: Database; clock: Clock; write: WriteDoor; problems: Problems; log: Log }

export function createApi(contract: AnyContractRouter, operations: unknown, parts: Parts) {
  const router = bind(contract, operations, [], parts)
  const handler = new OpenAPIHandler<RequestContext>(router, {
    interceptors: [
      async (call) => {
        try {
          return await call.next()
        } catch (error) {
          // What the operation said is a problem already: the rest is a body that is not what it announces.
          if (error instanceof ORPCError) throw error
          throw new ORPCError('unreadable_request', {
            status: 400,
            message: parts.problems.houseSentence('unreadable_request', call.context.locale),
            cause: error,
          })
        }
      },
    ],
    clientInterceptors: [
      async (call) => {
        try {
          return await call.next()
        } catch (error) {
          throw asProblem(error, call.context.locale, parts, call.path.join('.'))
        }
      },
    ],
  })
  return { handler, openApi: (version: string) => describeApi(contract, version) }
}

function bind(
  contract: AnyContractRouter,
  operations: unknown,
  path: readonly string[],
  parts: Parts,
): Router<AnyContractRouter, RequestContext> {
  if (isContractProcedure(contract)) {
    if (typeof operations !== 'function') throw new Error(`no operation answers the contract ${path.join('.')}`)
    const operation = operations as Operation
    return implement(contract)
      .$context<RequestContext>()
      .handler(({ input, context }) => answer(contract, operation, path.join('.'), input, context, parts)) as never
  }
  const table = operations as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(contract).map(([name, child]) => [name, bind(child as AnyContractRouter, table[name], [...path, name], parts)]),
  ) as never
}

async function answer(
  contract: AnyContractProcedure,
  operation: Operation,
  name: string,
  input: unknown,
  request: RequestContext,
  parts: Parts,
): Promise<unknown> {
  const meta = contract['~orpc'].meta as ProcedureMeta
  const who = admit(meta.permission, request)
  const http: HttpFacts = { http: { headers: request.headers, responseHeaders: request.responseHeaders } }
  if (meta.effect === 'write') {
    const idempotencyKey = meta.secret ? undefined : checkedKey(request.idempotencyKey)
    return parts.write(
      {
        operation: name,
        ...who,
        locale: request.locale,
        input,
        sensitive: meta.sensitive === true || meta.secret === true,
        idempotencyKey,
        dryRun: request.dryRun,
      },
      (context) => operation(Object.assign(context, http), input),
    )
  }
  return readIn(parts.database, who, (db) => {
    const now = parts.clock.now()
    const context: ReadContext & HttpFacts = {
      db,
      companyId: who.companyId,
      actor: who.actor,
      locale: request.locale,
      now,
      today: dayInParis(now),
      ...http,
    }
    return (operation as Read<unknown, unknown>)(context, input)
  })
}

function checkedKey(key: string | undefined): string | undefined {
  if (key === undefined || (key.length > 0 && key.length <= IDEMPOTENCY_KEY_LENGTH)) return key
  throw new Refusal('idempotency_key_invalid', { status: 400, field: 'Idempotency-Key', facts: { most: IDEMPOTENCY_KEY_LENGTH } })
}

/** Rights are checked here and nowhere else; in doubt, no. */
function admit(
  permission: Permission,
  { headers, principal }: RequestContext,
): { companyId: Id; personId: Id | undefined; actor: Principal['actor'] } {
  const nobody = { companyId: NO_COMPANY, personId: undefined, actor: { kind: 'system', name: 'public' } as const }
  if (permission === 'public') return principal ? { ...nobody, personId: principal.personId, actor: principal.actor } : nobody
  if (!principal) throw new Refusal(headers.get('authorization') ? 'api_key_refused' : 'signed_out', { status: 401 })
  if (permission === 'signed-in') return { companyId: NO_COMPANY, personId: principal.personId, actor: principal.actor }
  if (principal.companyRefused || principal.companyId === undefined) throw new Refusal('company_unknown', { status: 404 })
  if (!principal.may(permission)) throw new Refusal('forbidden', { status: 403 })
  return { companyId: principal.companyId, personId: principal.personId, actor: principal.actor }
}

function asProblem(error: unknown, locale: Locale, parts: Parts, operation: string): ORPCError<string, unknown> {
  if (error instanceof Refusal) {
    const data = { ...(error.field === undefined ? {} : { field: error.field }), facts: error.facts }
    return new ORPCError(error.code, { status: error.status, message: parts.problems.sentence(error, locale), data })
  }
  if (error instanceof ORPCError && error.cause instanceof ValidationError && error.code === 'BAD_REQUEST') {
    return inputProblem(error.cause, locale, parts.problems)
  }
  if (error instanceof ORPCError && error.status < 500) return error
  parts.log.error({ err: error, operation }, 'surprise')
  return new ORPCError('surprise', { status: 500, message: parts.problems.houseSentence('surprise', locale) })
}

function inputProblem(cause: ValidationError, locale: Locale, problems: Problems): ORPCError<string, unknown> {
  const fields: Record<string, string> = {}
  for (const issue of cause.issues) {
    const path = (issue.path ?? []).map((part) => (typeof part === 'object' ? part.key : part))
    const key = path.map(String).join('.')
    const known = issue as { code?: string; message: string }
    const sentenceKey = known.code === 'custom' || /^[a-z_]+$/.test(known.message) ? known.message : (known.code ?? 'other')
    fields[key] ??= problems.has(sentenceKey)
      ? problems.sentence(new Refusal(sentenceKey), locale)
      : problems.fieldSentence(path, sentenceKey, locale)
  }
  const message = Object.values(fields).join(' ')
  return new ORPCError('invalid_input', { status: 400, message, data: { field: Object.keys(fields)[0], fields } })
}
