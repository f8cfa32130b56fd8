/** Our rules, and two ways of others as they publish them, told anew. */
import type { Cents } from '#core/money'
import type { TruthLine } from '../../worlds/bank/index.ts'
import { findMatch, openBook } from '../../src/reconciliation/rules/index.ts'
import type { Answer, Matcher, Proposed, Week } from './story.ts'

export const ours: Matcher = (week) => {
  const book = openBook({ ...week, typedPayments: [] })
  return {
    answer: (line) => findMatch(factsOf(line), book),
    paid: ({ closes, shares }) => {
      book.pay(shares)
      book.pay(closes.flatMap((invoiceId) => shareOf(book.invoice(invoiceId))))
    },
  }
}

const factsOf = ({ amountCents, bookedOn, counterparty, iban, texts }: TruthLine) => ({
  amountCents,
  bookedOn,
  texts,
  references: [],
  counterparty,
  iban,
  returned: false,
})

const shareOf = (invoice: { readonly invoiceId: string; readonly openCents: Cents } | undefined) =>
  invoice ? [{ invoiceId: invoice.invoiceId, amountCents: invoice.openCents }] : []

/** The first open invoice whose number stands somewhere in the label, whatever the amount (a widely used invoicing product). */
export const firstNumberContained: Matcher = overOpen((invoices, line) => {
  const label = textOf(line).toLowerCase()
  const hit = invoices.find(({ number }) => label.includes(number.toLowerCase()))
  return hit ? { certain: paying(hit, line), proposals: [paying(hit, line)] } : NOTHING
})

/** Figures of four and more of the label against those of the numbers; most in common first, then the older (a widely used accounting module). */
export const digitsOnly: Matcher = overOpen((invoices, line) => {
  const tokens = new Set(textOf(line).match(/\d{4,}/g))
  const ranked = invoices
    .map((invoice) => ({ invoice, common: (invoice.number.match(/\d{4,}/g) ?? []).filter((token) => tokens.has(token)).length }))
    .filter(({ common }) => common > 0)
    .toSorted((a, b) => b.common - a.common || (a.invoice.issuedOn < b.invoice.issuedOn ? -1 : 1))
  const exact = ranked.find(({ invoice }) => invoice.openCents === line.amountCents) ?? ranked[0]
  return exact
    ? { certain: paying(exact.invoice, line), proposals: ranked.slice(0, 3).map(({ invoice }) => paying(invoice, line)) }
    : NOTHING
})

const NOTHING: Answer = { certain: undefined, proposals: [] }

type Open = Week['invoices'][number]

function overOpen(answer: (invoices: readonly Open[], line: TruthLine) => Answer): Matcher {
  return ({ invoices }) => {
    const open = new Map(invoices.map((invoice) => [invoice.invoiceId, invoice]))
    return {
      answer: (line) => answer([...open.values()], line),
      paid: ({ closes, shares }) => {
        for (const { amountCents, invoiceId } of shares) if (amountCents >= (open.get(invoiceId)?.openCents ?? 0n)) open.delete(invoiceId)
        for (const invoiceId of closes) open.delete(invoiceId)
      },
    }
  }
}

const textOf = ({ counterparty = '', texts }: TruthLine): string => [...texts, counterparty].join(' ')

const paying = ({ customerId, invoiceId, openCents }: Open, { amountCents }: TruthLine): Proposed => ({
  customerId,
  shares: [{ invoiceId, amountCents: amountCents < openCents ? amountCents : openCents }],
})
