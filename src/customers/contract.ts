import { z } from 'zod'
import { IDENTITY_WARNINGS } from '#core/identity-warnings'
import { address, email, id, instantOut, moneyOut, page, pageOf, reads, refusals, text, version, writes } from '#platform/contract'
import { siren, siret, vatNumber } from '#platform/identifier-shapes'
import { paymentTerms } from '#terms/contract'

export const customerKind = z.enum(['company', 'public', 'consumer', 'eu', 'other'])
/** Which messages a contact receives: orders, invoices, late reminders, formal notices. */
export const contactRole = z.enum(['buyer', 'accounts_payable', 'escalation', 'legal'])

/** A customer with more people than this is several customers. */
const CONTACT_LIMIT = 30

const contactInput = z.object({
  /** Keeps the contact it names; nothing makes a new one. */
  id: id.optional(),
  name: text(120).default(''),
  email: z.union([z.literal(''), email]).default(''),
  phone: text(30).default(''),
  roles: z.array(contactRole).max(4).default([]),
})

export const customerInput = z.object({
  /** Nothing: by the country, a company of France, of the Union, or of elsewhere. */
  kind: customerKind.optional(),
  name: text(120, 1),
  siren,
  siret,
  vatNumber,
  address: address.prefault({}),
  deliveryAddress: address.nullable().default(null),
  /** Nothing: the SIREN of a French business (scheme 0225). */
  eAddress: text(125).nullable().default(null),
  language: z.enum(['fr', 'en']).default('fr'),
  /** Nothing: the company's. */
  paymentTerms: paymentTerms.nullable().default(null),
  /** What the buyer wants quoted on invoices: the service code of a public body. */
  buyerReference: text(50).default(''),
  notes: text(4000).default(''),
  contacts: z.array(contactInput).max(CONTACT_LIMIT).default([]),
})

/** A name is enough. */
export const newCustomerInput = customerInput.extend({
  /** Of the first contact, who receives the invoices. */
  email: z.union([z.literal(''), email]).default(''),
  /** The address in one line, « 12 rue des Carmes, 35000 Rennes », when `address` says nothing. */
  addressLine: text(240).default(''),
})

export const customerWarning = z.object({
  code: z.enum([...IDENTITY_WARNINGS, 'kind_not_of_country', 'same_siren', 'terms_beyond_cap']),
  field: z.string(),
  sentence: z.string(),
})

const addressOut = z.object({ line1: z.string(), line2: z.string(), postcode: z.string(), city: z.string(), country: z.string() })

export const customerOut = z.object({
  id: z.string(),
  code: z.string(),
  kind: customerKind,
  name: z.string(),
  siren: z.string().nullable(),
  siret: z.string().nullable(),
  vatNumber: z.string().nullable(),
  address: addressOut,
  deliveryAddress: addressOut.nullable(),
  eAddress: z.string().nullable(),
  eAddressScheme: z.string().nullable(),
  language: z.enum(['fr', 'en']),
  paymentTerms: paymentTerms.nullable(),
  buyerReference: z.string(),
  notes: z.string(),
  contacts: z.array(z.object({ id: z.string(), name: z.string(), email: z.string(), phone: z.string(), roles: z.array(contactRole) })),
  /** Owed less what they have paid in advance. */
  balance: moneyOut,
  late: moneyOut,
  /** Of the instalment late for longest. */
  daysLate: z.number(),
  /** Days between due day and payment, weighted by amount, over twelve months; nothing when they paid nothing. */
  averageDelayDays: z.number().nullable(),
  archived: z.boolean(),
  createdAt: instantOut,
  version: z.number(),
  warnings: z.array(customerWarning),
})

export const customerRow = z.object({
  id: z.string(),
  code: z.string(),
  kind: customerKind,
  name: z.string(),
  siren: z.string().nullable(),
  city: z.string(),
  country: z.string(),
  language: z.enum(['fr', 'en']),
  balance: moneyOut,
  late: moneyOut,
  daysLate: z.number(),
  archived: z.boolean(),
})

export const customerView = z.enum(['active', 'late', 'archived'])

const badTerms = { terms_need_one_rest: 422, terms_leave_no_rest: 422 } as const

export const customersContract = {
  list: reads('customers:read')
    .route({ method: 'GET', path: '/customers', summary: 'Customers by name, with what they owe' })
    .input(z.object({ view: customerView.default('active'), search: text(80).optional(), ...page }))
    .output(pageOf(customerRow)),
  views: reads('customers:read')
    .route({ method: 'GET', path: '/customers/views', summary: 'How many customers each view holds, and what they owe' })
    .output(z.object({ views: z.array(z.object({ view: customerView, count: z.number(), sum: moneyOut.nullable() })) })),
  get: reads('customers:read')
    .route({ method: 'GET', path: '/customers/{id}', summary: 'One customer, their contacts, what they owe and how they pay' })
    .input(z.object({ id }))
    .output(customerOut),
  create: writes('customers:write')
    .route({ method: 'POST', path: '/customers', summary: 'A new customer; a name is enough' })
    .input(newCustomerInput)
    .output(customerOut)
    .errors(refusals(badTerms)),
  save: writes('customers:write')
    .route({ method: 'PUT', path: '/customers/{id}', summary: 'The whole customer, contacts included' })
    .input(customerInput.extend({ id, version }))
    .output(customerOut)
    .errors(refusals({ customer_changed_elsewhere: 409, ...badTerms })),
  archive: writes('customers:write')
    .route({ method: 'POST', path: '/customers/{id}/archive', summary: 'Put a customer away, or take them back with archived: false' })
    .input(z.object({ id, archived: z.boolean().default(true) }))
    .output(customerOut)
    .errors(refusals({ customer_owes: 409 })),
}
