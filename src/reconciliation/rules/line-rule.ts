/** Rules that a person wrote: what a line must be like, and what is then done with it. The first that fits wins. */
import type { Id } from '#core/ids'
import { type Cents, divideRounded, sum, toCents } from '#core/money'
import type { BasisPoints } from '#core/quantity'
import type { LineFacts } from './model.ts'
import { type Part, partOf } from './parts.ts'
import { atomsOf, plainText } from './plain-text.ts'

/** A part of whatever the line will be: a fixed amount, a share of the whole, or, with neither, what is left. */
export type PartTemplate = {
  readonly account: string
  readonly vatRate: BasisPoints | null
  readonly share: BasisPoints | null
  readonly amountCents: Cents | null
}

export type RuleAction =
  | { readonly kind: 'customer'; readonly customerId: Id }
  | { readonly kind: 'accounts'; readonly parts: readonly PartTemplate[] }
  | { readonly kind: 'transfer' }

export type LineRule = {
  readonly ruleId: Id
  readonly name: string
  /** Words or groups of words; each must stand in the text, at the beginning of a word. */
  readonly words: readonly string[]
  readonly counterparty: string
  readonly direction: 'in' | 'out' | null
  /** Without sign. */
  readonly leastCents: Cents | null
  readonly mostCents: Cents | null
  readonly accountId: Id | null
  readonly action: RuleAction
}

export type RuleLine = Pick<LineFacts, 'amountCents' | 'texts' | 'counterparty'> & { readonly accountId: Id }

/** ` VIR SEPA LOYER `: words apart by one blank, so that a search for ` LOY` begins at a word. */
const asWords = (text: string): string =>
  ` ${atomsOf(plainText(text))
    .map((atom) => atom.text)
    .join(' ')} `

/** Some of what a condition says has no letter or figure at all: it could not be found, so it is none. */
export const isWord = (text: string): boolean => asWords(text).trim() !== ''

type Ready = { readonly rule: LineRule; readonly words: readonly string[]; readonly counterparty: string }

/** Made ready once for many lines. */
export function ruleBook(rules: readonly LineRule[]): (line: RuleLine) => LineRule | undefined {
  const ready: Ready[] = rules.map((rule) => ({
    rule,
    words: rule.words.map((word) => asWords(word).trimEnd()),
    counterparty: asWords(rule.counterparty).trimEnd(),
  }))
  if (ready.length === 0) return () => undefined
  return (line) => {
    const text = asWords([...line.texts, line.counterparty ?? ''].join(' '))
    const payer = asWords(line.counterparty ?? '')
    return ready.find((each) => fits(each, line, text, payer))?.rule
  }
}

function fits({ counterparty, rule, words }: Ready, line: RuleLine, text: string, payer: string): boolean {
  const { amountCents } = line
  const size = amountCents < 0n ? -amountCents : amountCents
  if (rule.direction !== null && (rule.direction === 'in') !== amountCents > 0n) return false
  if (rule.leastCents !== null && size < rule.leastCents) return false
  if (rule.mostCents !== null && size > rule.mostCents) return false
  if (rule.accountId !== null && rule.accountId !== line.accountId) return false
  if (!words.every((word) => text.includes(word)) || !payer.includes(counterparty)) return false
  if (rule.action.kind === 'customer') return amountCents > 0n
  return rule.action.kind === 'transfer' || partsOf(rule.action.parts, toCents(size)) !== undefined
}

/** The parts of a line of this size; nothing when its fixed amounts and shares leave nothing for one of them. */
export function partsOf(templates: readonly PartTemplate[], sizeCents: Cents): Part[] | undefined {
  const told = templates.map(({ amountCents, share }) =>
    share === null ? amountCents : toCents(divideRounded(sizeCents * BigInt(share), 10_000n)),
  )
  const rest = toCents(sizeCents - sum(told.filter((cents) => cents !== null)))
  const restTakers = told.filter((cents) => cents === null).length
  if (restTakers > 1 || (restTakers === 0 && rest !== 0n)) return undefined
  const parts = templates.map(({ account, vatRate }, place) => partOf(account, told[place] ?? rest, vatRate))
  return parts.every(({ amountCents }) => amountCents > 0n) ? parts : undefined
}

export type RuleProblem =
  | 'rule_without_condition'
  | 'rule_customer_pays_in'
  | 'rule_amount_below_zero'
  | 'rule_amounts_crossed'
  | 'rule_parts_without_rest'

/** Why a rule makes no sense, with the field to mend. */
export function ruleProblem(rule: Omit<LineRule, 'ruleId' | 'name'>): { problem: RuleProblem; field: string } | undefined {
  const { action, counterparty, direction, leastCents, mostCents, words } = rule
  const says = words.some(isWord) || isWord(counterparty) || leastCents !== null || mostCents !== null
  if (!says) return { problem: 'rule_without_condition', field: 'words' }
  if (leastCents !== null && leastCents < 0n) return { problem: 'rule_amount_below_zero', field: 'least' }
  if (mostCents !== null && mostCents < 0n) return { problem: 'rule_amount_below_zero', field: 'most' }
  if (leastCents !== null && mostCents !== null && leastCents > mostCents) return { problem: 'rule_amounts_crossed', field: 'most' }
  if (action.kind === 'customer' && direction === 'out') return { problem: 'rule_customer_pays_in', field: 'direction' }
  if (action.kind !== 'accounts') return undefined
  const restTakers = action.parts.filter((part) => part.share === null && part.amountCents === null).length
  return restTakers === 1 ? undefined : { problem: 'rule_parts_without_rest', field: 'parts' }
}
