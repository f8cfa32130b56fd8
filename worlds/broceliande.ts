/** Atelier Brocéliande, joiners in Rennes: eighteen months of invoices, payments and bank statements, always the same for a seed and a day. */
import { type Day, addDays, addMonths } from '#core/day'
import { vatNumberOfSiren } from '#core/identifiers'
import { statementsOf } from './statements.ts'
import { type Chance, makeChance } from './chance.ts'
import { inChronologicalOrder } from './chronology.ts'
import { type Player, playersOf } from './customers.ts'
import { INVENTED_BANK_CODE, frenchIban, inventSiren, siretOf } from './identifiers.ts'
import { invoicesOf } from './invoices.ts'
import { joineryItems } from './joinery.ts'
import { typedPaymentsOf, transfersOf, withOverpayments } from './payments.ts'
import type { BankAccount, CreditNoteIssued, InvoiceIssued, PaymentTyped, Person, World, WorldCompany, WorldEvent } from './plan.ts'
import { depositMovements, transferMovement } from './receipts.ts'
import { type Part, partsOf } from './settlements.ts'
import { terms } from './terms.ts'
import { creditNotesOf, disputesOf, unpaidAtTheEnd } from './troubles.ts'

const MONTHS = 18
const INVOICES = 700

const people: readonly Person[] = [
  { name: 'Solenn Guivarc’h', email: 'solenn@atelier-broceliande.example', role: 'owner' },
  { name: 'Ronan Le Bihannic', email: 'ronan@atelier-broceliande.example', role: 'bookkeeper' },
  { name: 'Catherine Urvoaz', email: 'c.urvoaz@urvoaz-expertise.example', role: 'reader' },
]

const account: BankAccount = {
  key: 'current',
  name: 'Compte courant',
  bankName: 'Banque de l’Argoat',
  iban: frenchIban(INVENTED_BANK_CODE, '03501', '00047118150'),
  bic: 'ARGOFR2RXXX',
  openingBalance: '58240.18',
}

export function broceliande({ until, seed = 'broceliande' }: { readonly until: Day; readonly seed?: string }): World {
  const chance = makeChance(seed)
  const from = addDays(addMonths(until, -MONTHS), 1)
  const company = companyOf(chance.fork('company'))
  const players = playersOf(chance.fork('customers'))
  const invoices = invoicesOf(players, { from, until }, INVOICES, company.numbering.invoices, chance.fork('invoices'))
  const troubles = troublesOf(invoices, players, until, company.numbering.creditNotes, chance.fork('troubles'))
  const money = moneyOf(invoices, players, troubles, { from, until }, chance.fork('money'))
  const events: WorldEvent[] = [
    ...joineryItems.map(({ key }): WorldEvent => ({ kind: 'item-created', on: from, item: key })),
    ...arrivalsOf(invoices),
    ...invoices,
    ...troubles.creditNotes.values(),
    ...troubles.disputes,
    ...money,
  ]
  return {
    name: 'broceliande',
    from,
    until,
    company,
    people,
    terms,
    items: joineryItems,
    customers: players.map(({ customer }) => customer),
    events: inChronologicalOrder(events.filter(({ on }) => on <= until)),
  }
}

function companyOf(chance: Chance): WorldCompany {
  const siren = inventSiren(chance)
  return {
    name: 'Atelier Brocéliande',
    legalForm: 'SARL',
    shareCapital: '24000.00',
    siren,
    siret: siretOf(siren),
    vatNumber: vatNumberOfSiren(siren),
    registeredAt: 'Rennes',
    nafCode: '43.32A',
    address: { line1: '14 rue des Charpentiers', line2: 'ZA de la Gautrais', postcode: '35200', city: 'Rennes', country: 'FR' },
    email: 'bonjour@atelier-broceliande.example',
    phone: '02 61 91 35 14',
    website: 'https://atelier-broceliande.example',
    colour: '#1f5c4a',
    numbering: { invoices: 'F{YYYY}-{00000}', creditNotes: 'A{YYYY}-{00000}' },
    bankAccounts: [account],
  }
}

type Troubles = {
  readonly creditNotes: ReadonlyMap<string, CreditNoteIssued>
  readonly unpaid: ReadonlySet<string>
  readonly disputes: readonly WorldEvent[]
}

function troublesOf(invoices: readonly InvoiceIssued[], players: readonly Player[], until: Day, pattern: string, chance: Chance): Troubles {
  const creditNotes = new Map(creditNotesOf(invoices, until, pattern, chance.fork('credit notes')).map((note) => [note.invoice, note]))
  const unpaid = unpaidAtTheEnd(invoices, players, until, new Set(creditNotes.keys()), chance.fork('unpaid'))
  return { creditNotes, unpaid, disputes: disputesOf(invoices, unpaid, until, chance.fork('disputes')) }
}

/** Payments typed by hand and bank statements, from the habits of each customer. */
function moneyOf(
  invoices: readonly InvoiceIssued[],
  players: readonly Player[],
  { creditNotes, unpaid }: Troubles,
  period: { readonly from: Day; readonly until: Day },
  chance: Chance,
): WorldEvent[] {
  const byCustomer = Map.groupBy(invoices, ({ customer }) => customer)
  const paid = players.map((player) => {
    const stream = chance.fork(player.customer.key)
    return { player, stream, parts: partsOf(player, byCustomer.get(player.customer.key) ?? [], creditNotes, unpaid, stream) }
  })
  const typed = numbered(paid.flatMap(({ player, parts, stream }) => typedPaymentsOf(player, told(parts, period.until), stream)))
  const transfers = paid.flatMap(({ player, parts, stream }) => transfersOf(player, parts, stream))
  const invoicesByKey = new Map(invoices.map((invoice) => [invoice.key, invoice]))
  const labels = chance.fork('labels')
  const incoming = [
    ...withOverpayments(transfers, creditNotes, period.until, chance.fork('overpayments')).map((transfer) =>
      transferMovement(transfer, invoicesByKey, labels),
    ),
    ...depositMovements(typed, chance.fork('deposits')),
  ]
  return [...typed, ...statementsOf(account, period, incoming, chance.fork('outgoings'))]
}

const told = (parts: readonly Part[], until: Day): Part[] => parts.filter(({ paidOn }) => paidOn <= until)

function numbered(payments: readonly Omit<PaymentTyped, 'key'>[]): PaymentTyped[] {
  return inChronologicalOrder(payments).map(withKey)
}

function withKey(payment: Omit<PaymentTyped, 'key'>, index: number): PaymentTyped {
  return { ...payment, key: `payment-${String(index + 1).padStart(3, '0')}` }
}

/** A customer is entered on the day of its first invoice. */
function arrivalsOf(invoices: readonly InvoiceIssued[]): WorldEvent[] {
  const firstInvoices = new Map<string, Day>()
  for (const { customer, on } of invoices) if (!firstInvoices.has(customer)) firstInvoices.set(customer, on)
  return [...firstInvoices].map(([customer, on]) => ({ kind: 'customer-created', on, customer }))
}
