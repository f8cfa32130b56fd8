import { must, readOnly } from '../binding/codecs.ts'
import { type Level, rowsOf, type Row, type Table, text } from '../binding/rows.ts'
import type { Address, Delivery, OtherParty, PartyContact } from '../model.ts'
import { day } from './codecs.ts'
import { identifier, innerIdentifier, neverWritten } from './parts.ts'

const addressRows = rowsOf<Address>()
const address: Table = [
  addressRows.leaf('StreetName', 'line1'),
  addressRows.leaf('AdditionalStreetName', 'line2'),
  addressRows.leaf('CityName', 'city'),
  addressRows.leaf('PostalZone', 'postcode'),
  addressRows.leaf('CountrySubentity', 'subdivision'),
  addressRows.leaf('AddressLine/Line', 'line3'),
  addressRows.leaf('Country/IdentificationCode', 'country', must(text)),
]

const contactRows = rowsOf<PartyContact>()
const contact: Table = [
  contactRows.leaf('Name', 'name'),
  contactRows.leaf('Telephone', 'phone'),
  contactRows.leaf('Telefax', 'fax', 'EXTENDED'),
  contactRows.leaf('ElectronicMail', 'email'),
]

const rows = rowsOf<OtherParty>()
const invoiceRows = rowsOf<{ readonly creditorId?: string }>()

const isPlain = (id: { readonly scheme?: string }): boolean => id.scheme !== 'SEPA'

/** Each is written in an element of its own; files may put several into one, or none. */
const identifiers = (level?: Level): Row[] => [
  rows.list('PartyIdentification*/ID', 'identifiers', identifier, level, neverWritten),
  rows.list('PartyIdentification[:never]', 'identifiers', innerIdentifier, level, isPlain),
]

/** BT-90 stands among the identifiers of the seller, or of the payee; it is written once, beside the seller. */
const creditorId: Row = invoiceRows.leaf('PartyIdentification[ID@schemeID=SEPA]/ID', '/creditorId')
const creditorScheme: Row = invoiceRows.constant('PartyIdentification[ID@schemeID=SEPA]/ID@schemeID', 'SEPA')

const taxSchemes = (level?: Level): Row[] => [
  rows.leaf('PartyTaxScheme[:ofVat]/CompanyID', 'vatNumber', ...(level ? [level] : [])),
  rows.constant('PartyTaxScheme[:ofVat]/TaxScheme+/ID', 'VAT', level),
]

const otherTaxScheme = (level?: Level): Row[] => [
  rows.leaf('PartyTaxScheme[:ofOtherTax]/CompanyID', 'taxRegistration', ...(level ? [level] : [])),
  rows.constant('PartyTaxScheme[:ofOtherTax]/TaxScheme+/ID', 'TAX', level),
]

/** The name in law is the name, the one traded under stands beside it. BT-32 and BT-33 are the seller's; EXTENDED gives them to all. */
const legalParty = (isSeller: boolean): Table => [
  rows.group('EndpointID', 'electronicAddress', identifier),
  ...(isSeller ? [creditorId, creditorScheme] : []),
  ...identifiers(),
  rows.leaf('PartyName/Name', 'tradingName'),
  rows.group('PostalAddress', 'address', address),
  ...taxSchemes(),
  ...otherTaxScheme(isSeller ? undefined : 'EXTENDED'),
  rows.leaf('PartyLegalEntity/RegistrationName', 'name', must(text)),
  rows.group('PartyLegalEntity/CompanyID', 'legalId', identifier),
  rows.leaf('PartyLegalEntity/CompanyLegalForm', 'legalInformation', ...(isSeller ? [] : (['EXTENDED'] as const))),
  rows.group('PartyLegalEntity/RegistrationAddress', 'legalAddress', address, 'EXTENDED'),
  rows.group('Contact', 'contact', contact),
]

/** The parties EXTENDED-CTC-FR adds. */
export const party: Table = legalParty(false)

/** BG-4. Its agent and whoever invoices for it stand inside it. */
export const seller: Table = [
  ...legalParty(true),
  rows.group('AgentParty', '/extended.salesAgent', party, 'EXTENDED'),
  rows.group('ServiceProviderParty/Party', '/extended.invoicer', party, 'EXTENDED'),
]

/** BG-7. */
export const buyer: Table = [
  ...party,
  rows.group('AgentParty', '/extended.buyerAgent', party, 'EXTENDED'),
  rows.group('ServiceProviderParty/Party', '/extended.invoicee', party, 'EXTENDED'),
]

/** BG-10. */
export const payee: Table = [
  rows.group('EndpointID', 'electronicAddress', identifier, 'EXTENDED'),
  invoiceRows.leaf('PartyIdentification[ID@schemeID=SEPA]/ID', '/creditorId', readOnly(text)),
  invoiceRows.constant('PartyIdentification[ID@schemeID=SEPA]/ID@schemeID', 'SEPA'),
  ...identifiers(),
  rows.leaf('PartyName/Name', 'name', must(text)),
  rows.group('PostalAddress', 'address', address, 'EXTENDED'),
  ...taxSchemes('EXTENDED'),
  ...otherTaxScheme('EXTENDED'),
  rows.leaf('PartyLegalEntity/RegistrationName', 'tradingName', 'EXTENDED'),
  rows.group('PartyLegalEntity/CompanyID', 'legalId', identifier),
  rows.group('Contact', 'contact', contact, 'EXTENDED'),
]

/** BG-11. */
export const representative: Table = [
  rows.group('EndpointID', 'electronicAddress', identifier, 'EXTENDED'),
  ...identifiers('EXTENDED'),
  rows.leaf('PartyName/Name', 'name', must(text)),
  rows.group('PostalAddress', 'address', address),
  ...taxSchemes(),
  ...otherTaxScheme('EXTENDED'),
  rows.leaf('PartyLegalEntity/RegistrationName', 'tradingName', 'EXTENDED'),
  rows.group('PartyLegalEntity/CompanyID', 'legalId', identifier, 'EXTENDED'),
  rows.group('Contact', 'contact', contact, 'EXTENDED'),
]

const deliveryRows = rowsOf<Delivery>()
const isFirst = (_: unknown, index: number): boolean => index === 0
/** BG-13 and BG-15. */
export const delivery: Table = [
  deliveryRows.leaf('ActualDeliveryDate', 'deliveredOn', day),
  deliveryRows.list('DeliveryLocation/ID', 'identifiers', identifier, undefined, isFirst),
  deliveryRows.group('DeliveryLocation/Address', 'address', address),
  deliveryRows.leaf('DeliveryParty/PartyName/Name', 'name'),
  deliveryRows.leaf('DeliveryParty/PartyLegalEntity/RegistrationName', 'party.tradingName', 'EXTENDED'),
  deliveryRows.group('DeliveryParty/Contact', 'party.contact', contact, 'EXTENDED'),
]
