/** Payment terms of the worlds, all within the caps of C. com. art. L441-10. */
import { type Day, addDays, endOfMonth } from '#core/day'
import { type Cents, splitCents } from '#core/money'
import type { Terms, TermsKey } from './plan.ts'

const single = (key: TermsKey, name: string, days: number, endOfMonth: 'none' | 'before' = 'none'): Terms => ({
  key,
  name,
  instalments: [{ sharePercent: 100, days, endOfMonth }],
})

export const terms: readonly Terms[] = [
  single('on_receipt', 'À réception', 0),
  single('net_15', '15 jours', 15),
  single('net_30', '30 jours', 30),
  single('net_45', '45 jours', 45),
  single('net_60', '60 jours', 60),
  single('eom_30', '30 jours fin de mois', 30, 'before'),
  single('eom_45', '45 jours fin de mois', 45, 'before'),
  {
    key: 'two_halves',
    name: 'Moitié à réception, moitié à 30 jours',
    instalments: [
      { sharePercent: 50, days: 0, endOfMonth: 'none' },
      { sharePercent: 50, days: 30, endOfMonth: 'none' },
    ],
  },
]

export function termsOf(key: TermsKey): Terms {
  const found = terms.find((candidate) => candidate.key === key)
  if (!found) throw new RangeError(`unknown terms: ${key}`)
  return found
}

export type DueAmount = { readonly dueOn: Day; readonly amountCents: Cents }

/** What is due when: the shares of the terms, to the cent, never losing one. */
export function instalmentsOf(key: TermsKey, issuedOn: Day, grossCents: Cents): DueAmount[] {
  const { instalments } = termsOf(key)
  const amounts = splitCents(
    grossCents,
    instalments.map(({ sharePercent }) => BigInt(sharePercent)),
  )
  return instalments.map(({ days, endOfMonth: reading }, index) => ({
    dueOn: addDays(reading === 'before' ? endOfMonth(issuedOn) : issuedOn, days),
    amountCents: amounts[index] as Cents,
  }))
}
