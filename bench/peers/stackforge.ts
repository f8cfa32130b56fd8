import type { Invoice } from '#einvoice'
import type { FacturXInvoiceInput, TradePartyInput } from '@stackforge-eu/factur-x'
import type { Prepare } from './peer.ts'

/** Writes XML by itself; packs with the check of its schema, as it does unless told otherwise. */
export const stackforge: Prepare = {
  name: '@stackforge-eu/factur-x',
  prepare: async ({ invoice, packed, plain }) => {
    const { buildXml, embedFacturX, extractXml, Profile } = await import('@stackforge-eu/factur-x')
    const input = inputOf(invoice)
    const profile = Profile.EN16931
    return {
      write: () => buildXml(input, profile),
      pack: async () => embedFacturX({ pdf: plain, input, profile }),
      extract: async () => extractXml(packed),
    }
  },
}

const partyOf = ({ address, name, vatNumber = '' }: Invoice['seller']): TradePartyInput => ({
  name,
  address: { line1: address.line1 ?? '', city: address.city ?? '', postalCode: address.postcode ?? '', country: address.country },
  taxRegistrations: [{ id: vatNumber, schemeId: 'VA' }],
})

function inputOf({
  buyer,
  currency,
  delivery,
  dueOn,
  issuedOn,
  lines,
  number,
  payment,
  seller,
  totals,
  vatBreakdown,
}: Invoice): FacturXInvoiceInput {
  return {
    document: { id: number, issueDate: issuedOn },
    seller: partyOf(seller),
    buyer: partyOf(buyer),
    delivery: { date: delivery?.deliveredOn ?? issuedOn },
    lines: lines.map(({ id, item, netPrice, quantity }) => ({
      id,
      name: item.name,
      quantity: Number(quantity),
      unitPrice: Number(netPrice),
      vatCategoryCode: 'S',
      vatRatePercent: 20,
    })),
    totals: {
      lineTotal: Number(totals.lineNet),
      taxBasisTotal: Number(totals.net),
      taxTotal: Number(totals.vat),
      grandTotal: Number(totals.gross),
      duePayableAmount: Number(totals.due),
      currency,
    },
    vatBreakdown: vatBreakdown.map(({ taxableAmount, taxAmount }) => ({
      categoryCode: 'S',
      ratePercent: 20,
      taxableAmount: Number(taxableAmount),
      taxAmount: Number(taxAmount),
    })),
    payment: {
      meansCode: payment?.meansCode ?? '58',
      ...(payment?.iban === undefined ? {} : { iban: payment.iban }),
      dueDate: dueOn ?? issuedOn,
    },
  }
}
