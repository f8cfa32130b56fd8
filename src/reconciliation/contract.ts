import { z } from 'zod'
import { lineOut, lineState } from '#banking/contract'
import { day, dayOut, id, money, moneyOut, page, pageOf, rate, reads, refusals, text, writes } from '#platform/contract'
import {
  applicationOut,
  automatic,
  differences,
  importProgressOut,
  lineRefusals,
  lineView,
  matchRefusals,
  MOST_APPLIED,
  openInvoiceOut,
  outRefusals,
  proposalOut,
  shares,
  workLine,
} from './work-lines/contract.ts'
import { accountRefusals, ledgerAccount, PART_LIMIT, userRulesContract } from './user-rules/contract.ts'

export * from './work-lines/contract.ts'
export { evidenceSentence } from './rules/evidence-texts.ts'

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
    .errors(refusals({ ...matchRefusals, ...outRefusals, proposal_gone: 409, booking_in_future: 422 })),
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
      summary: 'The decision never counted: payment reversed, or booking turned round, on the same day; line to do again',
    })
    .input(z.object({ lineId: id }))
    .output(workLine)
    .errors(refusals({ line_not_matched: 409, payment_returned_since: 409 })),
  setAside: writes('reconciliation:write')
    .route({
      method: 'POST',
      path: '/reconciliation/lines/{lineId}/aside',
      summary: 'The line is no payment of a customer: it is booked to these accounts, VAT apart, or to suspense',
    })
    .input(
      z.object({
        lineId: id,
        /** VAT included; they add up to the line. None: the whole line to 471000. */
        parts: z
          .array(z.object({ account: ledgerAccount.default(''), amount: money, vatRate: rate.optional() }))
          .max(PART_LIMIT)
          .default([]),
        reason: text(200).default(''),
      }),
    )
    .output(workLine)
    .errors(
      refusals({
        line_not_waiting: 409,
        ...accountRefusals,
        booking_in_future: 422,
        booking_part_not_positive: 422,
        booking_parts_differ: 422,
      }),
    ),
  bringBack: writes('reconciliation:write')
    .route({
      method: 'POST',
      path: '/reconciliation/lines/{lineId}/return',
      summary: 'The line is to do after all: the books get the opposite, on its own day',
    })
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
  ...userRulesContract,
  saveSettings: writes('reconciliation:write')
    .route({ method: 'PUT', path: '/reconciliation/settings', summary: 'How far certain matches settle by themselves' })
    .input(z.object({ automatic }))
    .output(z.object({ automatic })),
}
