/** What is owed, arranged so that a line is looked up and not compared with every invoice. It follows what earlier lines have paid. */
import { type Cents, minCents, toCents } from '#core/money'
import type { Id } from '#core/ids'
import type { KnownCustomer, LearntMark, OpenCredit, OpenInvoice, Share, TypedPayment } from './model.ts'
import { type CustomerIndex, customerIndex } from './names.ts'
import { numberIndex, type NumberIndex } from './numbers.ts'

export type OpenBook = {
  readonly numbers: NumberIndex
  readonly customers: CustomerIndex
  /** The invoice as it stands now; nothing once it is settled. */
  invoice(invoiceId: Id): OpenInvoice | undefined
  /** In the order they fall due. */
  invoicesOf(customerId: Id): readonly OpenInvoice[]
  /** Credit notes and money on no invoice yet, as they were read. */
  creditsOf(customerId: Id): readonly OpenCredit[]
  invoicesOfAmount(amountCents: Cents): readonly OpenInvoice[]
  typedPayments(amountCents: Cents): readonly TypedPayment[]
  allTypedPayments(): readonly TypedPayment[]
  pay(shares: readonly Share[]): void
  confirm(paymentIds: readonly Id[]): void
}

export type OpenBookFacts = {
  readonly invoices: readonly OpenInvoice[]
  readonly customers: readonly KnownCustomer[]
  readonly marks: readonly LearntMark[]
  readonly typedPayments: readonly TypedPayment[]
  readonly credits?: readonly OpenCredit[]
}

export function openBook({ credits = [], customers, invoices, marks, typedPayments }: OpenBookFacts): OpenBook {
  const standing = new Map(invoices.map((invoice) => [invoice.invoiceId, invoice]))
  const byCustomer = new Map([...Map.groupBy(invoices, (invoice) => invoice.customerId)].map(([id, own]) => [id, own.toSorted(byDueDay)]))
  const creditsByCustomer = Map.groupBy(credits, (credit) => credit.customerId)
  const byAmount = Map.groupBy(invoices, (invoice) => invoice.openCents)
  const typed = new Map(typedPayments.map((payment) => [payment.paymentId, payment]))
  const typedByAmount = Map.groupBy(typedPayments, (payment) => payment.amountCents)
  const now = (list: readonly OpenInvoice[]) => list.flatMap(({ invoiceId }) => standing.get(invoiceId) ?? [])
  return {
    numbers: numberIndex(invoices),
    customers: customerIndex(customers, marks),
    invoice: (invoiceId) => standing.get(invoiceId),
    invoicesOf: (customerId) => now(byCustomer.get(customerId) ?? []),
    creditsOf: (customerId) => creditsByCustomer.get(customerId) ?? [],
    invoicesOfAmount: (amountCents) => now(byAmount.get(amountCents) ?? []).filter((invoice) => invoice.openCents === amountCents),
    typedPayments: (amountCents) => (typedByAmount.get(amountCents) ?? []).filter(({ paymentId }) => typed.has(paymentId)),
    allTypedPayments: () => [...typed.values()],
    pay: (shares) => {
      for (const { amountCents, invoiceId } of shares) {
        const before = standing.get(invoiceId)
        if (!before) continue
        standing.delete(invoiceId)
        if (amountCents >= before.openCents) continue
        const after = paidInPart(before, amountCents)
        standing.set(invoiceId, after)
        byAmount.set(after.openCents, [...(byAmount.get(after.openCents) ?? []), after])
      }
    },
    confirm: (paymentIds) => {
      for (const paymentId of paymentIds) typed.delete(paymentId)
    },
  }
}

/** Payments fill instalments in the order they fall due. */
function paidInPart(invoice: OpenInvoice, amountCents: Cents): OpenInvoice {
  let left = amountCents
  const instalments = invoice.instalments.flatMap((instalment) => {
    const paid = minCents(left, instalment.openCents)
    left = toCents(left - paid)
    return paid === instalment.openCents ? [] : [{ ...instalment, openCents: toCents(instalment.openCents - paid) }]
  })
  return { ...invoice, openCents: toCents(invoice.openCents - amountCents), instalments }
}

const dueOn = (invoice: OpenInvoice): string => invoice.instalments[0]?.dueOn ?? invoice.issuedOn

const byDueDay = (a: OpenInvoice, b: OpenInvoice): number => {
  const [first, second] = [`${dueOn(a)} ${a.number}`, `${dueOn(b)} ${b.number}`]
  return first < second ? -1 : first > second ? 1 : 0
}
