/**
 * The VAT situations of French trade and the types of document, each with the ways it can go wrong and the rules that tell. A situation is
 * written in both syntaxes; a rule is named as published for CII and for UBL.
 */
import { parseDay } from '#core/day'
import { BUYER, sampleInvoice, sampleLine, SELLER, SITUATIONS } from './fixtures/sample-invoice.ts'
import type { Identifier, Invoice, InvoicingFrame, Party, VatBreakdown } from './model.ts'

/** Rules by syntax; one list where both name them the same. */
type Told = readonly string[] | { readonly CII: readonly string[]; readonly UBL: readonly string[] }
export type Break = readonly [what: string, invoice: Invoice, told: Told]
export type Situation = { readonly name: string; readonly invoice: Invoice; readonly breaks: readonly Break[] }

const day = parseDay('2026-11-20')

function situation(name: string): Invoice {
  const invoice = SITUATIONS[name]
  if (!invoice) throw new Error(`no situation named ${name}`)
  return invoice
}

const without = <T extends object, K extends keyof T>(from: T, ...keys: readonly K[]): Omit<T, K> =>
  Object.fromEntries(Object.entries(from).filter(([key]) => !keys.includes(key as K))) as Omit<T, K>

const withSeller = (invoice: Invoice, seller: Party): Invoice => ({ ...invoice, seller })
const withBuyer = (invoice: Invoice, buyer: Party): Invoice => ({ ...invoice, buyer })
const withRow = (invoice: Invoice, changes: Partial<VatBreakdown>): Invoice => ({
  ...invoice,
  vatBreakdown: invoice.vatBreakdown.map((row) => ({ ...row, ...changes })),
})
const withoutReason = (invoice: Invoice): Invoice => ({
  ...invoice,
  vatBreakdown: invoice.vatBreakdown.map((row) => without(row, 'exemptionReason', 'exemptionCode') as VatBreakdown),
})
const withLineVat = (invoice: Invoice, rate: string): Invoice => ({
  ...invoice,
  lines: invoice.lines.map((line) => ({ ...line, vat: { ...line.vat, rate } })),
})

const sellerWithoutVat = without(SELLER, 'vatNumber') as Party
const buyerWithoutVat = without(BUYER, 'vatNumber') as Party

/** What every sale without VAT breaks when its reason is missing, when a line bears a rate, when VAT is shown. */
const unreasoned = (invoice: Invoice, prefix: string): Break => ['its reason is missing', withoutReason(invoice), [`BR-${prefix}-10`]]
const rated = (invoice: Invoice, prefix: string, rate = '20'): Break => [
  'a line bears a rate',
  withLineVat(invoice, rate),
  [`BR-${prefix}-05`],
]
const taxed = (invoice: Invoice, prefix: string): Break => [
  'VAT is shown',
  {
    ...withRow(invoice, { taxAmount: '200.00' }),
    totals: { ...invoice.totals, vat: '200.00', gross: '1200.00', due: '1200.00' },
  },
  // BR-CO-17: base times a rate of nothing is nothing. For CII it is not asked of category O.
  prefix === 'O' ? { CII: ['BR-O-09'], UBL: ['BR-O-09', 'BR-CO-17'] } : [`BR-${prefix}-09`, 'BR-CO-17'],
]

const exempt = (name: string, exemptionCode: string, exemptionReason: string): Situation => {
  const invoice = withRow(EXEMPT, { exemptionCode, exemptionReason })
  return { name, invoice, breaks: [unreasoned(invoice, 'E'), rated(invoice, 'E'), taxed(invoice, 'E')] }
}

const standard = (rate: string, tax: string): Situation => {
  const gross = (1000 + Number(tax)).toFixed(2)
  return {
    name: `a sale at ${rate} %`,
    invoice: sampleInvoice({
      lines: [sampleLine({ category: 'S', rate })],
      vatBreakdown: [{ category: 'S', rate, taxableAmount: '1000.00', taxAmount: tax }],
      totals: { lineNet: '1000.00', net: '1000.00', vat: tax, gross, due: gross },
    }),
    breaks: [],
  }
}

const normal = situation('normal sale')
const franchise = situation('franchise with a VAT number')
const franchiseAlone = situation('franchise without a VAT number')
const reverse = situation('domestic reverse charge')
const euServices = situation('services to a business in the EU')
const euGoods = situation('goods to a business in the EU')
const exported = situation('export')
const outside = situation('services outside the EU')
const netCredit = situation('credit note without VAT')

/** Bears any reason for exemption. */
export const EXEMPT: Invoice = situation('exempt teaching')

const VAT_SITUATIONS: readonly Situation[] = [
  {
    name: 'a normal sale',
    invoice: normal,
    breaks: [
      ['the seller has no VAT number', withSeller(normal, sellerWithoutVat), ['BR-S-02']],
      ['its line bears no rate that is one', withLineVat(normal, '0'), ['BR-S-05', 'BR-S-08']],
      ['a rate France does not know', standard('19', '190.00').invoice, ['BR-FR-16_BT-152', 'BR-FR-16_BT-119']],
      ['an exemption is cited', withRow(normal, { exemptionReason: 'Exonération' }), ['BR-S-10']],
    ],
  },
  // Metropole, Corsica, overseas; and those of the past, which credit notes still bear.
  ...(
    [
      ['20', '200.00'],
      ['10', '100.00'],
      ['5.5', '55.00'],
      ['2.1', '21.00'],
      ['0.9', '9.00'],
      ['13', '130.00'],
      ['8.5', '85.00'],
      ['1.05', '10.50'],
      ['1.75', '17.50'],
      ['19.6', '196.00'],
      ['20.6', '206.00'],
      ['9.2', '92.00'],
      ['9.6', '96.00'],
      ['7', '70.00'],
    ] as const
  ).map(([rate, tax]) => standard(rate, tax)),
  {
    name: 'the franchise en base, with a VAT number',
    invoice: franchise,
    breaks: [
      ['the seller has neither VAT number nor SIREN as one', withSeller(franchise, sellerWithoutVat), ['BR-E-02']],
      unreasoned(franchise, 'E'),
      rated(franchise, 'E'),
      taxed(franchise, 'E'),
    ],
  },
  {
    name: 'the franchise en base, by the SIREN (BT-32)',
    invoice: franchiseAlone,
    breaks: [['the SIREN is not told', withSeller(franchiseAlone, sellerWithoutVat), ['BR-E-02']]],
  },
  ...(['VATEX-FR-AE', 'VATEX-EU-AE'] as const).map((exemptionCode): Situation => {
    const invoice = withRow(reverse, { exemptionCode })
    return {
      name: `domestic reverse charge, ${exemptionCode}`,
      invoice,
      breaks: [
        // The published BR-AE-02 is content with the SIREN of the buyer: CGI ann. II art. 242 nonies A wants its VAT number.
        ['the buyer has no VAT number', withBuyer(invoice, buyerWithoutVat), ['ENCOURS-03']],
        ['the seller has no VAT number', withSeller(invoice, sellerWithoutVat), ['BR-AE-02', 'ENCOURS-04']],
        unreasoned(invoice, 'AE'),
        rated(invoice, 'AE'),
        taxed(invoice, 'AE'),
      ],
    }
  }),
  {
    name: 'services to a business of the Union',
    invoice: euServices,
    breaks: [
      ['the buyer has no VAT number', withBuyer(euServices, without(euServices.buyer, 'vatNumber')), ['BR-AE-02', 'ENCOURS-03']],
      ['the seller has no VAT number', withSeller(euServices, sellerWithoutVat), ['BR-AE-02', 'ENCOURS-04']],
      unreasoned(euServices, 'AE'),
      rated(euServices, 'AE'),
    ],
  },
  {
    name: 'goods to a business of the Union',
    invoice: euGoods,
    breaks: [
      ['the buyer has no VAT number', withBuyer(euGoods, without(euGoods.buyer, 'vatNumber')), ['BR-IC-02']],
      ['the seller has no VAT number', withSeller(euGoods, sellerWithoutVat), ['BR-IC-02']],
      ['the country of delivery is missing', { ...euGoods, delivery: { deliveredOn: day } }, ['BR-IC-12']],
      [
        'the day of delivery is missing',
        { ...euGoods, delivery: { address: euGoods.buyer.address } },
        // The published rule for UBL takes the VAT point (BT-8), which stands in the same group, for a period.
        { CII: ['BR-IC-11'], UBL: [] },
      ],
      [
        'the day of delivery is missing, and so is the VAT point',
        without({ ...euGoods, delivery: { address: euGoods.buyer.address } }, 'vatPointCode'),
        ['BR-IC-11'],
      ],
      unreasoned(euGoods, 'IC'),
      rated(euGoods, 'IC'),
      taxed(euGoods, 'IC'),
    ],
  },
  {
    name: 'goods to a business of the Union, over a period',
    invoice: { ...euGoods, delivery: { address: euGoods.buyer.address }, period: { from: parseDay('2026-11-01'), to: day } },
    breaks: [],
  },
  {
    name: 'an export of goods',
    invoice: exported,
    breaks: [
      ['the seller has no VAT number', withSeller(exported, sellerWithoutVat), ['BR-G-02']],
      unreasoned(exported, 'G'),
      rated(exported, 'G'),
      taxed(exported, 'G'),
    ],
  },
  {
    name: 'services to a business outside of the Union',
    invoice: outside,
    breaks: [
      // EN 16931 forbids the very number French law wants printed: the XML leaves it out.
      ['the seller has a VAT number', withSeller(outside, SELLER), ['BR-O-02']],
      ['the buyer has a VAT number', withBuyer(outside, { ...outside.buyer, vatNumber: 'DE123456788' }), ['BR-O-02']],
      ['a line bears a rate', withLineVat(outside, '0'), ['BR-O-05']],
      unreasoned(outside, 'O'),
      taxed(outside, 'O'),
      [
        'a line that bears VAT stands beside',
        { ...outside, lines: [...outside.lines, { ...sampleLine(), id: '2', netAmount: '0.00', quantity: '0' }] },
        // A line of the standard rate needs its row in the summary, and the VAT number that category O forbids. For CII BR-O-11 asks lines too.
        { CII: ['BR-O-11', 'BR-O-12', 'BR-S-01', 'BR-S-02'], UBL: ['BR-O-12', 'BR-S-01', 'BR-S-02'] },
      ],
    ],
  },
  exempt('margin, second-hand goods', 'VATEX-EU-F', 'Régime particulier – Biens d’occasion'),
  exempt('margin, works of art', 'VATEX-EU-I', 'Régime particulier – Objets d’art'),
  exempt('margin, antiques', 'VATEX-EU-J', 'Régime particulier – Objets de collection et d’antiquité'),
  exempt('margin, travel agents', 'VATEX-EU-D', 'Régime particulier – Agences de voyages'),
  exempt('exempt health care', 'VATEX-EU-132-1C', 'Exonération de TVA, art. 261, 4, 1° du CGI'),
  exempt('exempt teaching', 'VATEX-FR-CGI261-4', 'Exonération de TVA, art. 261, 4 du CGI'),
  exempt('exempt banking', 'VATEX-FR-CGI261C-1', 'Exonération de TVA, art. 261 C, 1° du CGI'),
  exempt('exempt insurance', 'VATEX-FR-CGI261C-2', 'Exonération de TVA, art. 261 C, 2° du CGI'),
  exempt('exempt rent', 'VATEX-FR-CGI261D-2', 'Exonération de TVA, art. 261 D, 2° du CGI'),
  exempt('purchase under suspension', 'VATEX-FR-CGI275', 'Exonération de TVA, art. 275 du CGI'),
  exempt('goods in a tax warehouse', 'VATEX-FR-CGI277A', 'Exonération de TVA, art. 277 A du CGI'),
  {
    name: 'an exemption by a code nobody published',
    invoice: withRow(franchise, { exemptionCode: 'VATEX-FR-CGI261-1' }),
    breaks: [['its code does not exist', withRow(franchise, { exemptionCode: 'VATEX-FR-CGI999' }), ['BR-CL-22']]],
  },
  ...(['381', '261', '396'] as const).map((typeCode): Situation => {
    const invoice = { ...netCredit, typeCode }
    return { name: `a credit note net of tax, ${typeCode}`, invoice, breaks: [unreasoned(invoice, 'E')] }
  }),
  {
    name: 'no credit note may be net of tax but those',
    invoice: netCredit,
    breaks: [['an invoice is', without({ ...netCredit, typeCode: '380' as const }, 'precedingInvoices'), ['ENCOURS-07']]],
  },
]

const preceding = (...numbers: readonly string[]): Pick<Invoice, 'precedingInvoices'> => ({
  precedingInvoices: numbers.map((number) => ({ number, issuedOn: parseDay('2026-11-02') })),
})
const undated: Pick<Invoice, 'precedingInvoices'> = { precedingInvoices: [{ number: 'F2026-00041' }] }
const ofType = (typeCode: Invoice['typeCode'], changes: Partial<Invoice> = {}): Invoice => sampleInvoice({ typeCode, ...changes })

/** Issued by the customer: the seller is found by its address, and must have one of the directory. */
const mail: Identifier = { value: 'factures@acme.example', scheme: 'EM' }
const selfBilled = (invoice: Invoice): Break => [
  'the seller is reached by e-mail',
  withSeller(invoice, { ...SELLER, electronicAddress: mail }),
  ['BR-FR-22_BT-34'],
]
/** Issued by the seller: the buyer must have one. */
const sold = (invoice: Invoice): Break => [
  'the buyer is reached by e-mail',
  withBuyer(invoice, { ...BUYER, electronicAddress: mail }),
  ['BR-FR-21_BT-49'],
]
const reached = (invoice: Invoice): Break => (SELF_BILLED.has(invoice.typeCode) ? selfBilled(invoice) : sold(invoice))
const SELF_BILLED: ReadonlySet<string> = new Set(['389', '261', '471', '473', '500', '501', '502'])

const CORRECTS = { CII: ['BR-FR-CO-04_BT-4'], UBL: ['BR-FR-CO-04_BT-3'] }

const invoiceOf = (typeCode: Invoice['typeCode'], name: string, changes: Partial<Invoice> = {}): Situation => {
  const invoice = ofType(typeCode, changes)
  return { name: `${typeCode}, ${name}`, invoice, breaks: [reached(invoice)] }
}

const creditOf = (typeCode: Invoice['typeCode'], name: string): Situation => {
  const invoice = ofType(typeCode, preceding('F2026-00041'))
  return {
    name: `${typeCode}, ${name}`,
    invoice,
    breaks: [
      ['it credits no invoice', ofType(typeCode), ['BR-FR-CO-05_BT-3']],
      ['the invoice it credits has no date', ofType(typeCode, undated), ['BR-FR-CO-05_BT-3']],
      reached(invoice),
    ],
  }
}

const correctionOf = (typeCode: Invoice['typeCode'], name: string): Situation => {
  const invoice = ofType(typeCode, preceding('F2026-00041'))
  return {
    name: `${typeCode}, ${name}`,
    invoice,
    breaks: [
      ['it corrects no invoice', ofType(typeCode), CORRECTS],
      ['it corrects two', ofType(typeCode, preceding('F2026-00040', 'F2026-00041')), CORRECTS],
      reached(invoice),
    ],
  }
}

const depositOf = (typeCode: Invoice['typeCode'], name: string, changes: Partial<Invoice> = {}): Situation => {
  const invoice = ofType(typeCode, changes)
  return {
    name: `${typeCode}, ${name}`,
    invoice,
    breaks: [['its frame is that of a final invoice', { ...invoice, frame: 'S4' }, ['BR-FR-CO-08_BT-23']], reached(invoice)],
  }
}

const factored: Partial<Invoice> = { payee: { name: 'Factor SA', legalId: { value: '300000007', scheme: '0002' } } }
const rebate: Partial<Invoice> = { contractReference: 'C-2026-1', period: { from: parseDay('2026-01-01'), to: parseDay('2026-10-31') } }
const paidTotals = { ...normal.totals, paid: '1200.00', due: '0.00' }
const paidBy = (frame: InvoicingFrame): Invoice => sampleInvoice({ frame, dueOn: parseDay('2026-11-15'), totals: paidTotals })

const DOCUMENTS: readonly Situation[] = [
  invoiceOf('380', 'an invoice'),
  invoiceOf('389', 'a self-billed invoice'),
  // Nothing published says whom a factored invoice must be paid to: no rule tells a payee that is missing.
  invoiceOf('393', 'a factored invoice', factored),
  invoiceOf('501', 'a self-billed factored invoice', factored),
  creditOf('381', 'a credit note'),
  creditOf('261', 'a self-billed credit note'),
  creditOf('396', 'a factored credit note'),
  creditOf('502', 'a self-billed factored credit note'),
  creditOf('503', 'a credit note on a deposit'),
  correctionOf('384', 'a corrective invoice'),
  correctionOf('471', 'a self-billed corrective invoice'),
  correctionOf('472', 'a factored corrective invoice'),
  correctionOf('473', 'a self-billed factored corrective invoice'),
  depositOf('386', 'a deposit invoice'),
  depositOf('500', 'a self-billed deposit invoice'),
  {
    name: '262, a credit note for a global rebate',
    invoice: ofType('262', rebate),
    breaks: [
      ['its contract is missing', ofType('262', without(rebate, 'contractReference')), ['BR-FR-CO-03_BT-3']],
      ['its period is missing', ofType('262', without(rebate, 'period')), ['BR-FR-CO-03_BT-3']],
    ],
  },
  {
    name: '503, and its frame',
    invoice: ofType('503', preceding('F2026-00041')),
    breaks: [['that of a final invoice', ofType('503', { ...preceding('F2026-00041'), frame: 'S4' }), ['BR-FR-CO-08_BT-23']]],
  },
  {
    name: 'no other type is accepted in France',
    invoice: normal,
    breaks: (['325', '326', '751'] as const).map((typeCode): Break => [
      typeCode,
      ofType(typeCode as Invoice['typeCode']),
      ['BR-FR-04_BT-3'],
    ]),
  },
  ...(['B2', 'S2', 'M2'] as const).map((frame): Situation => {
    const invoice = paidBy(frame)
    return {
      name: `an invoice already paid, ${frame}`,
      invoice,
      breaks: [
        ['an amount is still due', { ...invoice, totals: normal.totals }, ['BR-FR-CO-09_BT-23-1', 'BR-FR-CO-09_BT-23-2']],
        // The published rules take the due date for the day of payment.
        ['the day of payment is missing', without(invoice, 'dueOn'), ['BR-FR-CO-09_BT-23-3']],
      ],
    }
  }),
  {
    name: 'an invoice due in a month',
    invoice: normal,
    breaks: [
      ['it is due before it is issued', { ...normal, dueOn: day }, ['BR-FR-CO-07_BT-9']],
      ['its frame does not exist', { ...normal, frame: 'X1' as InvoicingFrame }, ['BR-FR-08_BT-23']],
    ],
  },
]

export const ALL_SITUATIONS: readonly Situation[] = [...VAT_SITUATIONS, ...DOCUMENTS]
