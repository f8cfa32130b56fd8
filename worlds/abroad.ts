/** The customers outside mainland France. Their VAT numbers pass the checks of their country and are not given to anyone. */
import { ibanOf } from './identifiers.ts'
import type { Address } from './plan.ts'

export type Abroad = {
  readonly address: Address
  readonly vatNumber?: string
  readonly iban: string
  readonly phone: string
  readonly contact: string
  readonly language: 'fr' | 'en'
}

export const abroad: Readonly<Record<string, Abroad>> = {
  'Raumwerk Tannhalde': {
    address: { line1: 'Lindenweg 14', postcode: '79098', city: 'Freiburg im Breisgau', country: 'DE' },
    vatNumber: 'DE999999903',
    iban: ibanOf('DE', '999999990004711815'),
    phone: '+49 761 5550 142',
    contact: 'Annegret Vollbrecht',
    language: 'en',
  },
  'Agencements Lierneux': {
    address: { line1: 'Rue des Tanneurs 8', postcode: '5000', city: 'Namur', country: 'BE' },
    vatNumber: 'BE1999999943',
    iban: ibanOf('BE', '999000471128'),
    phone: '+32 81 55 50 14',
    contact: 'Thibaut Desmarlières',
    language: 'fr',
  },
  'Intérieurs Kirchbierg': {
    address: { line1: '21, rue du Puits Romain', postcode: 'L-8070', city: 'Bertrange', country: 'LU' },
    vatNumber: 'LU99999984',
    iban: ibanOf('LU', '9990004711815009'),
    phone: '+352 555 014',
    contact: 'Viviane Schaltz',
    language: 'fr',
  },
  'Chalets Valnoire': {
    address: { line1: 'Chemin des Fougères 3', postcode: '1003', city: 'Lausanne', country: 'CH' },
    iban: ibanOf('CH', '99999000471181500'),
    phone: '+41 21 555 01 42',
    contact: 'Quentin Bonvallaz',
    language: 'fr',
  },
  'Hartwell and Pryce Interiors': {
    address: { line1: '7 Tanyard Lane', postcode: 'BS1 5DL', city: 'Bristol', country: 'GB' },
    iban: ibanOf('GB', 'ZZZZ99999900471181'),
    phone: '+44 117 496 0142',
    contact: 'Imogen Hartwell',
    language: 'en',
  },
}

/** La Réunion: in the French registers, outside the VAT territory for goods sent from the mainland. */
export const overseasAddresses: Readonly<Record<string, Address>> = {
  'Kaz Bois Océan': { line1: '12 rue des Flamboyants', postcode: '97400', city: 'Saint-Denis', country: 'RE' },
}
