/** The OpenAPI document of the contracts, with what every operation has in common: keys against repetition, dry runs, refusals. */
import { type AnyContractProcedure, type AnyContractRouter, isContractProcedure, type OpenAPI } from '@orpc/contract'
import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import type { ProcedureMeta } from './contract.ts'
import { IDEMPOTENCY_KEY_LENGTH } from './write-door.ts'

const PROBLEM = { $ref: '#/components/schemas/Problem' }

/** What is refused before an operation is asked; its own refusals are in its contract. */
const COMMON_REFUSALS: Readonly<Record<string, string>> = {
  400: 'The input is not what the contract asks; `data.fields` has a sentence for each field.',
  401: 'No key, no session, or a key that was revoked.',
  403: 'The role does not allow it.',
  404: 'Not there, or of another company.',
}

const WRITE_PARAMETERS: readonly OpenAPI.ParameterObject[] = [
  {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'Any text of your own. A request sent again with it acts once, and gets the answer of the first.',
    schema: { type: 'string', minLength: 1, maxLength: IDEMPOTENCY_KEY_LENGTH },
  },
  {
    name: 'dryRun',
    in: 'query',
    description: 'Answers what the change would do, and changes nothing.',
    schema: { type: 'boolean', default: false },
  },
]

export async function describeApi(contract: AnyContractRouter, version: string): Promise<OpenAPI.Document> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const document = await generator.generate(contract, {
    info: { title: 'Encours', version, description: 'Facturer, encaisser, relancer. Invoicing and collection for French companies.' },
    servers: [{ url: '/api' }],
    security: [{ apiKey: [] }],
    components: {
      securitySchemes: { apiKey: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Problem: {
          type: 'object',
          required: ['code', 'status', 'message'],
          properties: {
            code: { type: 'string', description: 'Stable name of the refusal.' },
            status: { type: 'integer' },
            message: { type: 'string', description: 'A sentence for a person, in French or English by Accept-Language.' },
            data: { type: 'object', description: 'The field it is about, and the facts of the sentence.' },
          },
        },
      },
    },
  })
  const procedures = new Map(proceduresOf(contract, []))
  for (const way of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(way ?? {}) as OpenAPI.OperationObject[]) {
      const procedure = procedures.get(operation.operationId ?? '')
      if (procedure) addCommon(operation, procedure['~orpc'].meta as ProcedureMeta)
    }
  }
  return document
}

function addCommon(operation: OpenAPI.OperationObject, meta: ProcedureMeta): void {
  if (meta.permission === 'public') operation.security = []
  if (meta.effect === 'write')
    operation.parameters = [
      ...(operation.parameters ?? []),
      ...WRITE_PARAMETERS.filter(({ in: place }) => place !== 'header' || !meta.secret),
    ]
  // JSON carries no file.
  if (operation.requestBody && 'content' in operation.requestBody && operation.requestBody.content['multipart/form-data'])
    delete operation.requestBody.content['application/json']
  operation.responses ??= {}
  for (const [status, description] of Object.entries(COMMON_REFUSALS))
    operation.responses[status] ??= { description, content: { 'application/json': { schema: PROBLEM } } }
}

function proceduresOf(contract: AnyContractRouter, path: readonly string[]): [name: string, procedure: AnyContractProcedure][] {
  if (isContractProcedure(contract)) return [[path.join('.'), contract]]
  return Object.entries(contract).flatMap(([name, child]) => proceduresOf(child as AnyContractRouter, [...path, name]))
}
