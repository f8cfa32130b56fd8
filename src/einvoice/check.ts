import { type Failure, failuresOf } from './judge.ts'
import type { Invoice } from './model.ts'
import { RULE_PACKS, type RulePack } from './rules/packs.ts'

export type { Failure } from './judge.ts'

/**
 * Everything that is wrong with an invoice of ours, in the order of the rules; empty when platforms and receivers will accept it. Issue refuses
 * an invoice with a `fatal` failure. Never throws, whatever the figures hold.
 */
export const checkInvoice = (invoice: Invoice, packs: readonly RulePack[] = RULE_PACKS): Failure[] => failuresOf(invoice, packs)
