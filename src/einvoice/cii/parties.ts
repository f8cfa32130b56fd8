import { element, mandatory, optional } from '../xml/write.ts'
import type { Address, Identifier, Invoice, Party, PartyContact } from '../model.ts'
import { dateTime, each, identifier } from './parts.ts'

function postalAddress(address: Address): string {
  return element(
    'ram:PostalTradeAddress',
    optional('ram:PostcodeCode', address.postcode) +
      optional('ram:LineOne', address.line1) +
      optional('ram:LineTwo', address.line2) +
      optional('ram:LineThree', address.line3) +
      optional('ram:CityName', address.city) +
      mandatory('ram:CountryID', address.country) +
      optional('ram:CountrySubDivisionName', address.subdivision),
  )
}

function contactOf(contact: PartyContact | undefined): string {
  if (!contact) return ''
  return element(
    'ram:DefinedTradeContact',
    optional('ram:PersonName', contact.name) +
      element('ram:TelephoneUniversalCommunication', optional('ram:CompleteNumber', contact.phone)) +
      element('ram:EmailURIUniversalCommunication', optional('ram:URIID', contact.email)),
  )
}

function taxRegistration(scheme: 'VA' | 'FC', number: string | undefined): string {
  return element('ram:SpecifiedTaxRegistration', optional('ram:ID', number, ` schemeID="${scheme}"`))
}

/** Identifiers of no list go before those of a list, under another name. */
function identifiersOf(identifiers: readonly Identifier[] | undefined): string {
  if (!identifiers) return ''
  const plain = identifiers.filter((id) => id.scheme === undefined)
  const listed = identifiers.filter((id) => id.scheme !== undefined)
  return each(plain, (id) => identifier('ram:ID', id)) + each(listed, (id) => identifier('ram:GlobalID', id))
}

/** BG-4 and BG-7. BT-32 and BT-33 exist for the seller only. */
export function tradeParty(name: 'ram:SellerTradeParty' | 'ram:BuyerTradeParty', party: Party): string {
  const isSeller = name === 'ram:SellerTradeParty'
  return element(
    name,
    identifiersOf(party.identifiers) +
      mandatory('ram:Name', party.name) +
      (isSeller ? optional('ram:Description', party.legalInformation) : '') +
      element(
        'ram:SpecifiedLegalOrganization',
        identifier('ram:ID', party.legalId) + optional('ram:TradingBusinessName', party.tradingName),
      ) +
      contactOf(party.contact) +
      postalAddress(party.address) +
      element('ram:URIUniversalCommunication', identifier('ram:URIID', party.electronicAddress)) +
      taxRegistration('VA', party.vatNumber) +
      (isSeller ? taxRegistration('FC', party.taxRegistration) : ''),
  )
}

/** BG-13 and BG-15. The schema wants the element even when nothing is known of the delivery. */
export function tradeDelivery(delivery: Invoice['delivery']): string {
  if (!delivery) return '<ram:ApplicableHeaderTradeDelivery/>'
  const shipTo = optional('ram:Name', delivery.name) + (delivery.address ? postalAddress(delivery.address) : '')
  const inner =
    element('ram:ShipToTradeParty', shipTo) +
    element('ram:ActualDeliverySupplyChainEvent', dateTime('ram:OccurrenceDateTime', delivery.deliveredOn))
  return `<ram:ApplicableHeaderTradeDelivery>${inner}</ram:ApplicableHeaderTradeDelivery>`
}
