/** `bankWorld(seed, bank)`: eighteen months of a company with three hundred customers, as its bank tells it, and the truth. The same seed, the same story. */
import { addDays, type Day, daysBetween, parseDay } from '#core/day'
import { toCents } from '#core/money'
import { workingDayFrom } from '#core/working-day'
import { type Chance, makeChance } from '../chance.ts'
import { imputed, type ImputedLine } from './imputed.ts'
import { invoicesOf } from './invoices.ts'
import type { Bank, BankWorld, TruthInvoice } from './model.ts'
import { payersOf } from './payers.ts'
import { paymentsOf } from './payments.ts'
import { shownOf, thirdPartiesOf } from './words.ts'

export { readOn } from './imputed.ts'
export type * from './model.ts'
export { BANKS, SHAPES } from './model.ts'

const FROM = parseDay('2025-05-01')
const UNTIL = parseDay('2026-10-31')
const CUSTOMERS = 300
/** Money in that no customer paid: from other accounts of ours, from the tax office, from a supplier. */
const OTHERS = 0.04

export function bankWorld(seed: number, bank: Bank): BankWorld {
  const chance = makeChance(`bank ${seed}`)
  const payers = payersOf(CUSTOMERS, chance.fork('payers'))
  const invoices = invoicesOf(payers, FROM, UNTIL, chance.fork('invoices'))
  const byCustomer = Map.groupBy(invoices, ({ customerId }) => customerId)
  const anyNumber = (drawn: Chance): string => drawn.pick(invoices).number
  const payments = payers
    .flatMap((payer) => paymentsOf(payer, byCustomer.get(payer.id) ?? [], anyNumber, chance.fork(`payments ${payer.id}`)))
    .filter(({ on }) => FROM <= on && on <= UNTIL)
  const thirdParties = thirdPartiesOf(chance.fork('third parties'))
  const words = chance.fork('words')
  const shown = payments
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map((payment) => ({ payment, shown: shownOf(bank, payment, thirdParties, words) }))
  const lines = [...imputed(shown, invoices), ...othersOf(Math.round(payments.length * OTHERS), invoices, chance.fork('others'))].toSorted(
    (a, b) => (a.bookedOn < b.bookedOn ? -1 : a.bookedOn > b.bookedOn ? 1 : 0),
  )
  return {
    bank,
    customers: payers.map(({ id, name }) => ({ id, name })),
    invoices,
    lines: lines.map((line, index) => Object.assign(line, { key: `line-${index + 1}` })),
  }
}

/** Some of them have the very amount of an invoice. */
function othersOf(count: number, invoices: readonly TruthInvoice[], chance: Chance): ImputedLine[] {
  const span = daysBetween(FROM, UNTIL)
  return Array.from({ length: count }, () => {
    const bookedOn: Day = workingDayFrom(addDays(FROM, chance.whole(0, span - 5)))
    const amountCents = chance.happens(0.1) ? chance.pick(invoices).amountCents : toCents(chance.whole(2000, 900_000))
    const texts = [
      chance.pick([
        'VIR DE COMPTE EPARGNE PRO',
        `VIR DGFIP REMBT TVA ${chance.digits(6)}`,
        `REMISE CB ${chance.digits(8)}`,
        `URSSAF REMBOURSEMENT ${chance.digits(9)}`,
        `AVOIR FOURNISSEUR ${chance.digits(5)}`,
        `REMB SINISTRE ${chance.digits(7)}`,
      ]),
    ]
    return { bookedOn, amountCents, texts, shape: 'other', customerId: null, shares: [], closes: [] }
  })
}
