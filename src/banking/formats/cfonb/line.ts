import type { StatementLine } from '../model.ts'
import { defined } from '../defined.ts'
import type { WarningList } from '../warnings.ts'
import { referenceOf } from '../words.ts'
import { type Complements, complementsOf } from './complements.ts'
import { at, dayAt, signedAmount, wordsAt } from './fields.ts'
import { OPERATION_NAMES, takesBack } from './operation-codes.ts'
import type { FixedRecord } from './records.ts'
import { returnReasonOf } from './reject-reasons.ts'

/** A record 04 and the 05 that follow it. */
export type Operation = { readonly record: FixedRecord; readonly complements: string[] }

/** The line they make; null, with its warning, when amount or date cannot be read. */
export function lineOf({ complements, record }: Operation, currency: string, warnings: WarningList): StatementLine | null {
  const { line, text } = record
  const amount = signedAmount(at(text, 91, 104), at(text, 20, 20))
  const bookedOn = dayAt(text, 35) ?? valueDayInstead(record, warnings)
  if (!amount || bookedOn === undefined) {
    const unreadable = amount ? { field: 'date', text: at(text, 35, 40) } : { field: 'amount', text: at(text, 91, 104) }
    warnings.add('line_unreadable', { line, field: unreadable.field, text: unreadable.text.trim() })
    return null
  }
  if (!amount.exact) warnings.add('amount_rounded', { line, text: at(text, 91, 104) })
  const valueOn = dayAt(text, 43)
  if (valueOn === undefined && at(text, 43, 48).trim() !== '') warnings.add('day_unreadable', { line, text: at(text, 43, 48).trim() })
  const code = at(text, 33, 34)
  const more = complementsOf(complements)
  const label = [wordsAt(text, 49, 79), ...more.labels].filter((words) => words !== undefined).join(' ') || OPERATION_NAMES[code] || ''
  const written = [more.remittance, more.structuredReference].filter((words) => words !== undefined).join(' ')
  const credit = amount.cents >= 0n
  const returnReason = returnReasonOf(at(text, 41, 42))
  const returned = takesBack(code) || returnReason !== undefined
  return defined({
    status: 'booked' as const,
    bookedOn,
    valueOn,
    amountCents: amount.cents,
    currency,
    text: written || label,
    bankText: written !== '' && label !== written ? label || undefined : undefined,
    reference: referenceOf(wordsAt(text, 105, 120)) ?? more.transactionReference,
    entryReference: referenceOf(wordsAt(text, 82, 88)),
    endToEndId: more.endToEndId,
    mandateId: more.mandateId,
    paymentInformationId: more.paymentInformationId,
    remittanceReferences: more.structuredReference === undefined ? undefined : [more.structuredReference],
    ...otherSide(more, credit, returned),
    returnReason,
    reversal: takesBack(code),
    original: more.original?.currency === currency ? undefined : more.original,
    bankOperationCode: code.trim() || undefined,
    details: [],
  })
}

function valueDayInstead({ line, text }: FixedRecord, warnings: WarningList) {
  const day = dayAt(text, 43)
  if (day !== undefined) warnings.add('line_date_missing', { line, day })
  return day
}

/**
 * Who paid a credit, whom a debit paid. What comes back keeps the roles of the first operation: the payer of a direct debit that is unpaid
 * is our customer. Some banks name the other side as payer whatever the sign, so a debit without a beneficiary takes the payer.
 */
function otherSide(more: Complements, credit: boolean, returned: boolean) {
  const payer = {
    counterparty: more.payer,
    counterpartyId: more.payerId,
    iban: more.payerAccount,
    ultimateCounterparty: more.ultimatePayer,
  }
  const beneficiary = {
    counterparty: more.beneficiary,
    counterpartyId: more.beneficiaryId,
    iban: more.beneficiaryAccount,
    ultimateCounterparty: more.ultimateBeneficiary,
  }
  const isNobody = (party: typeof payer): boolean => Object.values(party).every((value) => value === undefined)
  if (credit !== returned) return payer
  return isNobody(beneficiary) && !credit ? payer : beneficiary
}
