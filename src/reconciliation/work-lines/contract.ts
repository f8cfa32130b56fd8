/** What the operations of the bank page take and answer. */
import { z } from 'zod'
import { importOut, lineOut, lineState } from '#banking/contract'
import { DIFFERENCE_KINDS } from '#payments/contract'
import { dayOut, id, instantOut, money, moneyOut } from '#platform/contract'

export const evidenceOut = z.object({
  code: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  /** In the reader's language. */
  sentence: z.string(),
})

export const shareOut = z.object({ invoiceId: z.string(), number: z.string(), dueOn: dayOut, open: moneyOut, amount: moneyOut })

export const proposalOut = z.object({
  id: z.string(),
  /**
   * `invoices`: settles these; `credit`: stays with the customer; `typed`: the payment is there already, the line only confirms it; of money out,
   * `returned`: the bank takes this payment back; `refund`: the customer’s credit is given back.
   */
  kind: z.enum(['invoices', 'credit', 'typed', 'returned', 'refund']),
  customerId: z.string().nullable(),
  customerName: z.string(),
  shares: z.array(shareOut),
  payments: z.array(z.object({ id: z.string(), paidOn: dayOut, amount: moneyOut, method: z.string() })),
  rest: moneyOut,
  /** No other open invoice could be meant. */
  certain: z.boolean(),
  evidence: z.array(evidenceOut),
})

export const matchOut = z.object({
  origin: z.enum(['automatic', 'manual']),
  matchedAt: instantOut,
  evidence: z.array(evidenceOut),
  payments: z.array(
    z.object({
      id: z.string(),
      customerId: z.string(),
      customerName: z.string(),
      amount: moneyOut,
      /** Still the customer's credit. */
      open: moneyOut,
      /** False: it was typed by hand before. */
      recorded: z.boolean(),
      /** The line takes this payment back. */
      returned: z.boolean(),
      /** What of it did not come in, and what a provider kept. */
      differences: z.array(z.object({ kind: z.enum(DIFFERENCE_KINDS), amount: moneyOut })),
      fee: moneyOut,
      invoices: z.array(z.object({ invoiceId: z.string().nullable(), number: z.string(), amount: moneyOut })),
    }),
  ),
})

export const holdOut = z.object({ until: dayOut, note: z.string(), by: z.string(), at: instantOut })

export const questionOut = z.object({
  id: z.string(),
  question: z.string(),
  askedBy: z.string(),
  /** Null: whoever may match. */
  askedOf: z.string().nullable(),
  askedAt: instantOut,
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: instantOut.nullable(),
  /** Its answer is waited for. */
  open: z.boolean(),
  /** Whoever asks for this line may give it. */
  mayAnswer: z.boolean(),
})

/** Lines in the views of the screen: those to do that are put off stand apart. */
export const lineView = z.enum([...lineState.options, 'on_hold', 'asked_of_me'])
export const bookedPartOut = z.object({
  account: z.string(),
  accountLabel: z.string(),
  /** VAT included. */
  amount: moneyOut,
  vatRate: z.string().nullable(),
  vat: moneyOut,
})

/** The other side of a transfer between two of our accounts. */
export const otherSideOut = z.object({ lineId: z.string(), bookedOn: dayOut, accountName: z.string() })

/** What a line is that is no customer's money, by a rule or because it goes between our own accounts. */
export const operationOut = z.object({
  id: z.string(),
  kind: z.enum(['accounts', 'transfer']),
  parts: z.array(bookedPartOut),
  other: otherSideOut.nullable(),
  evidence: z.array(evidenceOut),
})

export const bookingOut = z.object({
  origin: z.enum(['automatic', 'manual']),
  bookedAt: instantOut,
  parts: z.array(bookedPartOut),
  other: otherSideOut.nullable(),
  evidence: z.array(evidenceOut),
})

export const workLine = lineOut.extend({
  /** What was recognised in its texts, as written there. */
  recognised: z.array(z.object({ kind: z.enum(['number', 'name', 'iban']), text: z.string() })),
  proposals: z.array(proposalOut),
  match: matchOut.nullable(),
  /** Proposed beside: it may be no customer's money. `accept` and `refuse` take its id too. */
  operation: operationOut.nullable(),
  /** To what accounts it was booked. */
  booking: bookingOut.nullable(),
  /** It was matched once and undone: it waits for a person from then on. */
  undone: z.boolean(),
  /** To do, and put off until a day or for an answer. */
  onHold: z.boolean(),
  /** The last time it was put off and not brought back since; its day may have come. */
  hold: holdOut.nullable(),
  /** In the order they were asked. */
  questions: z.array(questionOut),
})

export const openInvoiceOut = z.object({
  id: z.string(),
  number: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  dueOn: dayOut,
  open: moneyOut,
})

/** More invoices than one transfer has ever paid. */
export const SHARE_LIMIT = 200
export const shares = z.array(z.object({ invoiceId: id, amount: money })).max(SHARE_LIMIT)

/** What was settled without having come in; a rounding below zero came in beyond it. */
export const differences = z.array(z.object({ kind: z.enum(DIFFERENCE_KINDS), amount: money })).max(DIFFERENCE_KINDS.length)

export const lineRefusals = { line_not_waiting: 409, line_is_money_out: 422 } as const
export const matchRefusals = {
  ...lineRefusals,
  match_exceeds_line: 422,
  match_without_customer: 422,
  customer_unknown: 422,
  payment_in_future: 422,
  invoice_of_other_customer: 422,
  allocation_not_positive: 422,
  allocation_exceeds_open: 422,
  difference_twice: 422,
  difference_not_positive: 422,
  difference_of_several_customers: 422,
  difference_without_need: 422,
  rounding_too_large: 422,
} as const

export const outRefusals = {
  line_not_waiting: 409,
  line_is_money_in: 422,
  customer_unknown: 422,
  payment_in_future: 422,
  return_of_other_amount: 422,
  refund_exceeds_credit: 422,
  payment_already_reversed: 409,
  reversal_before_payment: 422,
} as const

/** What came of certain matches applied together. */
export const applicationOut = z.object({
  id: z.string(),
  by: z.string(),
  startedAt: instantOut,
  state: z.enum(['applying', 'applied', 'undoing', 'undone']),
  lines: z.number(),
  waiting: z.number(),
  /** In force. */
  applied: z.number(),
  amount: moneyOut,
  /** Not applied: what was seen no longer held. */
  left: z.number(),
  undone: z.number(),
  /** Changed since, so not undone with the others. */
  kept: z.number(),
  /** The first of those left or kept, each with why. */
  exceptions: z.array(z.object({ lineId: z.string(), bookedOn: dayOut, amount: moneyOut, text: z.string(), sentence: z.string() })),
})

/** As many as one looks through at once. */
export const MOST_APPLIED = 1_000

/** What settles by itself: nothing; what names its invoices and pays them exactly; also what a known payer pays without doubt. */
export const automatic = z.enum(['off', 'numbered', 'clear'])

/** A long bank file on its way. */
export const importProgressOut = z.object({
  id: z.string(),
  fileName: z.string(),
  /** Its lines are being kept; what is certain of them is being settled; all is done; it was refused and nothing was kept. */
  state: z.enum(['keeping', 'matching', 'done', 'failed']),
  linesTotal: z.number(),
  linesRead: z.number(),
  linesNew: z.number(),
  matched: z.number(),
  /** Once its lines are kept. */
  result: importOut.nullable(),
  problem: z.string().nullable(),
})
