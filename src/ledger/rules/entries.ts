/** What each event writes in the books (PCG; facts of the standard entries). Pure: facts in, balanced entry out. */
import type { Day } from '#core/day'
import { type Cents, divideRounded, sum, toCents, ZERO } from '#core/money'
import { ACCOUNTS, type PaymentMethod, type Sale, salesAccount, treasuryAccount } from './accounts.ts'

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
  readonly amountCents: Cents
  readonly method: PaymentMethod
  readonly reference: string
  readonly customerCode: string
  readonly customerName: string
}

/** Payment: D 512 (5112, 53) / C 411. Its reversal is the opposite, on the day it stops counting. */
export function entryOfPayment(payment: PaymentForEntry, on: Day, way: 'received' | 'reversed'): Entry {
  const { account, journal } = treasuryAccount(payment.method)
  const amount = way === 'received' ? payment.amountCents : toCents(-payment.amountCents)
  return {
    journal,
    entryOn: on,
    pieceReference: payment.reference === '' ? payment.customerCode : payment.reference.slice(0, 40),
    label: `${way === 'received' ? 'Règlement' : 'Annulation du règlement'} ${payment.customerName}`,
    lines: [debit(account, amount), credit(ACCOUNTS.customers, amount, payment.customerCode)],
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
