/** CII-SR: how often the CII binding lets each term stand (CEN/TS 16931-3-3). */
import { type BindingRule, count } from '../binding-rule.ts'

const AGREEMENT = 'SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement'
const HEADER_CHARGE = 'ApplicableHeaderTradeSettlement/SpecifiedTradeAllowanceCharge'

type Amount = 'exactly' | 'at most' | 'at least'
type Times = readonly [id: string, term: string, at: string, path: string, amount: Amount, fr: string, en: string]

/** Of the totals, in the order of the schema; those from InformationAmount on, which have no term, too. */
const TOTALS: readonly (readonly [name: string, term: string])[] = [
  ['LineTotalAmount', 'BT-106'],
  ['ChargeTotalAmount', 'BT-108'],
  ['AllowanceTotalAmount', 'BT-107'],
  ['TaxBasisTotalAmount', 'BT-109'],
  ['RoundingAmount', 'BT-114'],
  ['GrandTotalAmount', 'BT-112'],
  ['InformationAmount', ''],
  ['TotalPrepaidAmount', 'BT-113'],
  ['TotalDiscountAmount', ''],
  ['TotalAllowanceChargeAmount', ''],
  ['DuePayableAmount', 'BT-115'],
  ['RetailValueExcludingTaxInformationAmount', ''],
  ['TotalDepositFeeInformationAmount', ''],
  ['ProductValueExcludingTobaccoTaxInformationAmount', ''],
  ['TotalRetailValueInformationAmount', ''],
  ['GrossLineTotalAmount', ''],
  ['NetLineTotalAmount', ''],
  ['NetIncludingTaxesLineTotalAmount', ''],
]

const FIRST_OF_TOTALS = 477

const TIMES: readonly Times[] = [
  [
    'CII-SR-009',
    'BT-24',
    'ExchangedDocumentContext',
    'GuidelineSpecifiedDocumentContextParameter',
    'exactly',
    'Le groupe de la norme suivie',
    'The group of the specification followed',
  ],
  [
    'CII-SR-471',
    'BT-96',
    'SpecifiedTradeAllowanceCharge',
    'RateApplicablePercent',
    'at most',
    'Le taux d’une remise ou d’un frais',
    'The rate of an allowance or charge',
  ],
  [
    'CII-SR-469',
    'BT-83',
    'SupplyChainTradeTransaction',
    'ApplicableHeaderTradeSettlement/PaymentReference',
    'at most',
    'La référence du paiement',
    'The reference of the payment',
  ],
  ...TOTALS.map(([name, term], index): Times => [
    `CII-SR-${FIRST_OF_TOTALS + index}`,
    term,
    'ApplicableHeaderTradeSettlement/SpecifiedTradeSettlementHeaderMonetarySummation',
    name,
    'at most',
    `Le total ${name}`,
    `The total ${name}`,
  ]),
  ['CII-SR-010', 'BT-24', 'GuidelineSpecifiedDocumentContextParameter', 'ID', 'exactly', 'La norme suivie', 'The specification followed'],
  ['CII-SR-014', 'BT-3', 'ExchangedDocument', 'TypeCode', 'exactly', 'Le type de document', 'The type of document'],
  [
    'CII-SR-069',
    'BT-160',
    'ApplicableProductCharacteristic',
    'Description',
    'exactly',
    'Le nom d’une caractéristique',
    'The name of an attribute',
  ],
  [
    'CII-SR-072',
    'BT-161',
    'ApplicableProductCharacteristic',
    'Value',
    'exactly',
    'La valeur d’une caractéristique',
    'The value of an attribute',
  ],
  ['CII-SR-090', 'BT-159', 'SpecifiedTradeProduct', 'OriginTradeCountry', 'at most', 'Le pays d’origine', 'The country of origin'],
  [
    'CII-SR-439',
    'BT-146',
    'SpecifiedLineTradeAgreement',
    'NetPriceProductTradePrice/ChargeAmount',
    'exactly',
    'Le prix net',
    'The net price',
  ],
  ['CII-SR-440', 'BT-147', 'AppliedTradeAllowanceCharge', 'ActualAmount', 'at most', 'La remise sur le prix', 'The discount on the price'],
  ['CII-SR-441', 'BT-146', 'NetPriceProductTradePrice', 'ChargeAmount', 'at most', 'Le prix net', 'The net price'],
  [
    'CII-SR-455',
    'BG-6',
    AGREEMENT,
    'SellerTradeParty/DefinedTradeContact',
    'at most',
    'Le contact du vendeur',
    'The contact of the seller',
  ],
  ['CII-SR-456', 'BG-9', AGREEMENT, 'BuyerTradeParty/DefinedTradeContact', 'at most', 'Le contact du client', 'The contact of the buyer'],
  [
    'CII-SR-459',
    'BT-34',
    AGREEMENT,
    'SellerTradeParty/URIUniversalCommunication',
    'at most',
    'L’adresse électronique du vendeur',
    'The electronic address of the seller',
  ],
  [
    'CII-SR-460',
    'BT-49',
    AGREEMENT,
    'BuyerTradeParty/URIUniversalCommunication',
    'at most',
    'L’adresse électronique du client',
    'The electronic address of the buyer',
  ],
  [
    'CII-SR-461',
    'BT-7',
    'ApplicableHeaderTradeSettlement',
    'ApplicableTradeTax/TaxPointDate',
    'at most',
    'La date d’exigibilité de la TVA',
    'The VAT point date',
  ],
  [
    'CII-SR-463',
    'BG-20',
    HEADER_CHARGE,
    'ChargeIndicator',
    'at least',
    'L’indication de remise ou de frais',
    'The indicator of allowance or charge',
  ],
  [
    'CII-SR-472',
    'BT-95',
    HEADER_CHARGE,
    'CategoryTradeTax',
    'at most',
    'La TVA d’une remise ou d’un frais',
    'The VAT of an allowance or charge',
  ],
  [
    'CII-SR-473',
    'BT-92',
    'SpecifiedTradeAllowanceCharge',
    'ActualAmount',
    'at most',
    'Le montant d’une remise ou d’un frais',
    'The amount of an allowance or charge',
  ],
]

const times = ([id, term, at, path, amount, fr, en]: Times): BindingRule => ({
  id,
  term,
  severity: 'fatal',
  at: [at],
  breaks: (element) => {
    const found = count(element, path)
    return (found > 1 && amount !== 'at least') || (found === 0 && amount !== 'at most')
  },
  found: (element) => String(count(element, path)),
  fr:
    amount !== 'at most'
      ? `${fr} doit figurer une fois, et figure {found} fois.`
      : `${fr} ne doit figurer qu’une fois, et figure {found} fois.`,
  en: amount !== 'at most' ? `${en} must stand once, and stands {found} times.` : `${en} may stand only once, and stands {found} times.`,
})

export const timesRules: readonly BindingRule[] = TIMES.map(times)
