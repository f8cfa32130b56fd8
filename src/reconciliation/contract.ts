import { z } from 'zod'
import { lineOut, lineState } from '#banking/contract'
import { DIFFERENCE_KINDS } from '#payments/contract'
import { day, dayOut, id, instantOut, money, moneyOut, page, pageOf, reads, refusals, text, writes } from '#platform/contract'

export { evidenceSentence } from './rules/evidence-texts.ts'

const evidenceOut = z.object({
  code: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  /** In the reader's language. */
  sentence: z.string(),
})

const shareOut = z.object({ invoiceId: z.string(), number: z.string(), dueOn: dayOut, open: moneyOut, amount: moneyOut })

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

const holdOut = z.object({ until: dayOut, note: z.string(), by: z.string(), at: instantOut })

const questionOut = z.object({
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

export const workLine = lineOut.extend({
  /** What was recognised in its texts, as written there. */
  recognised: z.array(z.object({ kind: z.enum(['number', 'name', 'iban']), text: z.string() })),
  proposals: z.array(proposalOut),
  match: matchOut.nullable(),
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
const SHARE_LIMIT = 200
const shares = z.array(z.object({ invoiceId: id, amount: money })).max(SHARE_LIMIT)

/** What was settled without having come in; a rounding below zero came in beyond it. */
const differences = z.array(z.object({ kind: z.enum(DIFFERENCE_KINDS), amount: money })).max(DIFFERENCE_KINDS.length)

const lineRefusals = { line_not_waiting: 409, line_is_money_out: 422 } as const
const matchRefusals = {
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

const outRefusals = {
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
const MOST_APPLIED = 1_000

/** What settles by itself: nothing; what names its invoices and pays them exactly; also what a known payer pays without doubt. */
const automatic = z.enum(['off', 'numbered', 'clear'])

export const reconciliationContract = {
  summary: reads('reconciliation:read')
    .route({ method: 'GET', path: '/reconciliation', summary: 'How many bank lines wait, and how many are done' })
    .output(
      z.object({
        states: z.array(z.object({ state: z.enum([...lineState.options, 'on_hold']), count: z.number(), amount: moneyOut })),
        /** Questions on lines that wait for whoever asks this. */
        asked: z.object({ count: z.number(), amount: moneyOut }),
        automatic,
        /** Certain matches went well: whether to ask if they may settle alone, and how many were right. */
        invitation: z.object({ right: z.number() }).nullable(),
      }),
    ),
  worklist: reads('reconciliation:read')
    .route({ method: 'GET', path: '/reconciliation/lines', summary: 'Bank lines with what is proposed for them, or what was made of them' })
    .input(z.object({ state: lineView.default('to_do'), accountId: id.optional(), search: text(80).optional(), ...page }))
    .output(pageOf(workLine)),
  line: reads('reconciliation:read')
    .route({ method: 'GET', path: '/reconciliation/lines/{lineId}', summary: 'One bank line with its proposals or its match' })
    .input(z.object({ lineId: id }))
    .output(workLine),
  candidates: reads('reconciliation:read')
    .route({
      method: 'GET',
      path: '/reconciliation/candidates',
      summary: 'Open invoices and customers, to match by hand: by number, name or amount',
    })
    .input(z.object({ search: text(80).default(''), customerId: id.optional() }))
    .output(
      z.object({ invoices: z.array(openInvoiceOut), customers: z.array(z.object({ id: z.string(), name: z.string(), code: z.string() })) }),
    ),
  accept: writes('reconciliation:write')
    .route({
      method: 'POST',
      path: '/reconciliation/lines/{lineId}/acceptance',
      summary: 'Do what a proposal says, with its amounts or others',
    })
    .input(
      z.object({
        lineId: id,
        proposalId: text(64, 1),
        /** Instead of the proposal's own; what is left over stays with the customer as credit. */
        shares: shares.optional(),
        differences: differences.default([]),
      }),
    )
    .output(workLine)
    .errors(refusals({ ...matchRefusals, ...outRefusals, proposal_gone: 409 })),
  matchByHand: writes('reconciliation:write')
    .route({
      method: 'POST',
      path: '/reconciliation/lines/{lineId}/match',
      summary: 'Put a bank line on invoices, in whole or in part; the rest is the customer’s credit',
    })
    .input(
      z.object({
        lineId: id,
        shares: shares.default([]),
        differences: differences.default([]),
        /** Who keeps the rest as credit; nothing: the customer of the invoices, if they are of one. */
        customerId: id.optional(),
      }),
    )
    .output(workLine)
    .errors(refusals(matchRefusals)),
  takeBack: writes('reconciliation:write')
    .route({
      method: 'POST',
      path: '/reconciliation/lines/{lineId}/taken-back',
      summary: 'A line of money out is a payment that the bank takes back: what it paid is open again',
    })
    .input(z.object({ lineId: id, paymentId: id }))
    .output(workLine)
    .errors(refusals(outRefusals)),
  refund: writes('reconciliation:write')
    .route({ method: 'POST', path: '/reconciliation/lines/{lineId}/refund', summary: 'A line of money out gives a customer’s credit back' })
    .input(z.object({ lineId: id, customerId: id }))
    .output(workLine)
    .errors(refusals(outRefusals)),
  returnable: reads('reconciliation:read')
    .route({ method: 'GET', path: '/reconciliation/lines/{lineId}/returnable', summary: 'Payments that a line of money out may take back' })
    .input(z.object({ lineId: id }))
    .output(
      z.object({
        payments: z.array(
          z.object({
            id: z.string(),
            customerId: z.string(),
            customerName: z.string(),
            paidOn: dayOut,
            amount: moneyOut,
            invoices: z.array(z.string()),
          }),
        ),
      }),
    ),
  undo: writes('reconciliation:write')
    .route({
      method: 'POST',
      path: '/reconciliation/lines/{lineId}/undo',
      summary: 'The match never counted: payment reversed on the same day, line to do again',
    })
    .input(z.object({ lineId: id }))
    .output(workLine)
    .errors(refusals({ line_not_matched: 409, payment_returned_since: 409 })),
  setAside: writes('reconciliation:write')
    .route({ method: 'POST', path: '/reconciliation/lines/{lineId}/aside', summary: 'The line is no payment of a customer' })
    .input(z.object({ lineId: id, reason: text(200).default('') }))
    .output(workLine)
    .errors(refusals(lineRefusals)),
  bringBack: writes('reconciliation:write')
    .route({ method: 'POST', path: '/reconciliation/lines/{lineId}/return', summary: 'The line is to do after all' })
    .input(z.object({ lineId: id }))
    .output(workLine)
    .errors(refusals({ line_not_aside: 409 })),
  refuse: writes('reconciliation:write')
    .route({
      method: 'POST',
      path: '/reconciliation/lines/{lineId}/refusal',
      summary: 'This proposal is wrong: it never comes back for this line',
    })
    .input(z.object({ lineId: id, proposalId: text(64, 1) }))
    .output(workLine)
    .errors(refusals({ ...lineRefusals, proposal_gone: 409 })),
  hold: writes('reconciliation:write')
    .route({
      method: 'POST',
      path: '/reconciliation/lines/{lineId}/hold',
      summary: 'Put a line off until a day, on which it is to do again by itself',
    })
    .input(z.object({ lineId: id, until: day, note: text(200).default('') }))
    .output(workLine)
    .errors(refusals({ ...lineRefusals, hold_day_past: 422, hold_day_far: 422 })),
  release: writes('reconciliation:write')
    .route({
      method: 'POST',
      path: '/reconciliation/lines/{lineId}/release',
      summary: 'The line is to do at once, whatever it waited for',
    })
    .input(z.object({ lineId: id }))
    .output(workLine)
    .errors(refusals({ ...lineRefusals, line_not_on_hold: 409 })),
  ask: writes('reconciliation:write')
    .route({
      method: 'POST',
      path: '/reconciliation/lines/{lineId}/questions',
      summary: 'Ask a colleague about a line, by mail and on their bank page; it waits for the answer',
    })
    .input(
      z.object({
        lineId: id,
        question: text(1000, 1),
        /** Nobody: whoever may match. */
        askedOf: id.optional(),
      }),
    )
    .output(workLine)
    .errors(refusals({ ...lineRefusals, question_open: 409, colleague_unknown: 422, question_to_oneself: 422 })),
  answer: writes('reconciliation:read')
    .route({
      method: 'POST',
      path: '/reconciliation/questions/{questionId}/answer',
      summary: 'Say what one knows of a line; it is to do again. Who only reads may answer what they were asked',
    })
    .input(z.object({ questionId: id, answer: text(1000, 1) }))
    .output(workLine)
    .errors(refusals({ person_required: 403, question_closed: 409 })),
  certain: reads('reconciliation:read')
    .route({
      method: 'GET',
      path: '/reconciliation/certain',
      summary: 'Lines to do whose match is certain and did not settle by itself; a page may be empty and not the last',
    })
    .input(z.object(page))
    .output(pageOf(z.object({ line: lineOut, proposal: proposalOut }))),
  applyCertain: writes('reconciliation:write')
    .route({
      method: 'POST',
      path: '/reconciliation/applications',
      summary: 'Apply certain matches together, in the background when there are many; what no longer holds is left with its reason',
    })
    .input(
      z.object({
        lines: z
          .array(z.object({ lineId: id, proposalId: text(64, 1) }))
          .min(1)
          .max(MOST_APPLIED),
      }),
    )
    .output(applicationOut),
  application: reads('reconciliation:read')
    .route({
      method: 'GET',
      path: '/reconciliation/applications/latest',
      summary: 'The last certain matches applied together, while at work and for a day after',
    })
    .output(z.object({ application: applicationOut.nullable() })),
  undoApplication: writes('reconciliation:write')
    .route({
      method: 'POST',
      path: '/reconciliation/applications/{applicationId}/undo',
      summary: 'Take back together what was applied together and has not changed since',
    })
    .input(z.object({ applicationId: id }))
    .output(applicationOut)
    .errors(refusals({ application_running: 409 })),
  answerInvitation: writes('reconciliation:write')
    .route({
      method: 'POST',
      path: '/reconciliation/invitation',
      summary: 'Let certain matches settle alone from now on, or not now, or never',
    })
    .input(z.object({ answer: z.enum(['yes', 'later', 'never']) }))
    .output(z.object({ automatic })),
  saveSettings: writes('reconciliation:write')
    .route({ method: 'PUT', path: '/reconciliation/settings', summary: 'How far certain matches settle by themselves' })
    .input(z.object({ automatic }))
    .output(z.object({ automatic })),
}
