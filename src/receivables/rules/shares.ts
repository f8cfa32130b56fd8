import { type Cents, parseMoney } from '#core/money'

/** A part in thousandths of the whole, for lengths and percentages: never for money. Nothing of nothing is nothing. */
export function thousandths(part: Cents, whole: Cents): number {
  if (whole <= 0n || part <= 0n) return 0
  return Math.min(1000, Number((part * 1000n) / whole))
}

/** `"12.50"` of `"50.00"` is 25 %, in whole percents. */
export function percentOfMoney(part: string, whole: string): number {
  return Math.round(thousandths(parseMoney(part), parseMoney(whole)) / 10)
}

/** How much more or less than before, in whole percents; nothing when there was nothing before. */
export function changeInPercent(now: string, before: string): number | undefined {
  const [nowCents, beforeCents] = [parseMoney(now), parseMoney(before)]
  if (beforeCents <= 0n) return undefined
  return Number(((nowCents - beforeCents) * 100n) / beforeCents)
}
