import type { z } from 'zod'
import { moneyText, toCents } from '#core/money'
import { rateText } from '#core/quantity'
import { accountLabel } from '#ledger'
import type { ReadContext } from '#platform/context'
import type { ruleOut } from './contract.ts'
import type { RuleAction } from '../rules/index.ts'
import { knownCustomers } from '../store.ts'
import { type ApplicationRow, newestApplications, type RuleRow, rulesInOrder } from './store.ts'

type RuleOut = z.input<typeof ruleOut>

export async function presentRules(context: ReadContext): Promise<{ rules: RuleOut[] }> {
  const rules = await rulesInOrder(context)
  const applications = Map.groupBy(await newestApplications(context), (row) => row.rule_id)
  const names = new Map((await knownCustomers(context)).map(({ customerId, name }) => [customerId, name]))
  return {
    rules: rules.map((rule) => ({
      id: rule.ruleId,
      name: rule.name,
      active: rule.active,
      version: rule.version,
      words: [...rule.words],
      counterparty: rule.counterparty,
      direction: rule.direction,
      least: rule.leastCents === null ? null : moneyText(rule.leastCents),
      most: rule.mostCents === null ? null : moneyText(rule.mostCents),
      accountId: rule.accountId,
      action: presentAction(context, rule, names),
      applications: (applications.get(rule.ruleId) ?? []).filter(({ lines }) => lines > 0n).map(presentApplication),
    })),
  }
}

function presentAction(context: ReadContext, { action }: RuleRow, names: ReadonlyMap<string, string>): RuleOut['action'] {
  if (action.kind === 'customer') return { ...action, customerName: names.get(action.customerId) ?? '' }
  return action.kind === 'transfer' ? action : { kind: 'accounts', parts: action.parts.map(presentPart(context)) }
}

const presentPart =
  (context: ReadContext) =>
  ({ account, amountCents, share, vatRate }: Extract<RuleAction, { kind: 'accounts' }>['parts'][number]) => ({
    account,
    accountLabel: accountLabel(account, context.locale),
    vatRate: vatRate === null ? null : rateText(vatRate),
    share: share === null ? null : rateText(share),
    amount: amountCents === null ? null : moneyText(amountCents),
  })

function presentApplication(row: ApplicationRow): RuleOut['applications'][number] {
  return {
    id: row.id,
    occasion: row.occasion,
    madeAt: row.made_at.toISOString(),
    lines: Number(row.lines),
    amount: moneyText(toCents(row.cents)),
    inForce: Number(row.in_force),
    undone: row.undone_at !== null,
  }
}
