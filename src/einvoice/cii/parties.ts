import { must } from '../binding/codecs.ts'
import { type Level, rowsOf, type Table, text } from '../binding/rows.ts'
import type { Address, Delivery, Identifier, OtherParty, PartyContact } from '../model.ts'
import { identifier } from './parts.ts'

const addressRows = rowsOf<Address>()
export const address: Table = [
  addressRows.leaf('PostcodeCode', 'postcode', 'BASIC WL'),
  addressRows.leaf('LineOne', 'line1', 'BASIC WL'),
  addressRows.leaf('LineTwo', 'line2', 'BASIC WL'),
  addressRows.leaf('LineThree', 'line3', 'BASIC WL'),
  addressRows.leaf('CityName', 'city', 'BASIC WL'),
  addressRows.leaf('CountryID', 'country', must(text)),
  addressRows.leaf('CountrySubDivisionName', 'subdivision', 'BASIC WL'),
]

const contactRows = rowsOf<PartyContact>()
const contact: Table = [
  contactRows.leaf('PersonName', 'name'),
  contactRows.leaf('DepartmentName', 'department'),
  contactRows.leaf('TypeCode', 'typeCode', 'EXTENDED'),
  contactRows.leaf('TelephoneUniversalCommunication/CompleteNumber', 'phone'),
  contactRows.leaf('FaxUniversalCommunication/CompleteNumber', 'fax', 'EXTENDED'),
  contactRows.leaf('EmailURIUniversalCommunication/URIID', 'email'),
]

const hasNoList = (id: Identifier): boolean => id.scheme === undefined
const hasList = (id: Identifier): boolean => id.scheme !== undefined

const rows = rowsOf<OtherParty>()

/** BG-4, BG-7, BG-10, BG-11 and the parties EXTENDED adds. BT-32 and BT-33 are the seller's; EXTENDED gives them to all. */
const partyOf = (sellersOnly: Level): Table => [
  // Identifiers of no list go before those of a list, under another name.
  rows.list('ID', 'identifiers', identifier, 'BASIC WL', hasNoList),
  rows.list('GlobalID', 'identifiers', identifier, 'BASIC WL', hasList),
  rows.leaf('Name', 'name', must(text)),
  rows.leaf('RoleCode', 'role', 'EXTENDED'),
  rows.leaf('Description', 'legalInformation', sellersOnly === 'MINIMUM' ? 'EN 16931' : sellersOnly),
  rows.group('SpecifiedLegalOrganization/ID', 'legalId', identifier),
  rows.leaf('SpecifiedLegalOrganization/TradingBusinessName', 'tradingName', 'BASIC WL'),
  rows.group('SpecifiedLegalOrganization/PostalTradeAddress', 'legalAddress', address, 'EXTENDED'),
  rows.group('DefinedTradeContact', 'contact', contact, 'EN 16931'),
  rows.group('PostalTradeAddress', 'address', address),
  rows.group('URIUniversalCommunication/URIID', 'electronicAddress', identifier, 'BASIC WL'),
  rows.leaf('SpecifiedTaxRegistration[ID@schemeID=VA]/ID', 'vatNumber'),
  rows.constant('SpecifiedTaxRegistration[ID@schemeID=VA]/ID@schemeID', 'VA'),
  rows.leaf('SpecifiedTaxRegistration[ID@schemeID=FC]/ID', 'taxRegistration', sellersOnly),
  rows.constant('SpecifiedTaxRegistration[ID@schemeID=FC]/ID@schemeID', 'FC', sellersOnly),
]

export const seller: Table = partyOf('MINIMUM')
export const party: Table = partyOf('EXTENDED')

const deliveryRows = rowsOf<Delivery>()
/** BG-13 and BG-15. */
export const shipTo: Table = [
  deliveryRows.list('ID', 'identifiers', identifier, undefined, hasNoList),
  deliveryRows.list('GlobalID', 'identifiers', identifier, undefined, hasList),
  deliveryRows.leaf('Name', 'name'),
  deliveryRows.leaf('RoleCode', 'party.role', 'EXTENDED'),
  deliveryRows.leaf('Description', 'party.legalInformation', 'EXTENDED'),
  deliveryRows.group('SpecifiedLegalOrganization/ID', 'party.legalId', identifier, 'EXTENDED'),
  deliveryRows.leaf('SpecifiedLegalOrganization/TradingBusinessName', 'party.tradingName', 'EXTENDED'),
  deliveryRows.group('SpecifiedLegalOrganization/PostalTradeAddress', 'party.legalAddress', address, 'EXTENDED'),
  deliveryRows.group('DefinedTradeContact', 'party.contact', contact, 'EXTENDED'),
  deliveryRows.group('PostalTradeAddress', 'address', address),
  deliveryRows.group('URIUniversalCommunication/URIID', 'party.electronicAddress', identifier, 'EXTENDED'),
  deliveryRows.leaf('SpecifiedTaxRegistration[ID@schemeID=VA]/ID', 'party.vatNumber', 'EXTENDED'),
  deliveryRows.constant('SpecifiedTaxRegistration[ID@schemeID=VA]/ID@schemeID', 'VA', 'EXTENDED'),
  deliveryRows.leaf('SpecifiedTaxRegistration[ID@schemeID=FC]/ID', 'party.taxRegistration', 'EXTENDED'),
  deliveryRows.constant('SpecifiedTaxRegistration[ID@schemeID=FC]/ID@schemeID', 'FC', 'EXTENDED'),
]
