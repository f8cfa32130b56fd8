/** Rules that a person writes for bank lines. Part of the contract of reconciliation. */
import { z } from 'zod'
import { lineOut } from '#banking/contract'
import { dayOut, id, instantOut, money, moneyOut, rate, reads, refusals, text, version, writes } from '#platform/contract'

/** A loan instalment has three parts, a payroll run a dozen. */
export const PART_LIMIT = 20
export const ledgerAccount = text(20)

const ruleAction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('customer'), customerId: id }),
  z.object({
    kind: z.literal('accounts'),
    /** Exactly one takes what is left: the one that says neither share nor amount. */
    parts: z
      .array(
        z.object({
          account: ledgerAccount,
          vatRate: rate.nullable().default(null),
          share: rate.nullable().default(null),
          amount: money.nullable().default(null),
        }),
      )
      .min(1)
      .max(PART_LIMIT),
  }),
  z.object({ kind: z.literal('transfer') }),
])

const ruleInput = {
  name: text(80, 1),
  /** Words or groups of words; each must stand in the text, at the beginning of a word. */
  words: z.array(text(60)).max(10).default([]),
  counterparty: text(80).default(''),
  direction: z.enum(['in', 'out']).nullable().default(null),
  /** Without sign; both alike: exactly this amount. */
  least: money.nullable().default(null),
  most: money.nullable().default(null),
  accountId: id.nullable().default(null),
  action: ruleAction,
}

export const ruleOut = z.object({
  id: z.string(),
  name: z.string(),
  active: z.boolean(),
  version: z.number(),
  words: z.array(z.string()),
  counterparty: z.string(),
  direction: z.enum(['in', 'out']).nullable(),
  least: moneyOut.nullable(),
  most: moneyOut.nullable(),
  accountId: z.string().nullable(),
  action: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('customer'), customerId: z.string(), customerName: z.string() }),
    z.object({
      kind: z.literal('accounts'),
      parts: z.array(
        z.object({
          account: z.string(),
          accountLabel: z.string(),
          vatRate: z.string().nullable(),
          share: z.string().nullable(),
          amount: moneyOut.nullable(),
        }),
      ),
    }),
    z.object({ kind: z.literal('transfer') }),
  ]),
  /** Its last goes over lines, newest first. */
  applications: z.array(
    z.object({
      id: z.string(),
      occasion: z.enum(['import', 'waiting']),
      madeAt: instantOut,
      lines: z.number(),
      amount: moneyOut,
      /** Lines that still stand as the rule decided them. */
      inForce: z.number(),
      undone: z.boolean(),
    }),
  ),
})

const rulesOut = z.object({ rules: z.array(ruleOut) })

export const accountRefusals = { account_unreadable: 422, account_of_customers: 422, account_of_bank: 422 } as const
const ruleRefusals = {
  ...accountRefusals,
  rule_without_condition: 422,
  rule_customer_pays_in: 422,
  rule_amount_below_zero: 422,
  rule_amounts_crossed: 422,
  rule_parts_without_rest: 422,
  customer_unknown: 422,
  bank_account_unknown: 422,
} as const

/** What became of a line that a rule fits: the last two are left alone, by a rule before it or because nothing may take them by itself. */
const fate = z.enum(['would_take', 'decided_so', 'decided_otherwise', 'rule_before', 'left'])

export const userRulesContract = {
  rules: reads('reconciliation:read')
    .route({
      method: 'GET',
      path: '/reconciliation/rules',
      summary: 'Rules for bank lines, in the order they are tried: the first that fits wins',
    })
    .output(rulesOut),
  createRule: writes('reconciliation:write')
    .route({ method: 'POST', path: '/reconciliation/rules', summary: 'A new rule, tried last' })
    .input(z.object(ruleInput))
    .output(rulesOut.extend({ ruleId: z.string() }))
    .errors(refusals({ ...ruleRefusals, rules_too_many: 422 })),
  saveRule: writes('reconciliation:write')
    .route({ method: 'PUT', path: '/reconciliation/rules/{ruleId}', summary: 'The rule as it now is' })
    .input(z.object({ ruleId: id, version, ...ruleInput }))
    .output(rulesOut)
    .errors(refusals({ ...ruleRefusals, not_found: 404, rule_changed_elsewhere: 409 })),
  switchRule: writes('reconciliation:write')
    .route({ method: 'POST', path: '/reconciliation/rules/{ruleId}/switch', summary: 'Switch a rule on or off' })
    .input(z.object({ ruleId: id, active: z.boolean() }))
    .output(rulesOut)
    .errors(refusals({ not_found: 404 })),
  moveRule: writes('reconciliation:write')
    .route({
      method: 'POST',
      path: '/reconciliation/rules/{ruleId}/move',
      summary: 'Try a rule before the one above it, or after the one below',
    })
    .input(z.object({ ruleId: id, towards: z.enum(['up', 'down']) }))
    .output(rulesOut)
    .errors(refusals({ not_found: 404 })),
  deleteRule: writes('reconciliation:write')
    .route({ method: 'DELETE', path: '/reconciliation/rules/{ruleId}', summary: 'Delete a rule; what it decided stays decided' })
    .input(z.object({ ruleId: id }))
    .output(rulesOut)
    .errors(refusals({ not_found: 404 })),
  testRule: reads('reconciliation:read')
    .route({
      method: 'POST',
      path: '/reconciliation/rules/test',
      summary: 'What a rule would have taken in the past 12 months; nothing is kept',
    })
    .input(
      z.object({
        ...ruleInput,
        /** The rule that it would replace; nothing: it would come last. */
        ruleId: id.optional(),
      }),
    )
    .output(
      z.object({
        from: dayOut,
        count: z.number(),
        moneyIn: moneyOut,
        moneyOut,
        /** Undecided, and the rule would take them now. */
        waiting: z.number(),
        decidedOtherwise: z.number(),
        /** The first 50, newest first. */
        lines: z.array(lineOut.extend({ fate })),
      }),
    )
    .errors(refusals(ruleRefusals)),
  applyRule: writes('reconciliation:write')
    .route({ method: 'POST', path: '/reconciliation/rules/{ruleId}/application', summary: 'The rule takes the lines that wait' })
    .input(z.object({ ruleId: id }))
    .output(
      z.object({
        lines: z.number(),
        applicationId: z.string().nullable(),
        /** The rest is being done in the background. */
        goesOn: z.boolean(),
      }),
    )
    .errors(refusals({ not_found: 404, rule_switched_off: 409 })),
  undoRuleApplication: writes('reconciliation:write')
    .route({
      method: 'POST',
      path: '/reconciliation/rule-applications/{applicationId}/undo',
      summary: 'Bring back all that one go of a rule decided; lines that somebody changed since stay, and are told',
    })
    .input(z.object({ applicationId: id }))
    .output(z.object({ broughtBack: z.number(), changed: z.number(), changedLines: z.array(lineOut), goesOn: z.boolean() }))
    .errors(refusals({ not_found: 404, application_already_undone: 409 })),
}
