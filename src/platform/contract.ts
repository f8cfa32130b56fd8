/**
 * What may be asked of Encours is written as contracts: name, path, permission, input, output, refusals. Server, browser, documentation,
 * command line and audit all follow from them. This file runs in the browser too.
 */
import { type ErrorMap, oc } from '@orpc/contract'
import { z } from 'zod'
import { isDay } from '#core/day'
import { isId } from '#core/ids'
import { isMoneyText, isWithinReach, parseMoney } from '#core/money'
import {
  isQuantityText,
  isRateText,
  isUnitPriceText,
  MOST_QUANTITY,
  MOST_UNIT_PRICE,
  parseQuantity,
  parseRate,
  parseUnitPrice,
  WHOLE,
} from '#core/quantity'
import type { RefusalStatus } from '#core/refusal'

/** `public`: anybody; `signed-in`: a person, no company yet; otherwise a right within a company, such as `invoices:write`. */
export type Permission = 'public' | 'signed-in' | `${string}:read` | `${string}:write`

export type ProcedureMeta = {
  readonly permission: Permission
  readonly effect: 'read' | 'write'
  /** The input holds a secret or a file: the audit trail keeps the fact without it. */
  readonly sensitive?: boolean
  /** A password or a key goes in or comes out: nothing of it is kept, not even its hash, so the idempotency key is left aside. */
  readonly secret?: boolean
}

const procedure = oc.$meta<ProcedureMeta>({ permission: 'signed-in', effect: 'read' })

/** A question: runs in a read-only snapshot. */
export const reads = (permission: Permission) => procedure.meta({ permission, effect: 'read' })

/** A change: passes through the write door (idempotency key, one transaction, audit). */
export const writes = (permission: Permission, options: { sensitive?: boolean; secret?: boolean } = {}) =>
  procedure.meta({ permission, effect: 'write', ...options })

const refusalData = z.object({
  field: z.string().optional(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

/** Declares by name what the business may answer instead: `refusals({ invoice_not_draft: 409 })`. */
export function refusals<const Codes extends Record<string, RefusalStatus>>(codes: Codes) {
  const entries = Object.entries(codes).map(([code, status]) => [code, { status, data: refusalData }] as const)
  return Object.fromEntries(entries) as { [Code in keyof Codes]: { status: number; data: typeof refusalData } } satisfies ErrorMap
}

/* The shapes every contract shares. `error` is the key of the sentence in `platform/problems.ts`. */
export const id = z.string().refine(isId, { error: 'not_an_id' })
/** Beyond, a day is a slip of the keyboard; and terms or months counted from it stay in the calendar of `#core/day`. */
const isWithinLives = (value: string): boolean => '1950-01-01' <= value && value <= '2099-12-31'
export const day = z.string().refine(isDay, { error: 'not_a_day', abort: true }).refine(isWithinLives, { error: 'day_too_far' })
export const money = z
  .string()
  .refine(isMoneyText, { error: 'not_money' })
  .transform(parseMoney)
  .refine(isWithinReach, { error: 'amount_too_large' })
export const quantity = z
  .string()
  .refine(isQuantityText, { error: 'not_a_quantity' })
  .transform(parseQuantity)
  .refine((value) => -MOST_QUANTITY <= value && value <= MOST_QUANTITY, { error: 'quantity_too_large' })
export const unitPrice = z
  .string()
  .refine(isUnitPriceText, { error: ({ input }) => (String(input).startsWith('-') ? 'price_negative' : 'not_a_price') })
  .transform(parseUnitPrice)
  .refine((value) => value <= MOST_UNIT_PRICE, { error: 'amount_too_large' })
/** A part of the whole: 0 to 100 %. */
export const rate = z
  .string()
  .refine(isRateText, { error: 'not_a_rate' })
  .transform(parseRate)
  .refine((value) => value <= WHOLE, { error: 'rate_too_large' })

/** Which state of a row the change was made on; it counts up in a column of 32 bits. */
export const version = z.number().int().min(0).max(2_147_483_647)

/** Control characters, halves of characters, and what Unicode gives no meaning: neither a database nor an XML file can hold them all. */
const UNWRITABLE = /[^\P{Cc}\t\r\n]|\p{Cs}|\p{Noncharacter_Code_Point}/u

/** What nobody sees: white space, and marks of no width such as U+200B. */
const UNSEEN = /^[\s\p{Cf}\u115F\u1160\u3164\uFFA0]*$/u

/** A text someone types: trimmed, bounded, writable everywhere. One that must be filled shows something. */
export const text = (maximum: number, minimum = 0) =>
  z
    .string()
    .trim()
    .min(minimum, minimum > 0 ? { error: 'required' } : undefined)
    .refine((value) => minimum === 0 || !UNSEEN.test(value), { error: 'required' })
    .max(maximum, { error: 'too_long' })
    .refine((value) => !UNWRITABLE.test(value), { error: 'control_characters' })

export const email = z.string().trim().toLowerCase().max(254, { error: 'too_long' }).email({ error: 'not_an_email' })

export const country = z.string().regex(/^[A-Z]{2}$/, { error: 'not_a_country' })

export const address = z.object({
  line1: text(120).default(''),
  line2: text(120).default(''),
  postcode: text(12).default(''),
  city: text(80).default(''),
  country: country.default('FR'),
})
export type AddressInput = z.output<typeof address>

/* Answers travel as plain JSON: amounts and days as text. */
export const moneyOut = z.string().describe('"1234.50"')
export const dayOut = z.string().describe('"2026-11-21"')
export const instantOut = z.string().describe('ISO 8601, UTC')

/** Longest page of a list: enough for a screen, small enough to stay under 20 kB. */
export const PAGE_LIMIT = 100
export const page = { cursor: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(PAGE_LIMIT).default(25) }
export const pageOf = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row), nextCursor: z.string().nullable() })
