import type { Day } from '#core/day'
import { defined } from '../defined.ts'
import { joinedText, namesSomebody } from '../labels.ts'
import type { StatementLine } from '../model.ts'
import type { WarningList } from '../warnings.ts'
import { referenceOf } from '../words.ts'
import { type Group, inGroup, valueOf } from './groups.ts'
import { readAmount, readDay } from './values.ts'

/** A line as it passes by: its currency is that of the statement when it says none of its own. */
export type ReadLine = Omit<StatementLine, 'currency'> & { readonly currency: string | undefined }

type Context = { readonly fallbackDay: Day | undefined; readonly warnings: WarningList }

/** One `STMTTRN`; null, with its warning, when its amount or its day cannot be read. */
export function readTransaction(transaction: Group, { fallbackDay, warnings }: Context): ReadLine | null {
  const value = (name: string): string | undefined => valueOf(transaction, name)
  const { line } = transaction
  const amount = readAmount(value('TRNAMT'))
  const posted = readDay(value('DTPOSTED'))
  const bookedOn = posted ?? readDay(value('DTUSER')) ?? readDay(value('DTAVAIL')) ?? fallbackDay
  if (!amount || bookedOn === undefined) {
    const [field, text] = amount ? ['date', value('DTPOSTED')] : ['amount', value('TRNAMT')]
    warnings.add('line_unreadable', { line, field, text: (text ?? '').slice(0, 40) })
    return null
  }
  if (posted === undefined) warnings.add('line_date_missing', { line, day: bookedOn })
  if (!amount.exact) warnings.add('amount_rounded', { line, text: value('TRNAMT') ?? '' })
  const name = value('NAME')
  const payee = valueOf(inGroup(transaction, 'PAYEE'), 'NAME') ?? value('PAYEE')
  const type = value('TRNTYPE')?.toUpperCase()
  const cheque = referenceOf(value('CHECKNUM'))
  return defined({
    status: 'booked' as const,
    bookedOn,
    valueOn: readDay(value('DTAVAIL') ?? value('VALUEDATE')),
    amountCents: amount.cents,
    currency: currencyIn(inGroup(transaction, 'CURRENCY')),
    text: joinedText([name ?? payee ?? '', value('EXTDNAME') ?? '', value('MEMO') ?? '', type === 'CHECK' ? (cheque ?? '') : '']),
    // NAME is the other side, or what the bank did.
    counterparty: payee ?? (name !== undefined && namesSomebody(name) ? name : undefined),
    reference: referenceOf(value('FITID')),
    entryReference: referenceOf(value('REFNUM')) ?? cheque,
    bankOperationCode: type,
    reversal: false,
    details: [],
  }) as ReadLine
}

/** `CURRENCY` says that the amount is not in the currency of the statement; `ORIGCURRENCY` that it was converted into it. */
function currencyIn(group: Group | undefined): string | undefined {
  const currency = valueOf(group, 'CURSYM')?.toUpperCase()
  return currency !== undefined && /^[A-Z]{3}$/.test(currency) ? currency : undefined
}
