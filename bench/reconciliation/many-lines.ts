/** Statements of as many lines as a busy company has, each paying an invoice by its number, in the formats that French banks send. */
import { addDays, parseDay } from '#core/day'
import { moneyText, toCents } from '#core/money'
import { writeCfonb120 } from '../../src/banking/formats/fixtures/cfonb-writer.ts'
import { writeCamt053 } from '../../src/banking/formats/camt/write.ts'
import { sampleStatement } from '../../src/banking/formats/camt/sample.ts'
import { frenchIban } from '../../worlds/identifiers.ts'

export const FORMATS = ['camt', 'cfonb'] as const
export type ManyFormat = (typeof FORMATS)[number]

export const customerName = (customer: number): string => `MENUISERIE ${customer} SARL`
export const invoiceNumber = (invoice: number): string => `F2026-${String(invoice).padStart(6, '0')}`
/** No two invoices near each other owe the same. */
export const invoiceCents = (invoice: number): bigint => 12_000n + BigInt((invoice * 7919) % 400_000)

export type Many = {
  readonly lines: number
  readonly customers: number
  readonly endsOn: string
  /** Days over which they spread. */
  readonly days: number
}

/** Line n pays invoice n of customer n modulo the customers, exactly and by its number. */
export function manyLines({ customers, days, endsOn, lines }: Many) {
  const from = addDays(parseDay(endsOn), 1 - days)
  return sampleStatement({
    account: { iban: frenchIban('30003', '03010', '00020330541'), currency: 'EUR' },
    opening: '0.00',
    lines: Array.from({ length: lines }, (_, index) => {
      const customer = index % customers
      return {
        bookedOn: addDays(from, Math.floor((index * days) / lines)),
        amount: moneyText(toCents(invoiceCents(index + 1))),
        text: `FACTURE ${invoiceNumber(index + 1)}`,
        bankText: `VIR SEPA RECU ${customerName(customer)}`,
        reference: String(1_000_000 + index),
        counterparty: customerName(customer),
        iban: frenchIban('98765', '00042', String(customer).padStart(11, '0')),
      }
    }),
  })
}

export const fileOf = (format: ManyFormat, many: Many): File => {
  const statement = manyLines(many)
  return format === 'camt'
    ? new File([writeCamt053(statement)], 'releve.xml', { type: 'application/xml' })
    : new File([writeCfonb120(statement)], 'releve.txt', { type: 'text/plain' })
}
