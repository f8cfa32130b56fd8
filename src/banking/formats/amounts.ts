import { type Cents, divideRounded, moneyText, parseDecimal, sum, toCents } from '#core/money'
import type { Balance, StatementLine } from './model.ts'
import type { WarningList } from './warnings.ts'

const PLACES = 12
/** What nearly every amount looks like: read without dividing. */
const TWO_DECIMALS = /^\d{1,15}[.,]\d\d$/
const DECIMAL = /^\d{1,15}(?:[.,]\d{0,12})?$|^[.,]\d{1,12}$/

/** An unsigned amount as banks write it, to the cent; `exact` is false when there was more than a cent to round. Null when it is no amount. */
export function readMagnitude(text: string): { readonly cents: Cents; readonly exact: boolean } | null {
  if (TWO_DECIMALS.test(text)) return { cents: toCents(BigInt(text.slice(0, -3) + text.slice(-2))), exact: true }
  if (!DECIMAL.test(text)) return null
  const plain = text.replace(',', '.').replace(/^\./, '0.').replace(/\.$/, '')
  const tiny = parseDecimal(plain, PLACES)
  const cents = divideRounded(tiny, 10n ** BigInt(PLACES - 2)) // half away from zero, like every division of the house
  return { cents: toCents(cents), exact: cents * 10n ** BigInt(PLACES - 2) === tiny }
}

/** Whether opening + lines = closing, to the cent; null when a balance is missing or a currency differs. Says the gap, never rejects. */
export function prove(
  opening: Balance | undefined,
  closing: Balance | undefined,
  lines: readonly StatementLine[],
  warnings: WarningList,
): boolean | null {
  if (!opening || !closing || opening.currency !== closing.currency) return null
  if (lines.some((line) => line.currency !== opening.currency)) return null
  const gap = closing.amountCents - opening.amountCents - sum(lines.map((line) => line.amountCents))
  if (gap === 0n) return true
  warnings.add('balance_not_proven', { gap: moneyText(toCents(gap)), currency: opening.currency })
  return false
}
