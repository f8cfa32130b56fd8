import type { ReadInvoice } from './model.ts'
import { termOf } from './terms.ts'

/** A value that a syntax or a profile cannot hold. */
export type Loss = {
  /** `BT-18`; absent for what only EXTENDED knows, or what has no field in the model. */
  readonly term?: string
  /** Field of the model, `invoicedObject.value`; for an element without a field its names from the root. */
  readonly path: string
  readonly value: string
}

/** What one invoice says and the other does not, field by field. */
export function lossesBetween(before: ReadInvoice, after: ReadInvoice): Loss[] {
  const losses: Loss[] = []
  collect(before, after, '', before, losses)
  return losses
}

function collect(before: unknown, after: unknown, path: string, group: unknown, losses: Loss[]): void {
  if (typeof before === 'string' || typeof before === 'boolean') {
    const value = String(before)
    if (before !== after && value.trim() !== '') losses.push(lossAt(path, value, group))
    return
  }
  if (typeof before !== 'object' || before === null) return
  // The list of an identifier that is empty tells nothing.
  if ('value' in before && typeof before.value === 'string' && before.value.trim() === '') return
  for (const [key, value] of Object.entries(before)) {
    const kept = typeof after === 'object' && after !== null ? (after as Readonly<Record<string, unknown>>)[key] : undefined
    collect(value, kept, path === '' ? key : `${path}.${key}`, isReduction(before) ? before : group, losses)
  }
}

const isReduction = (group: object): boolean => 'kind' in group && 'amount' in group

export function lossAt(path: string, value: string, group?: unknown): Loss {
  const isCharge = typeof group === 'object' && group !== null && 'kind' in group && group.kind === 'charge'
  const term = termOf(path, isCharge ? 'charge' : 'allowance')
  return term === undefined ? { path, value } : { term, path, value }
}
