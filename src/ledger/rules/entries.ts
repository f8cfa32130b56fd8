/** What each event writes in the books (PCG; facts of the standard entries). Pure: facts in, balanced entry out. */
import type { Day } from '#core/day'
import { type Cents, divideRounded, sum, toCents, ZERO } from '#core/money'
import {
  ACCOUNTS,
  differenceAccount,
  type DifferenceKind,
  type PaymentMethod,
  type Sale,
  salesAccount,
  treasuryAccount,
} from './accounts.ts'

export type EntryLine = {
  readonly account: string
  readonly debitCents: Cents
  readonly creditCents: Cents
  /** Customer's code: only on 411. */
  readonly auxiliary?: string
}

export type Entry = {
  readonly journal: 'VE' | 'BQ' | 'CA' | 'OD'
  readonly entryOn: Day
  readonly pieceReference: string
  readonly label: string
  readonly lines: readonly EntryLine[]
}

export type DocumentForEntry = {
  readonly kind: 'invoice' | 'credit_note'
  readonly number: string
  readonly issuedOn: Day
  readonly customerCode: string
  readonly customerName: string
  readonly totalCents: Cents
  readonly sales: readonly (Sale & { readonly netCents: Cents; readonly vatCents: Cents; readonly vatOnReceipts: boolean })[]
}

const debit = (account: string, amount: Cents, auxiliary?: string): EntryLine => entryLine(account, amount, auxiliary)
const credit = (account: string, amount: Cents, auxiliary?: string): EntryLine => entryLine(account, toCents(-amount), auxiliary)

/** A debit. A negative one is a credit: the books hold no negative amount. */
export function entryLine(account: string, amount: Cents, auxiliary?: string): EntryLine {
  return {
    account,
    debitCents: amount > 0n ? amount : ZERO,
    creditCents: amount < 0n ? toCents(-amount) : ZERO,
    ...(auxiliary === undefined ? {} : { auxiliary }),
  }
}

/** Amounts of one account on one line, empty lines left out. */
export function gathered(lines: readonly EntryLine[]): EntryLine[] {
  const byAccount = Map.groupBy(lines, (line) => `${line.account} ${line.auxiliary ?? ''}`)
  return [...byAccount.values()].flatMap((group) => {
    const [first] = group
    const amount = toCents(sum(group.map((line) => line.debitCents)) - sum(group.map((line) => line.creditCents)))
    return first && amount !== 0n ? [entryLine(first.account, amount, first.auxiliary)] : []
  })
}

/** Invoice: D 411 TTC / C 70x HT, C 44571 (or 44574 while VAT waits for the receipt). A credit note is its mirror. */
export function entryOfDocument(document: DocumentForEntry): Entry {
  const sign = document.kind === 'invoice' ? 1n : -1n
  const signed = (amount: Cents): Cents => toCents(amount * sign)
  return {
    journal: 'VE',
    entryOn: document.issuedOn,
    pieceReference: document.number,
    label: `${document.kind === 'invoice' ? 'Facture' : 'Avoir'} ${document.number} ${document.customerName}`,
    lines: gathered([
      debit(ACCOUNTS.customers, signed(document.totalCents), document.customerCode),
      ...document.sales.map((sale) => credit(salesAccount(sale), signed(sale.netCents))),
      ...document.sales.map((sale) =>
        credit(sale.vatOnReceipts ? ACCOUNTS.vatAwaitingReceipt : ACCOUNTS.vatCollected, signed(sale.vatCents)),
      ),
    ]),
  }
}

export type PaymentForEntry = {
  /** What it settles; below zero: given back to the customer. */
  readonly amountCents: Cents
  /** What of it did not come in. */
  readonly differences: readonly { readonly kind: DifferenceKind; readonly amountCents: Cents; readonly vatCents: Cents }[]
  readonly method: PaymentMethod
  readonly reference: string
  readonly customerCode: string
  readonly customerName: string
}

const times = (amount: Cents, sign: bigint): Cents => toCents(amount * sign)

/**
 * Payment: D 512 (5112, 517, 53) / C 411, with D 6278, 665 and 44571, 658 for what did not come in. Given back, or reversed, it is the opposite, on
 * the day it stops counting.
 */
export function entryOfPayment(payment: PaymentForEntry, on: Day, way: 'received' | 'reversed'): Entry {
  const { account, journal } = treasuryAccount(payment.method)
  const sign = way === 'received' ? 1n : -1n
  const { amountCents, customerCode, customerName, differences, reference } = payment
  const received = toCents(amountCents - sum(differences.map((difference) => difference.amountCents)))
  const what = amountCents < 0n ? 'remboursement' : 'règlement'
  const label = way === 'received' ? what.charAt(0).toUpperCase() + what.slice(1) : `Annulation du ${what}`
  return {
    journal,
    entryOn: on,
    pieceReference: reference === '' ? customerCode : reference.slice(0, 40),
    label: `${label} ${customerName}`,
    lines: gathered([
      debit(account, times(received, sign)),
      ...differences.flatMap((difference) => [
        debit(
          differenceAccount(difference.kind, difference.amountCents),
          times(toCents(difference.amountCents - difference.vatCents), sign),
        ),
        debit(ACCOUNTS.vatCollected, times(difference.vatCents, sign)),
      ]),
      credit(ACCOUNTS.customers, times(amountCents, sign), customerCode),
    ]),
  }
}

export type CollectionForEntry = Pick<PaymentForEntry, 'amountCents' | 'method' | 'reference' | 'customerCode' | 'customerName'> & {
  /** Kept by the provider that pays out. */
  readonly feeCents: Cents
}

/** What was typed before reaches the account: D 512, D 6278 / C 5112, 517 or 53. A transfer was booked there at once: no line is left. */
export function entryOfCollection(collection: CollectionForEntry, on: Day, way: 'collected' | 'parted'): Entry {
  const sign = way === 'collected' ? 1n : -1n
  const { amountCents, customerCode, customerName, feeCents, method, reference } = collection
  return {
    journal: 'BQ',
    entryOn: on,
    pieceReference: reference === '' ? customerCode : reference.slice(0, 40),
    label: `${way === 'collected' ? 'Encaissement' : 'Annulation de l’encaissement'} ${customerName}`,
    lines: gathered([
      debit(ACCOUNTS.bank, times(toCents(amountCents - feeCents), sign)),
      debit(ACCOUNTS.bankFees, times(feeCents, sign)),
      credit(treasuryAccount(method).account, times(amountCents, sign)),
    ]),
  }
}

/**
 * The part of the VAT still waiting that falls due with a receipt (CGI 269-2 c): in proportion to what was open, so that the receipt that
 * closes the invoice releases all that is left, to the cent.
 */
export function vatFallingDue(waitingCents: Cents, receiptCents: Cents, openBeforeCents: Cents): Cents {
  if (openBeforeCents <= 0n || receiptCents >= openBeforeCents) return waitingCents
  return toCents(divideRounded(waitingCents * receiptCents, openBeforeCents))
}

/** D 44574 / C 44571. A negative amount (an allocation undone) writes the opposite. */
export function entryOfVatOnReceipt(amountCents: Cents, facts: { invoiceNumber: string; allocatedOn: Day }): Entry {
  return {
    journal: 'OD',
    entryOn: facts.allocatedOn,
    pieceReference: facts.invoiceNumber,
    label: `TVA exigible à l’encaissement, facture ${facts.invoiceNumber}`,
    lines: [debit(ACCOUNTS.vatAwaitingReceipt, amountCents), credit(ACCOUNTS.vatCollected, amountCents)],
  }
}
