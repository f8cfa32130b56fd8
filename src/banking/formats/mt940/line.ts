import type { Day } from '#core/day'
import type { StatementLine } from '../model.ts'
import { provenIban } from '../bank-identifiers.ts'
import { defined } from '../defined.ts'
import type { WarningList } from '../warnings.ts'
import { referenceOf } from '../words.ts'
import { originalIn } from './amounts.ts'
import { type Entry, readEntry } from './entry.ts'
import { type Information, type Party, informationOf } from './information.ts'
import { type Field, isShortened } from './messages.ts'

export type EntryFields = { readonly entry: Field; readonly information: Field[] }

export type LineContext = {
  readonly currency: string
  readonly ourIban: string | undefined
  /** The day of an entry that says none. */
  readonly fallbackDay: Day | undefined
  readonly warnings: WarningList
}

/** A line, `expected` when the bank only announces it, null with its warning when it cannot be read. */
export function lineOf({ entry: field, information: fields }: EntryFields, context: LineContext): StatementLine | 'expected' | null {
  const { currency, fallbackDay, ourIban, warnings } = context
  const entry = readEntry(field, warnings)
  if (!entry) return null
  if (entry.expected) return 'expected'
  const bookedOn = entry.bookedOn ?? entry.valueOn ?? fallbackDay
  if (bookedOn === undefined) {
    warnings.add('line_unreadable', { line: field.line, field: 'date', text: (field.lines[0] ?? '').slice(0, 40) })
    return null
  }
  if (entry.bookedOn === undefined) warnings.add('line_date_missing', { line: field.line, day: bookedOn })
  for (const part of [field, ...fields]) if (isShortened(part)) warnings.add('text_shortened', { line: part.line })
  const information = informationOf(fields)
  const returned = entry.reversal || information.returnReason !== undefined
  const party = otherSide(information, entry.amountCents >= 0n, returned)
  const iban = provenIban(party.iban) ?? provenIban(entry.customerReference) ?? provenIban(entry.supplement)
  const original = originalIn(entry.supplement ?? '')
  const references = referencesOf(entry, information)
  const label = [information.label, textOfSupplement(entry)].filter((words) => words !== undefined).join(' ')
  const text = information.remittance ?? (label || (party.name ?? references.reference ?? ''))
  return defined({
    status: 'booked' as const,
    bookedOn,
    valueOn: entry.valueOn,
    amountCents: entry.amountCents,
    currency,
    text,
    bankText: label !== '' && label !== text ? label : undefined,
    ...references,
    mandateId: referenceOf(information.mandateId),
    remittanceReferences: information.structuredReference === undefined ? undefined : [information.structuredReference],
    counterparty: party.name,
    counterpartyId: party.id,
    iban: iban === ourIban ? undefined : iban,
    ultimateCounterparty: information.ultimate,
    returnReason: information.returnReason,
    original: original?.currency === currency ? undefined : original,
    reversal: entry.reversal,
    bankOperationCode: information.code ?? entry.type,
    details: [],
  })
}

/** In place of a reference: where in `:86:` it stands. */
const POINTER = /^(?:EREF|KREF|MREF|MARF|PREF|SVWZ)\+?$/

/** The bank's own reference identifies the line. The customer's is what SWIFT calls end to end, unless `:86:` says that one. */
function referencesOf(entry: Entry, information: Information) {
  const { customerReference } = entry
  const isReference = customerReference !== undefined && !POINTER.test(customerReference) && provenIban(customerReference) === undefined
  const customer = isReference ? referenceOf(customerReference) : undefined
  const bank = referenceOf(entry.bankReference)
  return {
    reference: bank ?? customer,
    endToEndId: referenceOf(information.endToEndId) ?? (bank === undefined ? undefined : customer),
    paymentInformationId: referenceOf(information.paymentInformationId),
  }
}

/** Amounts and charges in the supplement are for machines, an account is told as such: the rest are words. */
function textOfSupplement({ supplement }: Entry): string | undefined {
  return supplement === undefined || supplement.startsWith('/') || provenIban(supplement) !== undefined ? undefined : supplement
}

/** Who ordered a credit, whom a debit went to; what comes back keeps the roles of the first operation. */
function otherSide(information: Information, credit: boolean, returned: boolean): Party {
  const { beneficiary, orderer, other } = information
  const ordinary = credit ? orderer : beneficiary
  const original = credit ? beneficiary : orderer
  const parties = returned ? [original, ordinary, other] : [ordinary, other]
  const named = parties.filter((party) => party !== undefined)
  return {
    name: named.find((party) => party.name !== undefined)?.name,
    iban: named.find((party) => party.iban !== undefined)?.iban,
    // The creditor identifier is ours in what we collected, and in what comes back of it.
    id: credit || returned ? undefined : other?.id,
  }
}
