import { accountsOf } from '#banking'
import type { Id } from '#core/ids'
import { Refusal } from '#core/refusal'
import { findCustomer } from '#customers'
import type { OperationsOf } from '#platform/api'
import type { ReadContext, WriteContext } from '#platform/context'
import { refuseAccount } from '../book.ts'
import type { userRulesContract } from './contract.ts'
import { ruleChanged, ruleDeleted, ruleMade } from '../events.ts'
import { isWord, ruleProblem } from '../rules/index.ts'
import { presentRules } from './present.ts'
import { insertRule, lockRules, markDeleted, placeRules, type RuleContent, type RuleRow, updateActive, updateRule } from './store.ts'

type Operations = OperationsOf<typeof userRulesContract>
type RuleInput = Parameters<Operations['testRule']>[1]

/** A person reads them from top to bottom: more would be read by nobody. */
const MOST_RULES = 200

/** The rule as it would be kept; refuses what makes no sense, naming the field. */
export async function checkedRule(context: ReadContext, input: Omit<RuleInput, 'ruleId'>): Promise<RuleContent> {
  const { accountId, action, counterparty, direction, least, most, name, words } = input
  const rule: RuleContent = {
    name,
    words: words.filter(isWord),
    counterparty,
    direction,
    leastCents: least,
    mostCents: most,
    accountId,
    action:
      action.kind === 'accounts'
        ? { kind: 'accounts', parts: action.parts.map(({ amount, ...part }) => ({ ...part, amountCents: amount })) }
        : action,
  }
  const problem = ruleProblem(rule)
  if (problem)
    throw new Refusal(problem.problem, { field: problem.field === 'parts' ? `action.parts.${lastPart(rule)}.account` : problem.field })
  if (rule.action.kind === 'accounts')
    for (const [index, { account }] of rule.action.parts.entries()) refuseAccount(account, `action.parts.${index}.account`)
  if (rule.action.kind === 'customer' && !(await findCustomer(context, rule.action.customerId)))
    throw new Refusal('customer_unknown', { field: 'action.customerId' })
  if (accountId !== null && !(await accountsOf(context)).some(({ id }) => id === accountId))
    throw new Refusal('bank_account_unknown', { field: 'accountId' })
  return rule
}

const lastPart = ({ action }: RuleContent): number => (action.kind === 'accounts' ? action.parts.length - 1 : 0)

export const rules: Operations['rules'] = (context) => presentRules(context)

export const createRule: Operations['createRule'] = async (context, input) => {
  const rule = await checkedRule(context, input)
  if ((await lockRules(context)).length >= MOST_RULES) throw new Refusal('rules_too_many', { facts: { most: MOST_RULES } })
  const ruleId = context.newId()
  await insertRule(context, ruleId, rule)
  context.record(ruleMade({}, { ruleId, name: rule.name }))
  return { ...(await presentRules(context)), ruleId }
}

export const saveRule: Operations['saveRule'] = async (context, { ruleId, version, ...input }) => {
  const rule = await checkedRule(context, input)
  const before = await ruleNow(context, ruleId)
  if (before.version !== version) throw new Refusal('rule_changed_elsewhere', { status: 409 })
  await updateRule(context, ruleId, rule)
  context.record(ruleChanged({}, { ruleId, name: rule.name, change: 'edited' }))
  return presentRules(context)
}

export const switchRule: Operations['switchRule'] = async (context, { active, ruleId }) => {
  const { active: before, name } = await ruleNow(context, ruleId)
  if (before !== active) {
    await updateActive(context, ruleId, active)
    context.record(ruleChanged({}, { ruleId, name, change: active ? 'switched_on' : 'switched_off' }))
  }
  return presentRules(context)
}

export const moveRule: Operations['moveRule'] = async (context, { ruleId, towards }) => {
  const ordered = await lockRules(context)
  const from = ordered.findIndex((rule) => rule.ruleId === ruleId)
  const rule = ordered[from]
  if (!rule) throw new Refusal('not_found', { status: 404 })
  const to = from + (towards === 'up' ? -1 : 1)
  if (to >= 0 && to < ordered.length) {
    const moved = ordered.filter((each) => each !== rule).toSpliced(to, 0, rule)
    await placeRules(
      context,
      moved.map((each) => each.ruleId),
    )
    context.record(ruleChanged({}, { ruleId, name: rule.name, change: 'moved' }))
  }
  return presentRules(context)
}

/** What it decided stays decided. */
export const deleteRule: Operations['deleteRule'] = async (context, { ruleId }) => {
  const { name } = await ruleNow(context, ruleId)
  await markDeleted(context, ruleId)
  context.record(ruleDeleted({}, { ruleId, name }))
  return presentRules(context)
}

export async function ruleNow(context: WriteContext, ruleId: Id): Promise<RuleRow> {
  const rule = (await lockRules(context)).find((each) => each.ruleId === ruleId)
  if (!rule) throw new Refusal('not_found', { status: 404 })
  return rule
}
