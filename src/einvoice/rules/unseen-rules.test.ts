/** Rules the official verdicts never show failing: for each a file that passes it, and the same file with one thing wrong. */
import { describe, expect, test } from 'vitest'
import { parseDay } from '#core/day'
import { writeCii } from '../cii/write.ts'
import { BUYER, sampleInvoice, sampleLine, SELLER } from '../fixtures/sample-invoice.ts'
import { judge } from '../judge.ts'
import type { AllowanceCharge, Invoice, InvoiceLine, Party, VatCategory } from '../model.ts'
import { readInvoice } from '../read.ts'
import type { Syntax } from '../reading.ts'
import { writeUbl } from '../ubl/write.ts'

/** Fields changed, or taken away; or, of the failing file, what is done to the XML of the passing one. */
type Fields = { readonly [Field in keyof Invoice]?: Invoice[Field] | undefined }
type Change = Fields | ((xml: string) => string)
type Row = readonly [rule: string, syntax: Syntax, passing: Fields, failing: Change]

const day = parseDay('2026-11-20')

/** An invoice that tells everything the rules below ask about, and passes them all. */
const rich = sampleInvoice({
  projectReference: 'P1',
  contractReference: 'C1',
  tenderReference: 'T1',
  invoicedObject: { value: 'O1', scheme: 'AFL' },
  period: { from: parseDay('2026-11-01'), to: day },
  seller: {
    ...SELLER,
    tradingName: 'ACME',
    identifiers: [{ value: '10000000900009', scheme: '0009' }],
    contact: { name: 'Anne', phone: '0400000000' },
  },
  buyer: { ...BUYER, tradingName: 'Client', contact: { name: 'Bruno' } },
  payee: { name: 'Factor SA', identifiers: [{ value: '7300000000001', scheme: '0088' }], legalId: { value: '300000007', scheme: '0002' } },
  sellerTaxRepresentative: { name: 'Fisc SARL', vatNumber: 'FR88100000009', address: { city: 'Lyon', country: 'FR' } },
  delivery: {
    name: 'Entrepôt',
    deliveredOn: day,
    identifiers: [{ value: '7300000000002', scheme: '0088' }],
    address: { city: 'Lyon', country: 'FR' },
  },
  supportingDocuments: [
    { reference: 'D1', description: 'LISIBLE' },
    { reference: 'D2', description: 'BON_LIVRAISON' },
  ],
  payment: { meansCode: '58', meansText: 'Virement', iban: 'FR7630006000011234567890189', remittance: 'F2026-00042' },
  lines: [
    {
      ...sampleLine(),
      object: { value: 'L1', scheme: 'AVV' },
      period: { from: day, to: day },
      item: { name: 'Conseil', description: 'Deux jours' },
    },
  ],
})

/** 100.00 of a category, as a line, an allowance or a charge, beside nothing else. */
function sale(category: string, rate: string | undefined, taxAmount: string, changes: Fields = {}): Fields {
  const vat = { category: category as VatCategory, ...(rate === undefined ? {} : { rate }) }
  const needsReason = ['E', 'AE', 'K', 'G', 'O'].includes(category)
  const { vatNumber: _, ...sellerWithoutVat } = SELLER
  const { vatNumber: __, ...buyerWithoutVat } = BUYER
  return {
    sellerTaxRepresentative: undefined,
    lines: [sampleLine(vat)],
    vatBreakdown: [{ ...vat, taxableAmount: '1000.00', taxAmount, ...(needsReason ? { exemptionReason: 'Exonéré' } : {}) }],
    ...(category === 'O' ? { seller: sellerWithoutVat, buyer: buyerWithoutVat } : {}),
    ...changes,
  }
}

const part = (kind: AllowanceCharge['kind'], category: string, rate?: string): Fields => ({
  allowancesCharges: [
    {
      kind,
      amount: '0.00',
      reason: 'Geste',
      vat: { category: category as VatCategory, ...(rate === undefined ? {} : { rate }) },
    },
  ],
})

const withLine = (changes: Partial<InvoiceLine>): Fields => ({ lines: [{ ...sampleLine(), ...changes }] })
const withNotes = (...notes: readonly (readonly [subject: string, text: string])[]): Fields => ({
  notes: [...rich.notes.filter(({ subject }) => subject !== 'BAR'), ...notes.map(([subject, text]) => ({ subject, text }))],
})
const seller = (changes: Partial<Party>): Fields => ({ seller: { ...SELLER, ...changes } })
const buyer = (changes: Partial<Party>): Fields => ({ buyer: { ...BUYER, ...changes } })

/** Repeats the first element of that name. */
const twice =
  (name: string, attribute = '') =>
  (xml: string): string => {
    const element = new RegExp(`<${name}(?=[ >])[^>]*${attribute}[^>]*>[\\s\\S]*?</${name}>`).exec(xml)?.[0]
    if (element === undefined) throw new Error(`no ${name}`)
    return xml.replace(element, () => element + element)
  }

const replaced =
  (found: string, by: string) =>
  (xml: string): string => {
    if (!xml.includes(found)) throw new Error(`no ${found}`)
    return xml.replace(found, () => by)
  }

/** Does something to the first element of that name alone. */
const inside =
  (name: string, change: (xml: string) => string) =>
  (xml: string): string =>
    xml.replace(new RegExp(`<${name}>[\\s\\S]*?</${name}>`), (element) => change(element))

const same: Fields = {}
const long = 'F'.repeat(36)
const preceding = (number: string) => ({ precedingInvoices: [{ number, issuedOn: day }] })
const linePreceding = (number: string, issuedOn = day) => withLine({ extended: { precedingInvoice: { number, issuedOn } } })
const payee = (value: string, scheme: string): Fields => ({ payee: { name: 'Factor SA', identifiers: [{ value, scheme }] } })
const EXTENDED = { guideline: 'urn:cen.eu:en16931:2017#conformant#urn.cpro.gouv.fr:1p0:extended-ctc-fr' }
const invoicee = (scheme: string | undefined, value: string): Fields => ({
  ...EXTENDED,
  extended: { invoicee: { name: 'Holding SA', identifiers: [{ value, ...(scheme === undefined ? {} : { scheme }) }] } },
})
const paid = { totals: { ...rich.totals, paid: '1200.00', due: '0.00' } }

const ROWS: readonly Row[] = [
  ['BR-CO-03', 'CII', { vatPointCode: '72' }, { vatPointCode: '72', vatPointOn: day }],
  [
    'BR-CO-19',
    'CII',
    same,
    inside('ram:ApplicableHeaderTradeSettlement', (xml) => xml.replace(/<ram:StartDateTime>[\s\S]*<\/ram:EndDateTime>/, '')),
  ],
  ...(['05', '06'] as const).map((number): Row => {
    const field = number === '05' ? 'amount' : 'baseAmount'
    const charge = (amount: string): Fields => ({
      allowancesCharges: [{ kind: 'charge', amount: '0.00', reason: 'Port', vat: { category: 'S', rate: '20' }, [field]: amount }],
    })
    return [`BR-DEC-${number}`, 'CII', charge('0.00'), charge('0.001')]
  }),
  ['BR-Z-09', 'UBL', sale('Z', '0', '0.00'), sale('Z', '0', '1.00')],
  [
    'BR-IC-10',
    'CII',
    sale('K', '0', '0.00'),
    sale('K', '0', '0.00', { vatBreakdown: [{ category: 'K', rate: '0', taxableAmount: '1000.00', taxAmount: '0.00' }] }),
  ],
  [
    'BR-O-10',
    'CII',
    sale('O', undefined, '0.00'),
    sale('O', undefined, '0.00', { vatBreakdown: [{ category: 'O', taxableAmount: '1000.00', taxAmount: '0.00' }] }),
  ],
  ['BR-AF-05', 'UBL', sale('L', '7', '70.00'), sale('L', '-7', '-70.00')],
  [
    'BR-AF-07',
    'UBL',
    { ...sale('L', '7', '70.00'), ...part('charge', 'L', '7') },
    { ...sale('L', '7', '70.00'), ...part('charge', 'L', '-7') },
  ],
  [
    'BR-AF-10',
    'UBL',
    sale('L', '7', '70.00'),
    sale('L', '7', '70.00', {
      vatBreakdown: [{ category: 'L' as VatCategory, rate: '7', taxableAmount: '1000.00', taxAmount: '70.00', exemptionReason: 'Sans' }],
    }),
  ],
  [
    'BR-AG-06',
    'UBL',
    { ...sale('M', '4', '40.00'), ...part('allowance', 'M', '4') },
    { ...sale('M', '4', '40.00'), ...part('allowance', 'M', '-4') },
  ],
  ['BR-AG-09', 'UBL', sale('M', '4', '40.00'), sale('M', '4', '42.00')],
  [
    'BR-G-06',
    'CII',
    { ...sale('G', '0', '0.00'), ...part('allowance', 'G', '0') },
    { ...sale('G', '0', '0.00'), ...part('allowance', 'G', '1') },
  ],
  [
    'BR-G-07',
    'CII',
    { ...sale('G', '0', '0.00'), ...part('charge', 'G', '0') },
    { ...sale('G', '0', '0.00'), ...part('charge', 'G', '1') },
  ],
  [
    'BR-O-03',
    'CII',
    { ...sale('O', undefined, '0.00'), ...part('allowance', 'O') },
    { ...sale('O', undefined, '0.00'), ...part('allowance', 'O'), seller: SELLER },
  ],
  ['BR-O-12', 'CII', sale('O', undefined, '0.00'), { ...sale('O', undefined, '0.00'), lines: [sampleLine()] }],
  ['BR-O-13', 'CII', sale('O', undefined, '0.00'), { ...sale('O', undefined, '0.00'), ...part('allowance', 'S', '20') }],
  [
    'BR-B-01',
    'CII',
    sale('B', '22', '220.00', {
      seller: { ...SELLER, address: { city: 'Roma', country: 'IT' } },
      buyer: { ...BUYER, address: { city: 'Roma', country: 'IT' } },
    }),
    sale('B', '22', '220.00'),
  ],
  ['BR-B-02', 'CII', sale('B', '22', '220.00'), { ...sale('B', '22', '220.00'), ...part('charge', 'S', '20') }],
  ['BR-FR-01_BT-1', 'CII', same, { number: long }],
  ['BR-FR-01_BT-1-1', 'UBL', same, { number: long }],
  ['BR-FR-01_BT-25', 'CII', preceding('F1'), preceding(long)],
  ['BR-FR-01_BT-25-1', 'UBL', preceding('F1'), preceding(long)],
  ['BR-FR-01_EXT-FR-FE-136', 'CII', { ...EXTENDED, ...linePreceding('F1') }, { ...EXTENDED, ...linePreceding(long) }],
  ['BR-FR-01_EXT-FR-FE-136-1', 'UBL', { ...EXTENDED, ...linePreceding('F1') }, { ...EXTENDED, ...linePreceding(long) }],
  [
    'BR-FR-03_EXT-FR-FE-138',
    'UBL',
    { ...EXTENDED, ...linePreceding('F1') },
    { ...EXTENDED, ...linePreceding('F1', '1999-11-20' as typeof day) },
  ],
  ...(['PMT', 'PMD', 'AAB', 'TXD'] as const).flatMap((subject, index): Row[] => [
    [`BR-FR-06_BT-22_${subject}`, 'CII', withNotes(), withNotes([subject, 'un'], [subject, 'deux'])],
    [`BR-FR-06_BT-22-${index + 1}`, 'UBL', withNotes(), withNotes([subject, 'un'], [subject, 'deux'])],
  ]),
  ['BR-FR-20_BT-22', 'CII', withNotes(['BAR', 'B2C']), withNotes(['BAR', 'B2X'])],
  ['BR-FR-31_BT-22', 'CII', withNotes(['BAR', 'B2B']), withNotes(['BAR', 'B2B'], ['BAR', 'B2C'])],
  ...(['BT-29', 'BT-46'] as const).flatMap((term): Row[] => {
    const routed = (value: string) => (term === 'BT-29' ? seller : buyer)({ identifiers: [{ value, scheme: '0224' }] })
    return [
      [`BR-FR-24_${term}`, 'CII', routed('SERVICE_1'), routed('Service é')],
      [`BR-FR-26_${term}`, 'UBL', routed('S'.repeat(100)), routed('S'.repeat(101))],
    ]
  }),
  ['BR-FR-25_BT-34', 'CII', same, seller({ electronicAddress: { value: '1'.repeat(126), scheme: '0225' } })],
  ['BR-FR-25_BT-49', 'CII', same, buyer({ electronicAddress: { value: '2'.repeat(126), scheme: '0225' } })],
  ['BR-FR-09_BT-60', 'CII', payee('30000000700009', '0009'), payee('3000', '0009')],
  ['BR-FR-CO-10_BT-71-2', 'CII', same, inside('ram:ShipToTradeParty', twice('ram:GlobalID'))],
  [
    'BR-FR-25_EXT-FR-FE-52',
    'CII',
    { ...EXTENDED, extended: { payer: { name: 'Payeur', electronicAddress: { value: '1', scheme: '0225' } } } },
    { ...EXTENDED, extended: { payer: { name: 'Payeur', electronicAddress: { value: '1'.repeat(126), scheme: '0225' } } } },
  ],
  ['BR-FR-09_EXT-FR-FE-92', 'CII', invoicee('0009', '30000000700009'), invoicee('0009', '3000')],
  ['BR-FR-CO-10_EXT-FR-FE-92-1', 'CII', invoicee('0088', '7300000000003'), replaced(' schemeID="0088">7300000000003', '>7300000000003')],
  [
    'BR-FR-11_BT-47',
    'CII',
    withNotes(['BAR', 'B2B']),
    { ...withNotes(['BAR', 'B2B']), ...buyer({ legalId: { value: '1', scheme: '0088' } }) },
  ],
  [
    'BR-FR-21_BT-49',
    'CII',
    withNotes(['BAR', 'B2B']),
    { ...withNotes(['BAR', 'B2B']), ...buyer({ electronicAddress: { value: 'a@b.example', scheme: 'EM' } }) },
  ],
  [
    'BR-FR-22_BT-34',
    'CII',
    { ...withNotes(['BAR', 'B2B']), typeCode: '389' },
    { ...withNotes(['BAR', 'B2B']), typeCode: '389', ...seller({ electronicAddress: { value: 'a@b.example', scheme: 'EM' } }) },
  ],
  [
    'BR-FR-CO-14_BT-22',
    'CII',
    { ...withNotes(['TXD', 'MEMBRE_ASSUJETTI_UNIQUE']), ...seller({ identifiers: [{ value: '400000006', scheme: '0231' }] }) },
    { ...withNotes(), ...seller({ identifiers: [{ value: '400000006', scheme: '0231' }] }) },
  ],
  [
    'BR-FR-CO-15_BT-63',
    'CII',
    seller({ identifiers: [{ value: '400000006', scheme: '0231' }] }),
    { ...seller({ identifiers: [{ value: '400000006', scheme: '0231' }] }), sellerTaxRepresentative: undefined },
  ],
  ['BR-FR-CO-03_BT-3', 'UBL', { typeCode: '262' }, { typeCode: '262', contractReference: undefined }],
  ['BR-FR-CO-08_BT-23', 'CII', { frame: 'S4' }, { frame: 'S4', typeCode: '386' }],
  ['BR-FR-CO-09_BT-23', 'CII', { frame: 'S2', ...paid }, { frame: 'S2' }],
  ['BR-FR-18_BT-123', 'CII', same, { supportingDocuments: ['1', '2'].map((reference) => ({ reference, description: 'LISIBLE' })) }],
  [
    'BR-FR-DEC-01_BT-111',
    'CII',
    { vatCurrency: 'USD', totals: { ...rich.totals, vatInAccountingCurrency: '240.00' } },
    { vatCurrency: 'USD', totals: { ...rich.totals, vatInAccountingCurrency: '240.001' } },
  ],
  ['CII-SR-456', 'CII', same, inside('ram:BuyerTradeParty', twice('ram:DefinedTradeContact'))],
  ['CII-SR-460', 'CII', same, inside('ram:BuyerTradeParty', twice('ram:URIUniversalCommunication'))],
  [
    'CII-SR-462',
    'CII',
    same,
    (xml) =>
      twice('ram:DueDateTypeCode')(xml).replace(
        '<ram:DueDateTypeCode>72</ram:DueDateTypeCode>',
        '<ram:DueDateTypeCode>5</ram:DueDateTypeCode>',
      ),
  ],
  [
    'UBL-SR-04',
    'UBL',
    same,
    (xml) =>
      xml.replace(/<cac:AdditionalDocumentReference>(?=<cbc:ID schemeID)[\s\S]*?<\/cac:AdditionalDocumentReference>/, (one) => one + one),
  ],
  ['UBL-SR-08', 'UBL', same, twice('cac:InvoicePeriod')],
  ['UBL-SR-09', 'UBL', same, twice('cbc:RegistrationName')],
  ['UBL-SR-11', 'UBL', same, twice('cbc:CompanyID', 'schemeID="0002"')],
  ['UBL-SR-12', 'UBL', same, twice('cac:PartyTaxScheme')],
  [
    'UBL-SR-15',
    'UBL',
    same,
    replaced(
      '<cbc:RegistrationName>CLIENT SAS</cbc:RegistrationName>',
      '<cbc:RegistrationName>A</cbc:RegistrationName><cbc:RegistrationName>B</cbc:RegistrationName>',
    ),
  ],
  [
    'UBL-SR-17',
    'UBL',
    same,
    replaced(
      '<cbc:CompanyID schemeID="0002">200000008</cbc:CompanyID>',
      '<cbc:CompanyID>1</cbc:CompanyID><cbc:CompanyID>2</cbc:CompanyID>',
    ),
  ],
  ['UBL-SR-22', 'UBL', same, inside('cac:TaxRepresentativeParty', twice('cac:PartyName'))],
  ['UBL-SR-24', 'UBL', same, twice('cac:Delivery')],
  ['UBL-SR-27', 'UBL', same, twice('cbc:PaymentMeansCode')],
  [
    'UBL-SR-29',
    'UBL',
    same,
    replaced(
      '<cac:PayeeParty>',
      `<cac:PayeeParty>${'<cac:PartyIdentification><cbc:ID schemeID="SEPA">DE98</cbc:ID></cac:PartyIdentification>'.repeat(2)}`,
    ),
  ],
  [
    'UBL-SR-31',
    'UBL',
    part('charge', 'S', '20'),
    (xml) =>
      xml.replace(
        '<cac:TaxTotal>',
        '<cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator><cbc:AllowanceChargeReason>a</cbc:AllowanceChargeReason><cbc:AllowanceChargeReason>b</cbc:AllowanceChargeReason></cac:AllowanceCharge><cac:TaxTotal>',
      ),
  ],
  [
    'UBL-SR-38',
    'UBL',
    same,
    replaced(
      '<cac:ClassifiedTaxCategory>',
      '<cac:ClassifiedTaxCategory><cbc:TaxExemptionReason>a</cbc:TaxExemptionReason><cbc:TaxExemptionReason>b</cbc:TaxExemptionReason>',
    ),
  ],
  ['UBL-SR-39', 'UBL', same, twice('cac:ProjectReference')],
  ['UBL-SR-44', 'UBL', same, (xml) => twice('cac:PaymentMeans')(xml).replace('<cbc:PaymentID>F2026-00042<', '<cbc:PaymentID>F2<')],
  [
    'UBL-SR-45',
    'UBL',
    same,
    replaced(
      '</cbc:PaymentMeansCode>',
      '</cbc:PaymentMeansCode><cbc:PaymentDueDate>2026-12-01</cbc:PaymentDueDate><cbc:PaymentDueDate>2026-12-02</cbc:PaymentDueDate>',
    ),
  ],
  ['UBL-SR-46', 'UBL', same, (xml) => twice('cac:PaymentMeans')(xml).replace('name="Virement"', 'name="Autre"')],
  ['UBL-SR-50', 'UBL', same, twice('cbc:Description')],
  ['UBL-SR-52', 'UBL', same, twice('cac:DocumentReference')],
  [
    'BR-FR-29_BT-18',
    'UBL',
    same,
    (xml) =>
      xml.replace(
        /<cac:AdditionalDocumentReference><cbc:ID schemeID="AFL">[\s\S]*?<\/cac:AdditionalDocumentReference>/,
        (one) => one + one,
      ),
  ],
  ['BR-FR-30_BT-128', 'CII', same, inside('ram:SpecifiedLineTradeSettlement', twice('ram:AdditionalReferencedDocument'))],
  ['ENCOURS-15', 'CII', same, withLine({ quantity: 'deux' })],
]

const written = (syntax: Syntax, fields: Fields): string => {
  const invoice = { ...rich, ...fields } as Invoice
  return syntax === 'CII' ? writeCii(invoice) : writeUbl(invoice)
}

const rulesBroken = (xml: string): ReadonlySet<string> =>
  new Set(judge(readInvoice(new TextEncoder().encode(xml))).failures.map(({ rule }) => rule))

describe('rules no official verdict shows failing', () => {
  test.each(ROWS)('%s passes and fails in %s', (rule, syntax, passing, failing) => {
    const good = written(syntax, passing)
    expect(rulesBroken(good)).not.toContain(rule)
    expect(rulesBroken(typeof failing === 'function' ? failing(good) : written(syntax, failing))).toContain(rule)
  })

  test('the file they start from passes every rule, in both syntaxes', () => {
    expect([...rulesBroken(written('CII', same))]).toEqual([])
    expect([...rulesBroken(written('UBL', same))]).toEqual([])
  })
})
