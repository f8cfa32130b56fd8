import { isContractProcedure } from '@orpc/contract'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { contract } from './contract.ts'
import { problems } from './sentences.ts'

type JsonSchema = {
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
} & { readonly [combined in 'anyOf' | 'oneOf' | 'allOf']?: readonly JsonSchema[] }

/** Every field that may be sent, as the path that a problem would name. */
function* fieldsOf(schema: JsonSchema, path: readonly string[] = []): Generator<readonly string[]> {
  for (const [name, part] of Object.entries(schema.properties ?? {})) {
    yield [...path, name]
    yield* fieldsOf(part, [...path, name])
  }
  for (const part of [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? []), ...(schema.items ? [schema.items] : [])])
    yield* fieldsOf(part, path)
}

function* operationsOf(
  table: object,
  path: readonly string[] = [],
): Generator<readonly [name: string, fields: readonly (readonly string[])[]]> {
  for (const [name, part] of Object.entries(table)) {
    if (!isContractProcedure(part)) yield* operationsOf(part as object, [...path, name])
    else if (part['~orpc'].inputSchema) {
      const schema = z.toJSONSchema(part['~orpc'].inputSchema as unknown as z.ZodType, { io: 'input', unrepresentable: 'any' })
      yield [[...path, name].join('.'), [...fieldsOf(schema as JsonSchema)]]
    }
  }
}

describe('every field that may be sent', () => {
  it.each([...operationsOf(contract)])('has a name in both languages: %s', (_, fields) => {
    for (const locale of ['fr', 'en'] as const) {
      const nameless = fields.filter((path) =>
        problems.fieldSentence(path, 'required', locale).startsWith(`${path.at(-1)}${locale === 'fr' ? ' :' : ':'}`),
      )
      expect(nameless).toEqual([])
    }
  })
})
