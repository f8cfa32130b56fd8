/** A rule as a person is writing it, and as it is sent. */
import { isMoneyText, parseMoney } from '#core/money'
import { isRateText } from '#core/quantity'
import type { AccountChosen } from './parts-draft.ts'

export type RulePartDraft = {
  readonly key: number
  readonly account: AccountChosen | undefined
  readonly vatRate: string
  /** What of the line it takes; `value` is an amount or a percentage as typed. */
  readonly takes: 'rest' | 'amount' | 'share'
  readonly value: string
}

export type RuleDraft = {
  readonly name: string
  readonly words: readonly string[]
  readonly counterparty: string
  readonly direction: 'both' | 'in' | 'out'
  readonly amountIs: 'any' | 'equal' | 'between'
  readonly least: string
  readonly most: string
  readonly accountId: string | null
  readonly kind: 'accounts' | 'customer' | 'transfer'
  readonly parts: readonly RulePartDraft[]
  readonly customer: { readonly id: string; readonly name: string } | undefined
}

const restPart = (account: AccountChosen | undefined, vatRate = ''): RulePartDraft => ({
  key: 0,
  account,
  vatRate,
  takes: 'rest',
  value: '',
})

export const emptyRule: RuleDraft = {
  name: '',
  words: [],
  counterparty: '',
  direction: 'both',
  amountIs: 'any',
  least: '',
  most: '',
  accountId: null,
  kind: 'accounts',
  parts: [restPart(undefined)],
  customer: undefined,
}

export const ruleOn = (account: AccountChosen | undefined, vatRate: string | null): Pick<RuleDraft, 'parts'> => ({
  parts: [restPart(account, vatRate ?? '')],
})

type KeptPart = {
  readonly account: string
  readonly accountLabel: string
  readonly vatRate: string | null
  readonly share: string | null
  readonly amount: string | null
}

export type KeptRule = {
  readonly name: string
  readonly words: readonly string[]
  readonly counterparty: string
  readonly direction: 'in' | 'out' | null
  readonly least: string | null
  readonly most: string | null
  readonly accountId: string | null
  readonly action:
    | { readonly kind: 'customer'; readonly customerId: string; readonly customerName: string }
    | { readonly kind: 'accounts'; readonly parts: readonly KeptPart[] }
    | { readonly kind: 'transfer' }
}

export function draftOfRule({ action, direction, least, most, ...rule }: KeptRule): RuleDraft {
  return {
    ...emptyRule,
    name: rule.name,
    words: rule.words,
    counterparty: rule.counterparty,
    accountId: rule.accountId,
    direction: direction ?? 'both',
    amountIs: least === null && most === null ? 'any' : least === most ? 'equal' : 'between',
    least: least ?? '',
    most: most ?? '',
    kind: action.kind,
    ...(action.kind === 'customer' && { customer: { id: action.customerId, name: action.customerName } }),
    ...(action.kind === 'accounts' && { parts: action.parts.map(partDraft) }),
  }
}

function partDraft({ account, accountLabel, amount, share, vatRate }: KeptPart, key: number): RulePartDraft {
  const takes = share !== null ? 'share' : amount !== null ? 'amount' : 'rest'
  return { key, account: { account, label: accountLabel }, vatRate: vatRate ?? '', takes, value: share ?? amount ?? '' }
}

const moneyOrNull = (text: string): string | null => (isMoneyText(text) ? text : null)

/** What would be sent; nothing while it lacks what every rule needs, or holds what nobody can read. */
export function inputOfRule(draft: RuleDraft) {
  return withAction(draft, actionOf(draft))
}

const NOWHERE_YET = { kind: 'accounts' as const, parts: [{ account: '471000', vatRate: null, share: null, amount: null }] }

/** What is tried on the past: the conditions alone are enough. */
export function trialOfRule(draft: RuleDraft) {
  return withAction(draft, actionOf(draft) ?? NOWHERE_YET)
}

function withAction(draft: RuleDraft, action: ReturnType<typeof actionOf>) {
  const least = draft.amountIs === 'any' ? null : moneyOrNull(draft.least)
  const most = draft.amountIs === 'any' ? null : draft.amountIs === 'equal' ? least : moneyOrNull(draft.most)
  const counterparty = draft.counterparty.trim()
  const says = draft.words.length > 0 || counterparty !== '' || least !== null || most !== null
  const unread = [draft.least, draft.most].some((text) => text !== '' && !isMoneyText(text))
  if (!action || !says || (draft.amountIs !== 'any' && (unread || (draft.amountIs === 'equal' && least === null)))) return undefined
  return {
    name: draft.name.trim(),
    words: [...draft.words],
    counterparty,
    direction: draft.direction === 'both' ? null : draft.direction,
    least,
    most,
    accountId: draft.accountId,
    action,
  }
}

function actionOf({ customer, kind, parts }: RuleDraft) {
  if (kind === 'transfer') return { kind }
  if (kind === 'customer') return customer && { kind, customerId: customer.id }
  const readable = parts.every(({ takes, value }) => takes === 'rest' || (takes === 'amount' ? isPositiveMoney(value) : isRateText(value)))
  if (!readable || parts.some(({ account }) => account === undefined)) return undefined
  return {
    kind,
    parts: parts.map(({ account, takes, value, vatRate }) => ({
      account: account?.account ?? '',
      vatRate: vatRate === '' ? null : vatRate,
      share: takes === 'share' ? value : null,
      amount: takes === 'amount' ? value : null,
    })),
  }
}

const isPositiveMoney = (text: string): boolean => isMoneyText(text) && parseMoney(text) > 0n

/** A further part begins as a fixed amount: one takes the rest already. */
export function withRulePart(parts: readonly RulePartDraft[]): RulePartDraft[] {
  const key = Math.max(...parts.map((part) => part.key)) + 1
  return [...parts, { key, account: undefined, vatRate: '', takes: 'amount', value: '' }]
}

/** Without it the line must still go somewhere: the first that is left takes the rest if none does. */
export function withoutRulePart(parts: readonly RulePartDraft[], key: number): RulePartDraft[] {
  const kept = parts.filter((part) => part.key !== key)
  if (kept.some(({ takes }) => takes === 'rest')) return kept
  const [first, ...others] = kept
  return first ? [{ ...first, takes: 'rest', value: '' }, ...others] : []
}
