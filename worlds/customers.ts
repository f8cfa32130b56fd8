/** Turns the cast into customers with everything an invoice and a bank need to know of them. */
import { vatNumberOfSiren } from '#core/identifiers'
import { type Abroad, abroad, overseasAddresses } from './abroad.ts'
import { type Role, cast } from './cast.ts'
import type { Chance } from './chance.ts'
import { emailAt, inventIban, inventLandline, inventMobile, inventSiren, inventTownSiren, siretOf, slug } from './identifiers.ts'
import { businessParks, familyNames, firstNames, streets } from './names.ts'
import type { Address, Contact, Customer } from './plan.ts'
import { town } from './towns.ts'

export type Player = { readonly role: Role; readonly customer: Customer }

export function playersOf(chance: Chance): Player[] {
  return cast.map((role, rank) => ({ role, customer: customerOf(role, rank, chance.fork(role.name)) }))
}

function customerOf(role: Role, rank: number, chance: Chance): Customer {
  const foreign = abroad[role.name]
  const base = { key: slug(role.name), kind: role.kind, name: role.name, terms: role.terms }
  if (foreign) return { ...base, ...foreignPart(role, foreign) }
  const address = overseasAddresses[role.name] ?? addressIn(role, chance)
  const iban = inventIban(chance)
  if (role.kind === 'consumer') {
    return { ...base, address, contacts: [personalContact(role.name, chance)], language: 'fr', iban, payerName: householdPayer(role.name) }
  }
  const siren = role.kind === 'public' ? inventTownSiren(address.postcode.slice(0, 2), rank) : inventSiren(chance)
  return {
    ...base,
    ...(role.legalForm === undefined ? {} : { legalForm: role.legalForm }),
    siren,
    siret: siretOf(siren),
    vatNumber: vatNumberOfSiren(siren),
    address,
    contacts: contactsOf(role, chance),
    language: 'fr',
    iban,
    payerName: payerNameOf(role, chance),
  }
}

function foreignPart(role: Role, foreign: Abroad): Omit<Customer, 'key' | 'kind' | 'name' | 'terms'> {
  const { contact, phone, vatNumber, address, iban, language } = foreign
  return {
    ...(role.legalForm === undefined ? {} : { legalForm: role.legalForm }),
    ...(vatNumber === undefined ? {} : { vatNumber }),
    address,
    contacts: [{ name: contact, roles: ['buyer', 'accounts_payable'], email: emailAt(contact, role.name), phone }],
    language,
    iban,
    payerName: role.name,
  }
}

function addressIn(role: Role, chance: Chance): Address {
  return addressAt(role.town ?? 'Rennes', chance, role.kind)
}

/** An address in a town: a street for people and shops, now and then a business park for firms, the town hall for the town itself. */
export function addressAt(townName: string, chance: Chance, kind: Customer['kind'] = 'consumer'): Address {
  const { name: city, postcode } = townName === 'Rennes' ? town('Rennes', chance.pick(['35000', '35200', '35700'])) : town(townName)
  const street = `${chance.whole(1, 96)} ${chance.pick(streets)}`
  if (kind === 'public') return { line1: 'Mairie', line2: 'place de la Mairie', postcode, city, country: 'FR' }
  if (kind === 'company' && chance.happens(0.3)) return { line1: street, line2: chance.pick(businessParks), postcode, city, country: 'FR' }
  return { line1: street, postcode, city, country: 'FR' }
}

function contactsOf(role: Role, chance: Chance): Contact[] {
  const inventContact = (roles: Contact['roles'], mailbox?: string): Contact => {
    const name = `${chance.pick(firstNames)} ${chance.pick(familyNames)}`
    return { name, roles, email: emailAt(mailbox ?? name, role.name), phone: inventLandline(chance) }
  }
  if (role.share < 8) return [inventContact(['buyer', 'accounts_payable'])]
  return [inventContact(['buyer']), inventContact(['accounts_payable'], role.kind === 'public' ? 'finances' : 'compta')]
}

function personalContact(name: string, chance: Chance): Contact {
  return { name, roles: ['buyer', 'accounts_payable'], email: emailAt(name, 'courriel'), phone: inventMobile(chance) }
}

/** `Marc et Sophie Gautrais` have an account in the name of `M OU MME GAUTRAIS MARC`. */
function householdPayer(name: string): string {
  const words = name.split(' ')
  const couple = words.includes('et')
  const first = words[0] ?? ''
  const family = words.slice(couple ? 3 : 1).join(' ')
  return couple ? `M OU MME ${family} ${first}` : `${family} ${first}`
}

/** A town is paid for by its public accountant (service de gestion comptable); a firm often shows its legal form first. */
function payerNameOf(role: Role, chance: Chance): string {
  if (role.kind === 'public') return `SGC ${role.town ?? ''}`
  return chance.happens(0.15) ? `${role.legalForm ?? ''} ${role.name}`.trim() : role.name
}
