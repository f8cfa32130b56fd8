/** A bank line that is no customer's money, in the books: the bank against the accounts it is for, VAT apart. */
import type { Day } from '#core/day'
import { type Cents, negate, toCents } from '#core/money'
import { ACCOUNTS } from './accounts.ts'
import { type Entry, entryLine, gathered } from './entries.ts'

export type BankOperation = {
  readonly bookedOn: Day
  /** Positive: money came in. */
  readonly amountCents: Cents
  /** As the bank says it. */
  readonly text: string
  readonly reference: string
  /** Amounts without sign, VAT included; they add up to the line. */
  readonly parts: readonly { readonly account: string; readonly amountCents: Cents; readonly vatCents: Cents }[]
}

/** Money in: D 512 / C accounts, C 44571. Money out: D accounts, D 44566 / C 512. Taken back, the opposite on the same day. */
export function entryOfBankOperation(operation: BankOperation, way: 'booked' | 'taken_back'): Entry {
  const { amountCents, bookedOn, parts, reference, text } = operation
  const turned = (cents: Cents): Cents => (way === 'booked' ? cents : negate(cents))
  const isIn = amountCents > 0n
  const sided = (cents: Cents): Cents => turned(isIn ? negate(cents) : cents)
  return {
    journal: 'BQ',
    entryOn: bookedOn,
    pieceReference: (reference === '' ? `Relevé ${bookedOn}` : reference).slice(0, 40),
    label: `${way === 'booked' ? '' : 'Annulation : '}${text === '' ? 'Opération bancaire' : text}`.slice(0, 140),
    lines: gathered([
      entryLine(ACCOUNTS.bank, turned(amountCents)),
      ...parts.flatMap(({ account, amountCents: gross, vatCents }) => [
        entryLine(account, sided(toCents(gross - vatCents))),
        entryLine(isIn ? ACCOUNTS.vatCollected : ACCOUNTS.vatDeductible, sided(vatCents)),
      ]),
    ]),
  }
}
