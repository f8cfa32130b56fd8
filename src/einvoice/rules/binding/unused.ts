/**
 * Elements the European standard has no use for. Its publisher warns of each by a rule of its own; here are those that invoices really hold,
 * as a table: the rule, then where the element stands. Extensions such as EXTENDED-CTC-FR use some of them on purpose.
 */
import type { Syntax } from '../../reading.ts'
import { type BindingRule, childNamed, count } from './binding-rule.ts'

const ADDRESS_PARTS = [
  'BuildingNumber',
  'InhouseMail',
  'Department',
  'MarkAttention',
  'MarkCare',
  'PlotIdentification',
  'CitySubdivisionName',
]
const EXTERNAL_PARTS = [
  'DocumentHash',
  'HashAlgorithmMethod',
  'ExpiryDate',
  'ExpiryTime',
  'MimeCode',
  'FormatCode',
  'EncodingCode',
  'CharacterSetCode',
  'FileName',
]

type Row = readonly [id: string, at: string]

/** Numbered one after the other, in the order of the schema. */
const numbered = (first: number, group: string, parts: readonly string[]): Row[] =>
  parts.map((part, index) => [`UBL-CR-${first + index}`, `${group}/${part}`])

const UBL: readonly Row[] = [
  ['UBL-CR-005', '/Invoice/UUID'],
  ['UBL-CR-006', '/Invoice/IssueTime'],
  ['UBL-CR-026', 'BillingReference/InvoiceDocumentReference/DocumentTypeCode'],
  ...numbered(121, 'AdditionalDocumentReference/Attachment/ExternalReference', EXTERNAL_PARTS),
  ...numbered(155, 'AccountingSupplierParty/Party/PostalAddress', ADDRESS_PARTS),
  ['UBL-CR-194', 'AccountingSupplierParty/Party/AgentParty'],
  ['UBL-CR-195', 'AccountingSupplierParty/Party/ServiceProviderParty'],
  ...numbered(218, 'AccountingCustomerParty/Party/PostalAddress', ADDRESS_PARTS),
  ['UBL-CR-258', 'AccountingCustomerParty/Party/AgentParty'],
  ['UBL-CR-259', 'AccountingCustomerParty/Party/ServiceProviderParty'],
  ['UBL-CR-347', '/Invoice/Delivery/LatestDeliveryDate'],
  ['UBL-CR-397', '/Invoice/Delivery/DeliveryParty/PartyLegalEntity'],
  ['UBL-CR-398', '/Invoice/Delivery/DeliveryParty/Contact'],
  ['UBL-CR-439', 'PaymentMandate/PayerParty'],
  ['UBL-CR-470', '/Invoice/PrepaidPayment'],
  ['UBL-CR-528', 'InvoiceLine/OrderLineReference/OrderReference'],
  ['UBL-CR-529', 'InvoiceLine/DespatchLineReference'],
  ['UBL-CR-531', 'InvoiceLine/BillingReference'],
  ['UBL-CR-550', 'InvoiceLine/Delivery'],
  ['UBL-CR-561', 'InvoiceLine/TaxTotal'],
  ['UBL-CR-646', 'InvoiceLine/SubInvoiceLine'],
  ['UBL-CR-681', 'PaymentMeans/InstructionNote'],
]

const LINE = 'IncludedSupplyChainTradeLineItem'
const PRICE_PART = 'GrossPriceProductTradePrice/AppliedTradeAllowanceCharge'

const CII: readonly Row[] = [
  ['CII-SR-002', 'ExchangedDocumentContext/TestIndicator'],
  ['CII-SR-013', 'ExchangedDocument/Name'],
  ['CII-SR-028', 'ExchangedDocument/IncludedNote/ContentCode'],
  ['CII-SR-087', 'SpecifiedTradeProduct/IndividualTradeProductInstance'],
  ['CII-SR-102', 'SpecifiedTradeProduct/IncludedReferencedProduct'],
  ['CII-SR-108', 'SpecifiedLineTradeAgreement/BuyerOrderReferencedDocument/IssuerAssignedID'],
  ['CII-SR-113', 'SpecifiedLineTradeAgreement/AdditionalReferencedDocument'],
  ['CII-SR-122', `${PRICE_PART}/CalculationPercent`],
  ['CII-SR-123', `${PRICE_PART}/BasisAmount`],
  ['CII-SR-128', `${PRICE_PART}/Reason`],
  ['CII-SR-148', 'SpecifiedLineTradeAgreement/ItemSellerTradeParty'],
  ['CII-SR-154', 'SpecifiedLineTradeDelivery/PackageQuantity'],
  ['CII-SR-164', 'SpecifiedLineTradeDelivery/ShipToTradeParty'],
  ['CII-SR-170', 'SpecifiedLineTradeDelivery/ActualDeliverySupplyChainEvent'],
  ['CII-SR-175', 'SpecifiedLineTradeDelivery/DeliveryNoteReferencedDocument'],
  ['CII-SR-200', 'SpecifiedTradeSettlementLineMonetarySummation/TaxTotalAmount'],
  ['CII-SR-201', 'SpecifiedTradeSettlementLineMonetarySummation/GrandTotalAmount'],
  ['CII-SR-203', 'SpecifiedTradeSettlementLineMonetarySummation/TotalAllowanceChargeAmount'],
  ['CII-SR-265', 'BuyerTradeParty/DefinedTradeContact/FaxUniversalCommunication'],
  ['CII-SR-312', 'ApplicableHeaderTradeDelivery/ShipToTradeParty/DefinedTradeContact'],
  ['CII-SR-313', 'ApplicableHeaderTradeDelivery/ShipToTradeParty/URIUniversalCommunication'],
  ['CII-SR-314', 'ApplicableHeaderTradeDelivery/ShipToTradeParty/SpecifiedTaxRegistration'],
  ['CII-SR-335', 'ApplicableHeaderTradeDelivery/DeliveryNoteReferencedDocument'],
  ['CII-SR-351', 'ApplicableHeaderTradeSettlement/InvoiceeTradeParty'],
  ['CII-SR-360', 'PayeeTradeParty/PostalTradeAddress'],
  ['CII-SR-366', 'ApplicableHeaderTradeSettlement/TaxApplicableTradeCurrencyExchange'],
  ['CII-SR-396', 'ApplicableHeaderTradeSettlement/SpecifiedLogisticsServiceCharge'],
  ['CII-SR-408', 'SpecifiedTradePaymentTerms/ApplicableTradePaymentDiscountTerms'],
  ['CII-SR-436', 'ApplicableHeaderTradeSettlement/SpecifiedAdvancePayment'],
  ['CII-SR-464', 'SpecifiedTradeSettlementPaymentMeans/PayerSpecifiedDebtorFinancialInstitution'],
  ['CII-DT-043', 'ApplicableHeaderTradeSettlement/ApplicableTradeTax/LineTotalBasisAmount'],
  ['CII-DT-044', 'ApplicableHeaderTradeSettlement/ApplicableTradeTax/AllowanceChargeBasisAmount'],
  ['CII-DT-058', `${LINE}/SpecifiedLineTradeSettlement/ApplicableTradeTax/DueDateTypeCode`],
]

const unused = ([id, at]: Row): BindingRule => ({
  id,
  term: '',
  severity: 'warning',
  at: [at],
  breaks: () => true,
  found: (element) => element.written,
  fr: 'L’élément {found} n’a pas d’emploi dans la norme européenne : un destinataire peut l’ignorer.',
  en: 'The element {found} has no use in the European standard: a receiver may ignore it.',
})

/** A contact is a person or a department, when no extension is used. */
const contactRule = (id: string, party: string): BindingRule => ({
  id,
  term: 'BT-41',
  severity: 'warning',
  at: [`${party}/DefinedTradeContact`],
  breaks: (contact) => childNamed(contact, 'PersonName') !== undefined && childNamed(contact, 'DepartmentName') !== undefined,
  found: () => '',
  fr: 'Un contact porte à la fois une personne et un service : la norme européenne n’a de place que pour l’un d’eux.',
  en: 'A contact has both a person and a department: the European standard has room for only one of them.',
})

const severalTerms = (id: string, path: string): BindingRule => ({
  id,
  term: 'BT-20',
  severity: 'warning',
  at: ['ApplicableHeaderTradeSettlement'],
  breaks: (settlement) => count(settlement, path) > 1,
  found: (settlement) => String(count(settlement, path)),
  fr: 'La facture porte {found} conditions de paiement : la norme européenne n’en connaît qu’une.',
  en: 'The invoice bears {found} payment terms: the European standard knows only one.',
})

export const unusedRules: Readonly<Record<Syntax, readonly BindingRule[]>> = {
  CII: [
    ...CII.map(unused),
    contactRule('CII-SR-465', 'SellerTradeParty'),
    contactRule('CII-SR-466', 'BuyerTradeParty'),
    severalTerms('CII-SR-452', 'SpecifiedTradePaymentTerms'),
    severalTerms('CII-SR-453', 'SpecifiedTradePaymentTerms/Description'),
  ],
  UBL: [
    ...UBL.map(unused),
    {
      id: 'UBL-DT-18',
      term: '',
      severity: 'warning',
      at: ['@name'],
      breaks: ({ name }) => name !== 'PaymentMeansCode',
      found: ({ attributes }) => attributes['name'] ?? '',
      fr: 'Seul le moyen de paiement porte un nom en clair ; « {found} » n’a pas d’emploi.',
      en: 'Only the means of payment has a name in words; “{found}” has no use.',
    },
    {
      id: 'UBL-CR-002',
      term: '',
      severity: 'warning',
      at: ['UBLVersionID'],
      breaks: ({ text }) => text !== '2.1',
      fr: 'La version d’UBL « {found} » n’est pas 2.1.',
      en: 'The version of UBL “{found}” is not 2.1.',
    },
  ],
}
