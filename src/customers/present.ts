/** Between the customer as the contract says it and its rows. */
import type { z } from 'zod'
import { addMonths, daysBetween, type Day } from '#core/day'
import type { Id } from '#core/ids'
import { moneyText, toCents } from '#core/money'
import { Refusal } from '#core/refusal'
import { type Locale, textsOf } from '#core/text'
import type { ReadContext } from '#platform/context'
import type { PaymentTerms } from '#terms'
import { termsWarnings } from '#terms'
import type { customerInput, customerOut } from './contract.ts'
import { averageDelayDays, standingOf } from './read.ts'
import { type CustomerKind, eAddressOf, kindOfCountry } from './rules/kind.ts'
import { type CustomerWarning, customerWarnings } from './rules/warnings.ts'
import { type ContactRow, contactsOf, type CustomerColumns, type CustomerRow, findCustomer, namesWithSiren } from './store.ts'
import { warningSentence } from './texts.ts'

export type CustomerInput = Omit<z.output<typeof customerInput>, 'contacts'>
type CustomerOut = z.input<typeof customerOut>

export function customerColumns(input: CustomerInput): CustomerColumns {
  const kind = input.kind ?? kindOfCountry(input.address.country)
  const eAddress = eAddressOf({ kind, siren: input.siren, wished: input.eAddress })
  return {
    kind,
    name: input.name,
    siren: input.siren,
    siret: input.siret,
    vat_number: input.vatNumber,
    address_line1: input.address.line1,
    address_line2: input.address.line2,
    postcode: input.address.postcode,
    city: input.address.city,
    country: input.address.country,
    delivery_address: input.deliveryAddress === null ? null : JSON.stringify(input.deliveryAddress),
    e_address: eAddress?.value ?? null,
    e_address_scheme: eAddress?.scheme ?? null,
    language: input.language,
    payment_terms: input.paymentTerms === null ? null : JSON.stringify(input.paymentTerms),
    buyer_reference: input.buyerReference,
    notes: input.notes,
  }
}

/** Long enough to smooth a month, short enough to follow a change of habits. */
const DELAY_MONTHS = 12

export async function presentCustomer(context: ReadContext, customerId: Id): Promise<CustomerOut> {
  const row = await findCustomer(context, customerId)
  if (!row) throw new Refusal('not_found', { status: 404 })
  const contacts = await contactsOf(context, customerId)
  const standing = await standingOf(context, customerId)
  const warnings = await warningsOf(context, row)
  return {
    ...asOut(row, contacts),
    balance: moneyText(toCents(standing.balance)),
    late: moneyText(toCents(standing.late)),
    daysLate: daysLate(standing.lateSince, context.today),
    averageDelayDays: await averageDelayDays(context, customerId, addMonths(context.today, -DELAY_MONTHS)),
    warnings: warnings.map(({ code, facts, field }) => ({ code, field, sentence: warningSentence(code, facts, context.locale) })),
  }
}

export const daysLate = (lateSince: Day | null, today: Day): number => (lateSince === null ? 0 : daysBetween(lateSince, today))

async function warningsOf(context: ReadContext, row: CustomerRow): Promise<readonly CustomerWarning[]> {
  const kind = row.kind as CustomerKind
  const terms = row.payment_terms as unknown as PaymentTerms | null
  const [beyond] = terms === null ? [] : termsWarnings(terms, kind, context.today)
  return customerWarnings({
    kind,
    country: row.country,
    siren: row.siren,
    siret: row.siret,
    vatNumber: row.vat_number,
    sameSiren: row.siren === null ? [] : await namesWithSiren(context, row.siren, row.id),
    termsBeyond: beyond && textsOf(beyond.label, context.locale),
  })
}

function asOut(row: CustomerRow, contacts: readonly ContactRow[]) {
  return {
    id: row.id,
    code: row.code,
    kind: row.kind as CustomerKind,
    name: row.name,
    siren: row.siren,
    siret: row.siret,
    vatNumber: row.vat_number,
    address: { line1: row.address_line1, line2: row.address_line2, postcode: row.postcode, city: row.city, country: row.country },
    deliveryAddress: row.delivery_address as unknown as CustomerOut['deliveryAddress'],
    eAddress: row.e_address,
    eAddressScheme: row.e_address_scheme,
    language: row.language as Locale,
    paymentTerms: row.payment_terms as unknown as CustomerOut['paymentTerms'],
    buyerReference: row.buyer_reference,
    notes: row.notes,
    contacts: contacts.map(({ email, id, name, phone, roles }) => ({
      id,
      name,
      email,
      phone,
      roles: roles as CustomerOut['contacts'][number]['roles'],
    })),
    archived: row.archived_at !== null,
    createdAt: row.created_at.toISOString(),
    version: row.version,
  }
}
