/** A bank line parted over accounts, each part with the VAT it holds. */
import { type Cents, divideRounded, toCents } from '#core/money'
import type { BasisPoints } from '#core/quantity'

/** Without sign, VAT included. */
export type Part = {
  readonly account: string
  readonly amountCents: Cents
  readonly vatRate: BasisPoints | null
  readonly vatCents: Cents
}

const WHOLE = 10_000n

/** The VAT inside an amount that includes it, to the cent, half away from zero: 20 % of 120,00 is 20,00. */
export const vatWithin = (amountCents: Cents, rate: BasisPoints): Cents =>
  toCents(divideRounded(amountCents * BigInt(rate), WHOLE + BigInt(rate)))

export function partOf(account: string, amountCents: Cents, vatRate: BasisPoints | null): Part {
  return { account, amountCents, vatRate, vatCents: vatRate === null ? toCents(0n) : vatWithin(amountCents, vatRate) }
}
