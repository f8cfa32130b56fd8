import type { Day } from '#core/day'
import { defined } from '../defined.ts'
import type { StatementLine } from '../model.ts'
import type { WarningList } from '../warnings.ts'
import { plainText, referenceOf } from '../words.ts'
import type { XmlElement } from '../xml.ts'
import { operationOf, originalAmount } from './operation.ts'
import type { Ourselves } from './parties.ts'
import { all, at, firstText, textAt } from './tree.ts'
import { detailsOf } from './details.ts'
import { amountOf, dayOf, signed } from './values.ts'

export type EntryContext = {
  readonly ourselves: Ourselves
  /** Of the account or its balances, for amounts that do not say theirs. */
  readonly currency: string | undefined
  /** The day of an entry that says none. */
  readonly fallbackDay: Day | undefined
  readonly warnings: WarningList
}

/** BOOK, PDNG, INFO, FUTR: text in .02, inside `Cd` in .08. */
export const statusOf = (entry: XmlElement): string | undefined => firstText(entry, ['Sts', 'Cd'], ['Sts', 'Prtry'], ['Sts'])

/** One booked `Ntry`; null, with its warning, when it cannot be read. */
export function readEntry(entry: XmlElement, context: EntryContext): StatementLine | null {
  const { warnings } = context
  if (statusOf(entry) === undefined) warnings.add('status_missing', { line: entry.line })
  const amount = amountOf(at(entry, 'Amt'), warnings)
  const indicator = textAt(entry, 'CdtDbtInd')
  const currency = amount?.currency ?? context.currency
  const bookedOn = bookingDay(entry, context)
  if (!amount || currency === undefined || bookedOn === undefined || (indicator !== 'CRDT' && indicator !== 'DBIT')) {
    const unreadable = amount ? (bookedOn === undefined ? 'date' : currency === undefined ? 'currency' : 'sign') : 'amount'
    warnings.add('line_unreadable', { line: entry.line, field: unreadable, text: (textAt(entry, 'Amt') ?? '').slice(0, 40) })
    return null
  }
  const amountCents = signed(amount.amountCents, indicator)
  const reversal = /^(?:true|1)$/.test(textAt(entry, 'RvslInd') ?? '')
  const transactions = all(entry, 'NtryDtls').flatMap((details) => all(details, 'TxDtls'))
  const line = { credit: indicator === 'CRDT', reversal, currency, amountCents }
  const single = transactions.length === 1 ? transactions[0] : undefined
  const operation = operationOf(single, line, context.ourselves)
  const label = plainText(textAt(entry, 'AddtlNtryInf') ?? '')
  const size = Number(firstText(at(entry, 'NtryDtls', 'Btch'), ['NbOfTxs']) ?? transactions.length)
  return defined({
    ...operation,
    status: 'booked' as const,
    bookedOn,
    valueOn: dayOf(at(entry, 'ValDt')),
    amountCents,
    currency,
    text: operation.text || label,
    bankText: operation.text !== '' && label !== '' && label !== operation.text ? label : operation.bankText,
    reference: referenceOf(textAt(entry, 'AcctSvcrRef')) ?? operation.reference,
    entryReference: referenceOf(textAt(entry, 'NtryRef')),
    paymentInformationId: operation.paymentInformationId ?? referenceOf(textAt(entry, 'NtryDtls', 'Btch', 'PmtInfId')),
    original: operation.original ?? originalAmount(entry, currency),
    reversal,
    operationCode: operationCodeOf(entry) ?? operationCodeOf(single),
    bankOperationCode: textAt(entry, 'BkTxCd', 'Prtry', 'Cd') ?? textAt(single, 'BkTxCd', 'Prtry', 'Cd'),
    batchSize: Number.isSafeInteger(size) && size > 1 ? size : undefined,
    details: detailsOf(transactions, line, context),
  })
}

function bookingDay(entry: XmlElement, context: EntryContext): Day | undefined {
  const booked = dayOf(at(entry, 'BookgDt'))
  if (booked !== undefined) return booked
  const instead = dayOf(at(entry, 'ValDt')) ?? context.fallbackDay
  if (instead !== undefined) context.warnings.add('line_date_missing', { line: entry.line, day: instead })
  return instead
}

function operationCodeOf(element: XmlElement | undefined): string | undefined {
  const domain = at(element, 'BkTxCd', 'Domn')
  const parts = [textAt(domain, 'Cd'), textAt(domain, 'Fmly', 'Cd'), textAt(domain, 'Fmly', 'SubFmlyCd')]
  return domain ? parts.filter((part) => part !== undefined).join('/') || undefined : undefined
}
