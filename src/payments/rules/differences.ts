/** What makes the money that came in differ from what it settles. */
import { type Cents, divideRounded, splitCents, sum, toCents, ZERO } from '#core/money'

export const DIFFERENCE_KINDS = ['bank_fee', 'discount', 'rounding', 'withholding'] as const
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number]

/** VAT included; negative only for a rounding in our favour. */
export type WishedDifference = { readonly kind: DifferenceKind; readonly amountCents: Cents }
export type Difference = WishedDifference & { readonly vatCents: Cents }

/** Beyond this it is no rounding. */
export const MOST_ROUNDING_CENTS = 500n as Cents

export type DifferenceFault = 'difference_twice' | 'difference_not_positive' | 'rounding_too_large'

/** What is wrong with them, if anything. */
export function faultOf(differences: readonly WishedDifference[]): DifferenceFault | undefined {
  if (new Set(differences.map(({ kind }) => kind)).size < differences.length) return 'difference_twice'
  if (differences.some(({ amountCents, kind }) => amountCents === 0n || (amountCents < 0n && kind !== 'rounding')))
    return 'difference_not_positive'
  const rounding = differences.find(({ kind }) => kind === 'rounding')?.amountCents ?? ZERO
  return rounding > MOST_ROUNDING_CENTS || rounding < -MOST_ROUNDING_CENTS ? 'rounding_too_large' : undefined
}

/** An invoice paid less a discount, with what it is made of. */
export type DiscountedShare = { readonly amountCents: Cents; readonly vatCents: Cents; readonly totalCents: Cents }

/** The VAT inside a discount: shared between the invoices as the payment is, and in each as its VAT is in its total. */
export function vatInDiscount(discountCents: Cents, shares: readonly DiscountedShare[]): Cents {
  const parts = splitCents(
    discountCents,
    shares.map(({ amountCents }) => amountCents),
  )
  return sum(
    shares.map(({ totalCents, vatCents }, index) =>
      totalCents === 0n ? ZERO : toCents(divideRounded((parts[index] ?? 0n) * vatCents, totalCents)),
    ),
  )
}
