import { describe, expect, test } from 'vitest'
import { parseDay } from '#core/day'
import { parseMoney, toCents } from '#core/money'
import { type BasisPoints, parseQuantity, parseRate, parseUnitPrice } from '#core/quantity'
import { checkInvoice } from '#einvoice'
import { treatment, treatmentsOn } from '#vat'
import { buildDocument } from './build-document.ts'
import type { CompanyFacts, CustomerFacts, DocumentFacts, DocumentLine } from './document-facts.ts'
import { missingFacts } from './document-missing.ts'
import { type DocumentDiscount, computeTotals } from './totals.ts'
import { DEFAULT_TERMS, describeTerms, instalments, type PaymentTerms } from '#terms'

const company: CompanyFacts = {
  name: 'Atelier Brocéliande',
  legalForm: 'SARL',
  shareCapitalCents: parseMoney('10000'),
  siren: '100000009',
  siret: '10000000900017',
  rcsCity: 'Rennes',
  vatNumber: 'FR88100000009',
  vatRegime: 'normal',
  vatOnDebits: false,
  address: { line1: '4 rue du Chêne', postcode: '35000', city: 'Rennes', country: 'FR' },
  email: 'factures@broceliande.example',
  iban: 'FR7630006000011234567890189',
  bic: 'AGRIFRPP',
}

const customer: CustomerFacts = {
  kind: 'company',
  name: 'Menuiserie Le Goff',
  siren: '200000008',
  address: { line1: '1 quai Vauban', postcode: '29200', city: 'Brest', country: 'FR' },
  email: 'compta@legoff.example',
}
const consumer: CustomerFacts = { kind: 'consumer', name: 'Anne Kervella', address: customer.address }
const german: CustomerFacts = {
  kind: 'eu',
  name: 'Holz GmbH',
  vatNumber: 'DE136695976',
  address: { line1: 'Ringstr. 1', city: 'Köln', country: 'DE' },
  email: 'rechnung@holz.example',
}
const swiss: CustomerFacts = {
  ...german,
  kind: 'other',
  name: 'Bois SA',
  vatNumber: 'CHE123456788',
  address: { line1: 'Rue 2', city: 'Genève', country: 'CH' },
}

function line(code: string, unitPrice = '100', more: Partial<DocumentLine> = {}): DocumentLine {
  const { category, rateBasisPoints, exemptionCode, wording, requires } = treatment(code)
  return {
    id: '1',
    name: 'Porte en chêne',
    nature: 'goods',
    unit: 'C62',
    quantity: parseQuantity('1'),
    unitPrice: parseUnitPrice(unitPrice),
    vat: {
      code,
      category,
      rateBasisPoints,
      requires,
      ...(exemptionCode === undefined ? {} : { exemptionCode }),
      ...(wording === undefined ? {} : { wording: wording.fr }),
    },
    ...more,
  }
}

type Changes = Partial<Omit<DocumentFacts, 'totals' | 'instalments'>> & { readonly terms?: PaymentTerms }

function factsOf({ terms = DEFAULT_TERMS, ...changes }: Changes = {}): DocumentFacts {
  const lines = changes.lines ?? [line('FR_20')]
  const documentDiscounts: readonly DocumentDiscount[] = changes.documentDiscounts ?? []
  const issuedOn = parseDay('2026-11-21')
  const totals = computeTotals(lines, documentDiscounts)
  return {
    kind: 'invoice',
    guideline: 'urn:cen.eu:en16931:2017',
    number: 'F2026-00042',
    issuedOn,
    locale: 'fr',
    currency: 'EUR',
    company,
    customer,
    instalments: changes.kind === 'credit_note' ? [] : instalments(totals.grossCents, issuedOn, undefined, terms),
    termsText: describeTerms(terms, 'fr'),
    ...changes,
    lines,
    documentDiscounts,
    totals,
  }
}

const noteOf = (facts: DocumentFacts, subject: string) => buildDocument(facts).notes.filter((note) => note.subject === subject)
const codesOf = (facts: DocumentFacts) => missingFacts(facts).map((missing) => missing.code)

describe('an ordinary invoice', () => {
  const invoice = buildDocument(
    factsOf({ lines: [line('FR_20', '80', { quantity: parseQuantity('1.5'), discountBasisPoints: parseRate('10') })] }),
  )

  test('says the sums of the totals', () => {
    expect(invoice.totals).toEqual({ lineNet: '108.00', net: '108.00', vat: '21.60', gross: '129.60', due: '129.60' })
    expect(invoice.vatBreakdown).toEqual([{ category: 'S', rate: '20', taxableAmount: '108.00', taxAmount: '21.60' }])
    expect(invoice.lines).toMatchObject([
      {
        quantity: '1.5',
        netPrice: '80',
        netAmount: '108.00',
        allowancesCharges: [{ amount: '12.00', baseAmount: '120.00', percent: '10' }],
      },
    ])
  })

  test('names both parties as the reform wants (BR-FR-10 to BR-FR-13)', () => {
    expect(invoice.seller).toMatchObject({
      identifiers: [{ scheme: '0009', value: '10000000900017' }],
      legalId: { scheme: '0002', value: '100000009' },
      vatNumber: 'FR88100000009',
      legalInformation: 'SARL au capital de 10\u202f000\u00a0€ – RCS Rennes 100 000 009',
      electronicAddress: { scheme: '0225', value: '100000009' },
    })
    expect(invoice.seller.taxRegistration).toBeUndefined()
    expect(invoice.buyer).toMatchObject({
      legalId: { scheme: '0002', value: '200000008' },
      electronicAddress: { scheme: '0225', value: '200000008' },
    })
  })

  test('holds its notes, each once (BR-FR-05, BR-FR-20)', () => {
    expect(invoice.notes.map((note) => note.subject)).toEqual(['PMT', 'PMD', 'AAB', 'REG', 'ABL', 'BAR'])
    expect(invoice.notes.at(-1)?.text).toBe('B2B')
  })

  test('says how and when to pay', () => {
    expect(invoice).toMatchObject({
      frame: 'B1',
      typeCode: '380',
      vatPointCode: '29',
      dueOn: '2026-12-21',
      paymentTerms: '30 jours après livraison',
    })
    expect(invoice.payment).toEqual({
      meansCode: '58',
      remittance: 'F2026-00042',
      iban: company.iban,
      accountName: company.name,
      bic: 'AGRIFRPP',
    })
  })
})

test('several instalments: the last day, and each of them in words', () => {
  const term = { base: 'issue', endOfMonth: 'none' } as const
  const terms: PaymentTerms = [
    { part: 'percent', basisPoints: 3000 as BasisPoints, term: { ...term, days: 0 } },
    { part: 'rest', term: { ...term, days: 30 } },
  ]
  const invoice = buildDocument(factsOf({ terms }))
  expect(invoice.dueOn).toBe('2026-12-21')
  expect(invoice.paymentTerms?.replaceAll(/[\u202f\u00a0]/g, ' ')).toBe(
    '30 % à réception, solde à 30 jours : 36,00 € le 21 nov. 2026 ; 84,00 € le 21 déc. 2026',
  )
})

test('a document discount is told for each rate', () => {
  const lines = [line('FR_20'), line('FR_10', '50', { id: '2' })]
  const invoice = buildDocument(factsOf({ lines, documentDiscounts: [{ basisPoints: parseRate('10') }] }))
  expect(invoice.allowancesCharges).toMatchObject([
    { kind: 'allowance', amount: '10.00', percent: '10', vat: { category: 'S', rate: '20' } },
    { kind: 'allowance', amount: '5.00', percent: '10', vat: { category: 'S', rate: '10' } },
  ])
  expect(invoice.totals).toMatchObject({ lineNet: '150.00', allowances: '15.00', net: '135.00', vat: '22.50', gross: '157.50' })
})

describe('when VAT falls due (BT-8)', () => {
  const service = line('FR_20', '100', { nature: 'service' })

  test('goods on delivery, services on receipts, or on debits by option', () => {
    expect(buildDocument(factsOf({ lines: [service] }))).toMatchObject({ frame: 'S1', vatPointCode: '72' })
    expect(buildDocument(factsOf({ lines: [service, line('FR_20')] }))).toMatchObject({ frame: 'M1', vatPointCode: '72' })
    const onDebits = buildDocument(factsOf({ company: { ...company, vatOnDebits: true }, lines: [service] }))
    expect(onDebits.vatPointCode).toBe('5')
    expect(onDebits.notes.map((note) => note.text)).toContain('Option pour le paiement de la taxe d’après les débits')
  })

  test('nothing is said where no VAT is asked', () => {
    expect(buildDocument(factsOf({ lines: [line('FRANCHISE')] })).vatPointCode).toBeUndefined()
  })
})

describe('every case of VAT', () => {
  test('franchise without a VAT number: the SIREN stands as tax registration (BR-E-02)', () => {
    const { vatNumber: _none, ...withoutNumber } = company
    const invoice = buildDocument(factsOf({ company: { ...withoutNumber, vatRegime: 'franchise' }, lines: [line('FRANCHISE')] }))
    expect(invoice.seller).toMatchObject({ taxRegistration: '100000009' })
    expect(invoice.vatBreakdown).toEqual([
      {
        category: 'E',
        rate: '0',
        taxableAmount: '100.00',
        taxAmount: '0.00',
        exemptionReason: 'TVA non applicable, art. 293 B du CGI',
        exemptionCode: 'VATEX-FR-FRANCHISE',
      },
    ])
  })

  test('goods to Germany say where they went and when (BR-IC-11, BR-IC-12)', () => {
    const facts = factsOf({ customer: german, lines: [line('EU_GOODS')] })
    expect(buildDocument(facts)).toMatchObject({
      buyer: { vatNumber: 'DE136695976', electronicAddress: { scheme: 'EM', value: 'rechnung@holz.example' } },
      delivery: { deliveredOn: '2026-11-21', address: { country: 'DE' } },
      vatBreakdown: [{ category: 'K', exemptionCode: 'VATEX-EU-IC' }],
    })
    expect(noteOf(facts, 'BAR')).toEqual([{ subject: 'BAR', text: 'B2BINT' }])
  })

  test('a service out of scope bears no VAT number but on the paper (BR-O-02), and no rate', () => {
    const facts = factsOf({ customer: swiss, lines: [line('NON_EU_SERVICES', '100', { nature: 'service' })] })
    const invoice = buildDocument(facts)
    expect([invoice.seller.vatNumber, invoice.seller.taxRegistration, invoice.buyer.vatNumber]).toEqual([undefined, undefined, undefined])
    expect(invoice.vatBreakdown).toMatchObject([{ category: 'O', taxAmount: '0.00' }])
    expect(invoice.vatBreakdown[0]).not.toHaveProperty('rate')
    expect(noteOf(facts, 'ABL')[0]?.text).toContain('FR88100000009')
  })

  test('two reasons of exemption share one row (BR-E-01)', () => {
    const invoice = buildDocument(factsOf({ lines: [line('EXEMPT_261_4'), line('MARGIN_ART', '50', { id: '2' })] }))
    expect(invoice.vatBreakdown).toEqual([
      {
        category: 'E',
        rate: '0',
        taxableAmount: '150.00',
        taxAmount: '0.00',
        exemptionReason: 'Régime particulier – Objets d’art ; Exonération de TVA, art. 261, 4 du CGI',
      },
    ])
  })

  const someoneFor = { anyone: customer, business: { ...customer, vatNumber: 'FR37200000008' }, eu: german, abroad: swiss }
  const precedingInvoices = [{ number: 'F2026-00041', issuedOn: parseDay('2026-10-01') }]

  test.each(treatmentsOn(parseDay('2026-11-21')).map((row) => [row.code, row] as const))('%s obeys EN 16931 and BR-FR', (code, row) => {
    const buyer = code === 'EXPORT_GOODS' ? swiss : someoneFor[row.audience]
    const lines = [line(code, '100', { nature: row.natures[0] ?? 'goods' })]
    const kind = row.requires.includes('credit_note') ? 'credit_note' : 'invoice'
    const document = buildDocument(factsOf({ customer: buyer, lines, ...(kind === 'invoice' ? {} : { kind, precedingInvoices }) }))
    expect(checkInvoice(document)).toEqual([])
  })

  test('a consumer’s invoice, a mixed one with discounts, and a credit note do too', () => {
    const mixed = [
      line('FR_20', '33.335', { quantity: parseQuantity('3'), discountBasisPoints: parseRate('10') }),
      line('FR_5_5', '50', { id: '2' }),
    ]
    const documentDiscounts = [{ basisPoints: parseRate('3.5') }, { amountCents: parseMoney('1.01') }]
    for (const changes of [
      { customer: consumer },
      { lines: mixed, documentDiscounts },
      { kind: 'credit_note' as const, precedingInvoices },
    ]) {
      expect(checkInvoice(buildDocument(factsOf(changes)))).toEqual([])
    }
  })
})

test('a consumer needs no SIREN, and without an e-mail the seller’s fills the field (BR-FR-12)', () => {
  const facts = factsOf({ customer: consumer })
  expect(buildDocument(facts).buyer).toEqual({
    name: 'Anne Kervella',
    address: consumer.address,
    electronicAddress: { scheme: 'EM', value: 'factures@broceliande.example' },
  })
  expect(noteOf(facts, 'BAR')[0]?.text).toBe('B2C')
  expect(noteOf(facts, 'PMT')).toHaveLength(1)
})

describe('a credit note', () => {
  const precedingInvoices = [{ number: 'F2026-00041', issuedOn: parseDay('2026-10-01') }]

  test('names the invoice, asks for no payment, and is positive', () => {
    const note = buildDocument(factsOf({ kind: 'credit_note', number: 'A2026-00001', precedingInvoices }))
    expect(note).toMatchObject({ typeCode: '381', precedingInvoices, dueOn: '2026-11-21', totals: { gross: '120.00' } })
    expect(note.payment).toBeUndefined()
  })

  test('is refused without the day of its invoice (BR-FR-CO-05)', () => {
    expect(codesOf(factsOf({ kind: 'credit_note' }))).toEqual(['credited_invoice_missing'])
    expect(codesOf(factsOf({ kind: 'credit_note', precedingInvoices: [{ number: 'F2026-00041' }] }))).toEqual(['credited_invoice_missing'])
  })
})

describe('what is missing is named', () => {
  const { siren: _siren, ...withoutSiren } = customer
  const { vatNumber: _vatNumber, ...withoutVatNumber } = company

  test.each<[string, Changes, string[]]>([
    ['a business without SIREN', { customer: withoutSiren }, ['customer_siren_missing']],
    ['VAT asked without a VAT number', { company: withoutVatNumber }, ['company_vat_number_missing']],
    ['reverse charge for a buyer without a VAT number', { lines: [line('AE_BTP')] }, ['customer_vat_number_missing']],
    [
      'intra-Community goods delivered in France',
      { customer: { ...customer, vatNumber: 'FR37200000008' }, lines: [line('EU_GOODS')] },
      ['delivery_country_not_of_treatment'],
    ],
    [
      'out of scope beside a taxed line',
      { customer: swiss, lines: [line('NON_EU_SERVICES'), line('FR_20', '1', { id: '2' })] },
      ['vat_out_of_scope_mixed'],
    ],
    ['a credit note’s VAT on an invoice', { lines: [line('CREDIT_NET_OF_VAT')] }, ['vat_treatment_of_credit_notes']],
    ['no address', { customer: { ...customer, address: { country: 'FR' } } }, ['customer_address_missing']],
    ['a nameless line', { lines: [line('FR_20', '1', { name: ' ' })] }, ['line_name_missing']],
    ['less than nothing', { lines: [line('FR_20', '1', { quantity: parseQuantity('-1') })] }, ['total_negative']],
    ['no line', { lines: [] }, ['invoice_without_lines']],
  ])('%s', (_, changes, codes) => {
    const facts = factsOf(changes)
    expect(codesOf(facts)).toEqual(codes)
    expect(() => buildDocument(facts)).toThrow(codes[0])
  })

  test('a due day before the issue (BR-FR-CO-07), or none', () => {
    const early = { dueOn: parseDay('2026-11-20'), amountCents: toCents(12_000) }
    expect(codesOf({ ...factsOf(), instalments: [early] })).toEqual(['due_before_issue'])
    expect(codesOf({ ...factsOf(), instalments: [] })).toEqual(['due_day_missing'])
  })
})
