import { z } from 'zod'
import { importOut, lineOut, lineState } from '#banking/contract'
import { dayOut, id, instantOut, money, moneyOut, page, pageOf, reads, refusals, text, writes } from '#platform/contract'

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
  /** `invoices`: settles these; `credit`: stays with the customer; `typed`: the payment is there already, the line only confirms it. */
  kind: z.enum(['invoices', 'credit', 'typed']),
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
      invoices: z.array(z.object({ invoiceId: z.string().nullable(), number: z.string(), amount: moneyOut })),
    }),
  ),
})

export const workLine = lineOut.extend({
  /** What was recognised in its texts, as written there. */
  recognised: z.array(z.object({ kind: z.enum(['number', 'name', 'iban']), text: z.string() })),
  proposals: z.array(proposalOut),
  match: matchOut.nullable(),
  /** It was matched once and undone: it waits for a person from then on. */
  undone: z.boolean(),
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
} as const

/** What settles by itself: nothing; what names its invoices and pays them exactly; also what a known payer pays without doubt. */
const automatic = z.enum(['off', 'numbered', 'clear'])

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

export const reconciliationContract = {
  runningImports: reads('banking:read')
    .route({
      method: 'GET',
      path: '/reconciliation/imports',
      summary: 'Long bank files that are being read, or whose lines are being matched',
    })
    .output(z.object({ imports: z.array(importProgressOut) })),
  importProgress: reads('banking:read')
    .route({ method: 'GET', path: '/reconciliation/imports/{id}', summary: 'How far a long bank file is, and its result' })
    .input(z.object({ id }))
    .output(importProgressOut),
  summary: reads('reconciliation:read')
    .route({ method: 'GET', path: '/reconciliation', summary: 'How many bank lines wait, and how many are done' })
    .output(
      z.object({
        states: z.array(z.object({ state: lineState, count: z.number(), amount: moneyOut })),
        automatic,
      }),
    ),
  worklist: reads('reconciliation:read')
    .route({ method: 'GET', path: '/reconciliation/lines', summary: 'Bank lines with what is proposed for them, or what was made of them' })
    .input(z.object({ state: lineState.default('to_do'), accountId: id.optional(), search: text(80).optional(), ...page }))
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
      }),
    )
    .output(workLine)
    .errors(refusals({ ...matchRefusals, proposal_gone: 409 })),
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
        /** Who keeps the rest as credit; nothing: the customer of the invoices, if they are of one. */
        customerId: id.optional(),
      }),
    )
    .output(workLine)
    .errors(refusals(matchRefusals)),
  undo: writes('reconciliation:write')
    .route({
      method: 'POST',
      path: '/reconciliation/lines/{lineId}/undo',
      summary: 'The match never counted: payment reversed on the same day, line to do again',
    })
    .input(z.object({ lineId: id }))
    .output(workLine)
    .errors(refusals({ line_not_matched: 409 })),
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
  saveSettings: writes('reconciliation:write')
    .route({ method: 'PUT', path: '/reconciliation/settings', summary: 'How far certain matches settle by themselves' })
    .input(z.object({ automatic }))
    .output(z.object({ automatic })),
}
