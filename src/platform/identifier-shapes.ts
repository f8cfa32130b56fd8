/**
 * Identifiers as people type them, put in order: « 732 829 320 » → `732829320`, nothing → null. Only the shape is refused here, and the key of
 * bank identifiers: a SIREN whose key fails deserves a warning, not a wall. Apart from `contract.ts`, so that a first page need not load it.
 */
import { z } from 'zod'
import { isBic, isIban, normaliseIdentifier } from '#core/identifiers'

const identifier = (isOne: (text: string) => boolean, error: string) =>
  z
    .string()
    .max(60, { error: 'too_long' })
    .transform(normaliseIdentifier)
    .refine((value) => value === '' || isOne(value), { error })
    .transform((value) => (value === '' ? null : value))
    .nullable()
    .default(null)

export const siren = identifier((value) => /^\d{9}$/.test(value), 'not_a_siren')
export const siret = identifier((value) => /^\d{14}$/.test(value), 'not_a_siret')
/** Of any country: two letters, then two to eighteen letters and digits. */
export const vatNumber = identifier((value) => /^[A-Z]{2}[0-9A-Z+*]{2,18}$/.test(value), 'not_a_vat_number')
export const iban = identifier(isIban, 'not_an_iban')
export const bic = identifier(isBic, 'not_a_bic')
