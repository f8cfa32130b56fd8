/** A customer as a form holds it: texts only, nothing is an empty text. */
import type { PaymentTerms } from '#terms/contract'
import type { Customer } from './api.tsx'

export type Role = Customer['contacts'][number]['roles'][number]
export const ROLES = ['buyer', 'accounts_payable', 'escalation', 'legal'] as const satisfies readonly Role[]
export type Kind = Customer['kind']

export type ContactValues = { key: string; id?: string; name: string; email: string; phone: string; roles: Role[] }

const nowhere = () => ({ line1: '', line2: '', postcode: '', city: '', country: 'FR' })

export type CustomerValues = {
  kind: Kind
  name: string
  siren: string
  siret: string
  vatNumber: string
  address: ReturnType<typeof nowhere>
  deliversElsewhere: boolean
  deliveryAddress: ReturnType<typeof nowhere>
  eAddress: string
  language: 'fr' | 'en'
  paymentTerms: PaymentTerms | null
  buyerReference: string
  notes: string
  contacts: ContactValues[]
}

export const newContact = (roles: Role[] = []): ContactValues => ({ key: crypto.randomUUID(), name: '', email: '', phone: '', roles })

export function emptyCustomer(): CustomerValues {
  return {
    kind: 'company',
    name: '',
    siren: '',
    siret: '',
    vatNumber: '',
    address: nowhere(),
    deliversElsewhere: false,
    deliveryAddress: nowhere(),
    eAddress: '',
    language: 'fr',
    paymentTerms: null,
    buyerReference: '',
    notes: '',
    contacts: [newContact(['buyer', 'accounts_payable'])],
  }
}

export function customerValues(customer: Customer): CustomerValues {
  const { address, buyerReference, contacts, deliveryAddress, kind, language, name, notes, paymentTerms } = customer
  return {
    kind,
    name,
    siren: customer.siren ?? '',
    siret: customer.siret ?? '',
    vatNumber: customer.vatNumber ?? '',
    address,
    deliversElsewhere: deliveryAddress !== null,
    deliveryAddress: deliveryAddress ?? nowhere(),
    eAddress: customer.eAddress ?? '',
    language,
    paymentTerms: paymentTerms,
    buyerReference,
    notes,
    contacts: contacts.map(({ email, id, name, phone, roles }) => ({ key: id, id, name, email, phone, roles })),
  }
}

/** What the contract takes; a contact left empty is nobody. */
export function customerInput({ contacts, deliversElsewhere, deliveryAddress, eAddress, paymentTerms, ...values }: CustomerValues) {
  return {
    ...values,
    eAddress: eAddress === '' ? null : eAddress,
    deliveryAddress: deliversElsewhere ? deliveryAddress : null,
    paymentTerms: paymentTerms === null ? null : [...paymentTerms],
    contacts: contacts.filter(({ email, name, phone }) => name + email + phone !== '').map(({ key: _key, ...contact }) => contact),
  }
}
