/** For tests: every number, amount and day that a change asks for, found by walking the contracts. */
import { type AnyContractRouter, isContractProcedure } from '@orpc/contract'
import { z } from 'zod'
import { day, money, quantity, rate, unitPrice } from '#platform/contract'
import type { ProcedureMeta } from '#platform/contract'

const KINDS = { money, quantity, unitPrice, rate, day } as const
export type Kind = keyof typeof KINDS | 'number'

/** `path`: names from the input down; `*` stands for each row of a list. */
export type NumberAsked = {
  readonly operation: string
  readonly method: string
  readonly url: string
  readonly path: string
  readonly kind: Kind
}

export function numbersAsked(contract: AnyContractRouter, name: readonly string[] = []): NumberAsked[] {
  if (!isContractProcedure(contract))
    return Object.entries(contract).flatMap(([part, child]) => numbersAsked(child as AnyContractRouter, [...name, part]))
  const { inputSchema, meta, route } = contract['~orpc']
  if ((meta as ProcedureMeta).effect !== 'write' || !(inputSchema instanceof z.ZodType)) return []
  return leaves(inputSchema, []).map(({ kind, path }) => ({
    operation: name.join('.'),
    method: route.method ?? '',
    url: route.path ?? '',
    path: path.join('.'),
    kind,
  }))
}

type Leaf = { readonly path: readonly string[]; readonly kind: Kind }

function leaves(schema: unknown, path: readonly string[]): Leaf[] {
  for (const [kind, known] of Object.entries(KINDS)) if (schema === known) return [{ path, kind: kind as Kind }]
  if (schema instanceof z.ZodNumber) return [{ path, kind: 'number' }]
  if (schema instanceof z.ZodObject) return Object.entries(schema.shape).flatMap(([name, child]) => leaves(child, [...path, name]))
  if (schema instanceof z.ZodArray) return leaves(schema.element, [...path, '*'])
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => leaves(option, path))
  if (schema instanceof z.ZodPipe) return leaves(schema.in, path)
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  )
    return leaves(schema.def.innerType, path)
  return []
}
