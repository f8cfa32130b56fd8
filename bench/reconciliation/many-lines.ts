/** Statements of as many lines as a busy company has, each paying an invoice by its number, in the formats that French banks send. */
import { addDays, parseDay } from '#core/day'
import { moneyText, toCents } from '#core/money'
import { writeCamt053 } from '../../src/banking/formats/camt/write.ts'
import { sampleStatement } from '../../src/banking/formats/camt/sample.ts'
import { writeCfonb120 } from '../../src/banking/formats/fixtures/cfonb-writer.ts'
import { frenchIban } from '../../worlds/identifiers.ts'

export const MANY_FORMATS = ['camt', 'cfonb'] as const
export type ManyFormat = (typeof MANY_FORMATS)[number]

export const CUSTOMERS = 300
export const customerOf = (invoice: number): number => invoice % CUSTOMERS
export const customerName = (customer: number): string => `MENUISERIE ${customer} SARL`
export const invoiceNumber = (invoice: number, year: string): string => `F${year}-${String(invoice).padStart(5, '0')}`
/** No two invoices near each other owe the same. */
export const invoiceCents = (invoice: number): bigint => 12_000n + BigInt((invoice * 7919) % 400_000)

/** Days over which the lines spread: the last is `endsOn`. */
const DAYS = 28

/** One line an invoice, from the first on: it names it, and pays exactly what is open. */
export function manyLines({ endsOn, first, lines }: { endsOn: string; first: number; lines: number }) {
  const from = addDays(parseDay(endsOn), 1 - DAYS)
  return sampleStatement({
    account: { iban: frenchIban('30003', '03010', '00020330541'), currency: 'EUR' },
    opening: '0.00',
    lines: Array.from({ length: lines }, (_, index) => {
      const invoice = first + index
      const customer = customerOf(invoice)
      return {
        bookedOn: addDays(from, Math.floor((index * DAYS) / lines)),
        amount: moneyText(toCents(invoiceCents(invoice))),
        text: `FACTURE ${invoiceNumber(invoice, endsOn.slice(0, 4))}`,
        bankText: `VIR SEPA RECU ${customerName(customer)}`,
        reference: String(1_000_000 + index),
        counterparty: customerName(customer),
        iban: frenchIban('98765', '00042', String(customer).padStart(11, '0')),
      }
    }),
  })
}

export function manyFile(format: ManyFormat, many: Parameters<typeof manyLines>[0]): File {
  const statement = manyLines(many)
  return format === 'camt'
    ? new File([writeCamt053(statement)], 'releve.xml', { type: 'application/xml' })
    : new File([writeCfonb120(statement)], 'releve.txt', { type: 'text/plain' })
}
