/** Seller and buyer as they stand on paper: name, address lines, identifiers. */
import type { Locale } from '#core/text'
import type { Address, Party } from '#einvoice'
import { type DocumentTexts } from '../texts.ts'

export type DrawnParty = { readonly name: string; readonly lines: readonly string[]; readonly identifiers: readonly string[] }

const SIREN_SCHEME = '0002'
const SIRET_SCHEME = '0009'

/** The buyer, for the window of the envelope: address first, identifiers under it (SIREN of a business client: CGI ann. II art. 242 nonies A). */
export function drawnBuyer(buyer: Party, homeCountry: string, locale: Locale, words: DocumentTexts): DrawnParty {
  return {
    name: buyer.name,
    lines: present([buyer.tradingName, buyer.contact?.name, ...addressLines(buyer.address, homeCountry, locale)]),
    identifiers: present([companyNumber(buyer), vatText(buyer, words)]),
  }
}

/** The seller at the head of the page: the name customers know, then the legal one when it differs. */
export function drawnSeller(seller: Party, homeCountry: string, locale: Locale): DrawnParty {
  const { contact } = seller
  return {
    name: seller.tradingName ?? seller.name,
    lines: present([
      seller.tradingName === undefined ? undefined : seller.name,
      ...addressLines(seller.address, homeCountry, locale),
      present([contact?.name, contact?.phone]).join(' · '),
      contact?.email,
    ]),
    identifiers: [],
  }
}

/** The foot of every page, on paper and hosted: who the seller is in law (R123-237 C. com.: form, capital, SIREN, RCS). */
export function sellerInLaw(seller: Party, words: Pick<DocumentTexts, 'vatNumber'>): string {
  const information = seller.legalInformation ?? ''
  const mentioned = (text: string | undefined): boolean => text !== undefined && digits(information).includes(digits(text))
  const number = companyNumber(seller)
  return present([
    seller.name,
    information,
    mentioned(seller.legalId?.value) && siretOf(seller) === undefined ? undefined : number,
    vatText(seller, words),
  ]).join(' · ')
}

/** Where the postcode follows the town. */
const CITY_FIRST = new Set(['GB', 'IE', 'US', 'CA', 'AU', 'NZ', 'IN', 'SG'])

export function addressLines(address: Address, homeCountry: string, locale: Locale): string[] {
  const { postcode, city } = address
  const town = present(CITY_FIRST.has(address.country) ? [city, postcode] : [postcode, city]).join(' ')
  const country = address.country === homeCountry ? undefined : countryName(address.country, locale)
  return present([address.line1, address.line2, address.line3, town, address.subdivision, country])
}

function countryName(code: string, locale: Locale): string {
  return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code
}

/** The SIRET says the SIREN too, and where. */
function companyNumber(party: Party): string | undefined {
  const siret = siretOf(party)
  if (siret !== undefined) return unbroken(`SIRET ${grouped(siret)}`)
  // The preview of a draft may be of a company that has not given its number yet.
  const number = party.legalId?.value ?? ''
  if (number === '') return undefined
  return party.legalId?.scheme === SIREN_SCHEME ? unbroken(`SIREN ${grouped(number)}`) : number
}

const siretOf = (party: Party): string | undefined => party.identifiers?.find((item) => item.scheme === SIRET_SCHEME)?.value

const vatText = (party: Party, words: Pick<DocumentTexts, 'vatNumber'>): string | undefined =>
  party.vatNumber === undefined ? undefined : unbroken(`${words.vatNumber} ${party.vatNumber}`)

/** 732 829 320 00017: three by three, the establishment apart. */
const grouped = (number: string): string => number.replace(/^(\d{3})(\d{3})(\d{3})(\d*)$/, '$1\u00a0$2\u00a0$3\u00a0$4').trim()

const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0')

const digits = (text: string): string => text.replace(/\D/g, '')

export const present = (items: readonly (string | undefined)[]): string[] =>
  items.filter((item) => item !== undefined && item !== '') as string[]
