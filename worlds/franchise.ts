/** Lucie Morvan, graphic designer under the franchise: one customer, one invoice, no VAT anywhere. The smallest world that says something. */
import { type Day, addDays } from '#core/day'
import { moneyText } from '#core/money'
import { vatNumberOfSiren } from '#core/identifiers'
import { makeChance } from './chance.ts'
import { INVENTED_BANK_CODE, frenchIban, inventIban, inventSiren, siretOf } from './identifiers.ts'
import type { Customer, InvoiceIssued, Line, World } from './plan.ts'
import { instalmentsOf, termsOf } from './terms.ts'
import { totalsOf, totalsText } from './totals.ts'

const DAYS = 20

export function franchise({ until, seed = 'franchise' }: { readonly until: Day; readonly seed?: string }): World {
  const chance = makeChance(seed)
  const from = addDays(until, -DAYS)
  const siren = inventSiren(chance)
  const buyerSiren = inventSiren(chance)
  const customer: Customer = {
    key: 'maison-loargann',
    kind: 'company',
    name: 'Maison Loargann',
    legalForm: 'SAS',
    siren: buyerSiren,
    siret: siretOf(buyerSiren),
    vatNumber: vatNumberOfSiren(buyerSiren),
    address: { line1: '5 quai des Mariniers', postcode: '35600', city: 'Redon', country: 'FR' },
    contacts: [
      { name: 'Nolwenn Piriou', roles: ['buyer', 'accounts_payable'], email: 'n.piriou@maison-loargann.example', phone: '02 61 91 20 07' },
    ],
    terms: 'net_30',
    language: 'fr',
    iban: inventIban(chance),
    payerName: 'Maison Loargann',
  }
  return {
    name: 'franchise',
    from,
    until,
    company: {
      name: 'Lucie Morvan, graphiste',
      legalForm: 'EI',
      siren,
      siret: siretOf(siren),
      registeredAt: 'Rennes',
      nafCode: '74.10Z',
      address: { line1: '3 venelle du Puits', postcode: '35000', city: 'Rennes', country: 'FR' },
      email: 'lucie@lucie-morvan.example',
      phone: '06 39 98 14 27',
      website: 'https://lucie-morvan.example',
      colour: '#7a3e9d',
      numbering: { invoices: '{YYYY}-{000}', creditNotes: 'A{YYYY}-{000}' },
      bankAccounts: [
        {
          key: 'current',
          name: 'Compte professionnel',
          bankName: 'Banque de l’Argoat',
          iban: frenchIban(INVENTED_BANK_CODE, '03501', '00052209417'),
          bic: 'ARGOFR2RXXX',
          openingBalance: '2140.00',
        },
      ],
    },
    people: [{ name: 'Lucie Morvan', email: 'lucie@lucie-morvan.example', role: 'owner' }],
    terms: [termsOf('net_30')],
    items: [
      {
        key: 'HEURE',
        reference: 'HEURE',
        name: 'Création graphique, heure',
        unit: 'HUR',
        unitPrice: '52.00',
        nature: 'service',
        vat: 'FRANCHISE',
      },
    ],
    customers: [customer],
    events: [
      { kind: 'item-created', on: from, item: 'HEURE' },
      { kind: 'customer-created', on: from, customer: customer.key },
      invoiceOf(customer, addDays(from, 3)),
    ],
  }
}

function invoiceOf(customer: Customer, on: Day): InvoiceIssued {
  const lines: Line[] = [
    {
      item: 'HEURE',
      description: 'Création graphique, heure',
      unit: 'HUR',
      nature: 'service',
      quantity: '16',
      unitPrice: '52.00',
      vat: 'FRANCHISE',
    },
    {
      description: 'Cession des droits d’auteur, un an',
      unit: 'C62',
      nature: 'service',
      quantity: '1',
      unitPrice: '180.00',
      vat: 'FRANCHISE',
    },
  ]
  const totals = totalsOf(lines)
  return {
    kind: 'invoice-issued',
    on,
    key: 'invoice-0001',
    number: `${on.slice(0, 4)}-001`,
    customer: customer.key,
    subject: 'Identité visuelle',
    lines,
    terms: 'net_30',
    deliveredOn: on,
    totals: totalsText(totals),
    instalments: instalmentsOf('net_30', on, totals.grossCents).map(({ dueOn, amountCents }) => ({
      dueOn,
      amount: moneyText(amountCents),
    })),
  }
}
