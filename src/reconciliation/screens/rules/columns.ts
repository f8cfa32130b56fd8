/** The columns of a CSV as a person corrects them. Structurally the mapping of the contract. */
type Amount =
  | { readonly kind: 'signed'; readonly amount: number }
  | { readonly kind: 'split'; readonly debit: number; readonly credit: number; readonly debitsNegative: boolean }
  | { readonly kind: 'sided'; readonly amount: number; readonly side: number }

type Columns = {
  readonly bookedOn: number
  readonly text: readonly number[]
  readonly counterparty?: number | undefined
  readonly amount: Amount
}

export type ColumnRole = 'bookedOn' | 'text' | 'counterparty' | 'amount' | 'debit' | 'credit' | 'side'

/** What a column is taken for. */
export function roleOfColumn({ amount, bookedOn, counterparty, text }: Columns, place: number): ColumnRole | undefined {
  if (place === bookedOn) return 'bookedOn'
  if (amount.kind === 'split') {
    if (place === amount.debit) return 'debit'
    if (place === amount.credit) return 'credit'
  } else {
    if (place === amount.amount) return 'amount'
    if (amount.kind === 'sided' && place === amount.side) return 'side'
  }
  if (place === counterparty) return 'counterparty'
  return text.includes(place) ? 'text' : undefined
}

/** Another way of writing amounts begins with the columns known so far. */
export function amountOfKind(kind: Amount['kind'], before: Amount): Amount {
  const [first, second] =
    before.kind === 'split' ? [before.debit, before.credit] : [before.amount, before.kind === 'sided' ? before.side : before.amount + 1]
  if (kind === 'signed') return { kind, amount: first }
  if (kind === 'split') return { kind, debit: first, credit: second, debitsNegative: false }
  return { kind, amount: first, side: second }
}
