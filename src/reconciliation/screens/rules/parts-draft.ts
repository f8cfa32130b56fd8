/** A line about to be parted over accounts, as typed. */
import { isMoneyText, moneyText, parseMoney, sum, toCents, ZERO, type Cents } from '#core/money'
import { isRateText, parseRate } from '#core/quantity'
import { vatWithin } from '../../rules/parts.ts'

export type AccountChosen = { readonly account: string; readonly label: string }

export type PartDraft = {
  readonly key: number
  /** Nothing: suspense. */
  readonly account: AccountChosen | undefined
  /** Wire text, or what was typed when it cannot be read. */
  readonly amount: string
  /** Wire text; empty without VAT. */
  readonly vatRate: string
}

const centsOf = (text: string): Cents => (isMoneyText(text) ? parseMoney(text) : ZERO)

/** Without its sign: the direction is that of the line. */
export const sizeOfAmount = (amount: string): string => amount.replace('-', '')

export const firstPart = (amount: string, account?: AccountChosen): PartDraft => ({
  key: 0,
  account,
  amount: sizeOfAmount(amount),
  vatRate: '',
})

/** What is not on any part yet; negative when the parts are too much. */
export const leftToPart = (amount: string, parts: readonly PartDraft[]): Cents =>
  toCents(parseMoney(sizeOfAmount(amount)) - sum(parts.map((part) => centsOf(part.amount))))

/** Another part, with what is left. */
export function withPart(parts: readonly PartDraft[], amount: string): PartDraft[] {
  const left = leftToPart(amount, parts)
  const key = Math.max(...parts.map((part) => part.key)) + 1
  return [...parts, { key, account: undefined, amount: left > 0n ? moneyText(left) : '', vatRate: '' }]
}

/** As typed. The last part follows what the others leave, as long as nobody gave it an amount of its own. */
export function withAmount(parts: readonly PartDraft[], key: number, amount: string, lineAmount: string): PartDraft[] {
  const last = parts.at(-1)
  const changed = parts.map((part) => (part.key === key ? Object.assign({}, part, { amount }) : part))
  const follows = last !== undefined && last.key !== key && (last.amount === '' || leftToPart(lineAmount, parts) === 0n)
  if (!follows) return changed
  const left = leftToPart(lineAmount, changed.slice(0, -1))
  return [...changed.slice(0, -1), { ...last, amount: left > 0n ? moneyText(left) : '' }]
}

/** One less; the only one left takes the whole line. */
export function withoutPart(parts: readonly PartDraft[], key: number, amount: string): PartDraft[] {
  const kept = parts.filter((part) => part.key !== key)
  const [only, another] = kept
  return only && !another ? [{ ...only, amount: sizeOfAmount(amount) }] : kept
}

/** The VAT inside a part; nothing when there is none or it cannot be read. */
export function vatOf({ amount, vatRate }: Pick<PartDraft, 'amount' | 'vatRate'>): Cents | undefined {
  if (!isMoneyText(amount) || vatRate === '' || !isRateText(vatRate)) return undefined
  return vatWithin(parseMoney(amount), parseRate(vatRate))
}

export const partsReady = (amount: string, parts: readonly PartDraft[]): boolean =>
  leftToPart(amount, parts) === 0n && parts.every((part) => centsOf(part.amount) > 0n)
