/** What comes in on the bank account: customers' transfers, and the cheques, notes and card slips taken to the bank. */
import { type Day, addDays, endOfMonth, weekday } from '#core/day'
import { type Cents, moneyText, parseMoney, sum } from '#core/money'
import { workingDayFrom, workingDayUpTo } from '#core/working-day'
import type { Chance } from './chance.ts'
import { bankText, remittanceOf, transferLabel } from './labels.ts'
import type { Movement } from './outgoings.ts'
import { type Transfer, amountOf } from './payments.ts'
import type { InvoiceIssued, PaymentTyped } from './plan.ts'

/** Share of transfers that carry an end-to-end identifier, and of those whose payer's account is shown. */
const END_TO_END_SHARE = 0.31
const IBAN_SHARE = 0.6

export function transferMovement(transfer: Transfer, invoices: ReadonlyMap<string, InvoiceIssued>, chance: Chance): Movement {
  const { on, player, settles, unallocatedCents } = transfer
  const { payerName, iban, key } = player.customer
  const paid = settles.map(({ invoice }) => invoices.get(invoice)).filter((invoice) => invoice !== undefined)
  const remittance = remittanceOf(paid, chance)
  return {
    on,
    amountCents: amountOf(transfer),
    label: transferLabel(payerName, remittance, chance),
    counterparty: { name: bankText(payerName), ...(chance.happens(IBAN_SHARE) ? { iban } : {}) },
    ...(remittance === '' ? {} : { remittance }),
    ...(chance.happens(END_TO_END_SHARE) ? { endToEndId: `E2E${chance.digits(12)}` } : {}),
    truth: { kind: 'customer-transfer', customer: key, settles, unallocated: moneyText(unallocatedCents) },
  }
}

const DEPOSITS = {
  /** Taken to the bank on Friday, booked on Monday. */
  cheque: { depositedOn: (on: Day) => workingDayFrom(addDays(on, 8 - weekday(on))), label: 'REMISE CHEQUES' },
  card: { depositedOn: (on: Day) => workingDayFrom(addDays(on, 1)), label: 'REMISE CB ATELIER BROCELIANDE' },
  cash: { depositedOn: (on: Day) => workingDayUpTo(endOfMonth(on)), label: 'VERSEMENT ESPECES AGENCE' },
}

/** Payments of one kind that reach the bank on the same day are one line. */
export function depositMovements(payments: readonly PaymentTyped[], chance: Chance): Movement[] {
  const batches = Map.groupBy(payments, ({ method, on }) => `${method} ${DEPOSITS[method].depositedOn(on)}`)
  return [...batches.values()].flatMap((batch) => {
    const [first] = batch
    if (!first) return []
    const { depositedOn, label } = DEPOSITS[first.method]
    const count = first.method === 'cheque' ? ` ${batch.length} CHQ` : ''
    const amountCents: Cents = sum(batch.map(({ amount }) => parseMoney(amount)))
    return [
      {
        on: depositedOn(first.on),
        amountCents,
        label: `${label}${count} ${chance.digits(6)}`,
        truth: { kind: 'deposit', payments: batch.map(({ key }) => key) },
      },
    ]
  })
}
