import type { Invoice } from '#einvoice'
import type { Prepare } from './peer.ts'

const SILENT = { log: () => undefined, warn: () => undefined, error: () => undefined }

/** Its own form is UBL in JSON. It knows no French electronic address, so the parties have an e-mail, and no price of more than two decimals. */
export const einvoiceEu: Prepare = {
  name: '@e-invoice-eu/core',
  prepare: async ({ invoice, plain }) => {
    const { InvoiceService } = await import('@e-invoice-eu/core')
    const service = new InvoiceService(SILENT)
    const input = inputOf(invoice) as never
    const pdf = { buffer: plain, filename: 'facture.pdf', mimetype: 'application/pdf' }
    return {
      write: async () => service.generate(input, { format: 'CII', lang: 'fr' }),
      pack: async () => service.generate(input, { format: 'Factur-X-EN16931', lang: 'fr', pdf }),
    }
  },
}

const amount = (name: string, value: string) => ({ [`cbc:${name}`]: value, [`cbc:${name}@currencyID`]: 'EUR' })
const VAT = { 'cbc:ID': 'S', 'cbc:Percent': '20', 'cac:TaxScheme': { 'cbc:ID': 'VAT' } }

/** The seller may have several tax registrations, the buyer one. */
function partyOf({ address, name, vatNumber }: Invoice['seller'], isSeller: boolean): object {
  const registration = { 'cbc:CompanyID': vatNumber, 'cac:TaxScheme': { 'cbc:ID': 'VAT' } }
  return {
    'cac:Party': {
      'cbc:EndpointID': 'factures@example.fr',
      'cbc:EndpointID@schemeID': 'EM',
      'cac:PostalAddress': {
        'cbc:StreetName': address.line1,
        'cbc:CityName': address.city,
        'cbc:PostalZone': address.postcode,
        'cac:Country': { 'cbc:IdentificationCode': address.country },
      },
      'cac:PartyTaxScheme': isSeller ? [registration] : registration,
      'cac:PartyLegalEntity': { 'cbc:RegistrationName': name },
    },
  }
}

function inputOf({ buyer, dueOn, guideline, issuedOn, lines, number, payment, seller, totals }: Invoice): object {
  const vat = amount('TaxAmount', totals.vat)
  return {
    'ubl:Invoice': {
      'cbc:CustomizationID': guideline,
      'cbc:ID': number,
      'cbc:IssueDate': issuedOn,
      'cbc:DueDate': dueOn,
      'cbc:InvoiceTypeCode': '380',
      'cbc:DocumentCurrencyCode': 'EUR',
      'cbc:BuyerReference': 'SERVEXEC',
      'cac:AccountingSupplierParty': partyOf(seller, true),
      'cac:AccountingCustomerParty': partyOf(buyer, false),
      'cac:PaymentMeans': [{ 'cbc:PaymentMeansCode': '58', 'cac:PayeeFinancialAccount': { 'cbc:ID': payment?.iban } }],
      'cac:TaxTotal': [{ ...vat, 'cac:TaxSubtotal': [{ ...amount('TaxableAmount', totals.net), ...vat, 'cac:TaxCategory': VAT }] }],
      'cac:LegalMonetaryTotal': {
        ...amount('LineExtensionAmount', totals.lineNet),
        ...amount('TaxExclusiveAmount', totals.net),
        ...amount('TaxInclusiveAmount', totals.gross),
        ...amount('PayableAmount', totals.due),
      },
      'cac:InvoiceLine': lines.map(({ id, item, netAmount, netPrice, quantity }) => ({
        'cbc:ID': id,
        'cbc:InvoicedQuantity': quantity,
        'cbc:InvoicedQuantity@unitCode': 'C62',
        ...amount('LineExtensionAmount', netAmount),
        'cac:Item': { 'cbc:Name': item.name, 'cac:ClassifiedTaxCategory': VAT },
        'cac:Price': amount('PriceAmount', Number(netPrice).toFixed(2)),
      })),
    },
  }
}
