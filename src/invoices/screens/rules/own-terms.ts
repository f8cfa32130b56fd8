/** Payment terms as a few rows a person fills: shares in whole percents, days after the issue, the last row the rest. */
import type { BasisPoints } from '#core/quantity'
import type { PaymentTerms } from '#terms/contract'

export type TermPart = { readonly percent: number; readonly days: number }

const WHOLE = 100
const USUAL_DAYS = 30

/** The rows of terms one begins with: as they are, or a third down and the rest at thirty days. */
export function partsOf(terms: PaymentTerms | null): readonly TermPart[] {
  if (terms === null) return [{ percent: WHOLE, days: USUAL_DAYS }]
  const shares = terms
    .filter((each) => each.part === 'percent')
    .map((each) => ({ percent: Math.round(each.basisPoints / 100), days: each.term.days }))
  const rest = terms.find((each) => each.part === 'rest')
  return withRest([...shares, { percent: 0, days: rest?.term.days ?? USUAL_DAYS }])
}

/** The last row always takes what the others leave, and at least one percent. */
function withRest(parts: readonly TermPart[]): readonly TermPart[] {
  const shares = parts.slice(0, -1)
  let left = WHOLE - 1
  const kept = shares.map(({ days, percent }, index) => {
    const most = left - (shares.length - 1 - index)
    const share = Math.max(1, Math.min(Math.round(percent), most))
    left -= share
    return { days, percent: share }
  })
  return [...kept, { days: parts.at(-1)?.days ?? USUAL_DAYS, percent: left + 1 }]
}

/** One more share before the rest: half of what is left, due with the issue when it is the first. */
export function withPart(parts: readonly TermPart[]): readonly TermPart[] {
  const rest = parts.at(-1) ?? { percent: WHOLE, days: USUAL_DAYS }
  if (rest.percent < 2) return parts
  const share = { percent: parts.length === 1 ? 30 : Math.floor(rest.percent / 2), days: parts.length === 1 ? 0 : rest.days }
  return withRest([...parts.slice(0, -1), share, rest])
}

export function termsOfParts(parts: readonly TermPart[]): PaymentTerms {
  const whole = withRest(parts)
  return whole.map(({ days, percent }, index) => {
    const term = { base: 'issue', days: Math.max(0, Math.min(365, Math.round(days))), endOfMonth: 'none' } as const
    return index === whole.length - 1
      ? ({ part: 'rest', term } as const)
      : ({ part: 'percent', basisPoints: (percent * 100) as BasisPoints, term } as const)
  })
}
