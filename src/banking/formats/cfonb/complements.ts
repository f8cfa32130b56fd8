import type { OriginalAmount } from '../model.ts'
import { provenIban } from '../bank-identifiers.ts'
import { referenceOf } from '../words.ts'
import { at, digitsAmount, wordsAt } from './fields.ts'

/** What the records 05 add to their 04. */
export type Complements = {
  readonly payer?: string | undefined
  readonly payerId?: string | undefined
  readonly payerAccount?: string | undefined
  readonly beneficiary?: string | undefined
  readonly beneficiaryId?: string | undefined
  readonly beneficiaryAccount?: string | undefined
  readonly ultimatePayer?: string | undefined
  readonly ultimateBeneficiary?: string | undefined
  readonly remittance?: string | undefined
  readonly structuredReference?: string | undefined
  readonly endToEndId?: string | undefined
  readonly paymentInformationId?: string | undefined
  readonly transactionReference?: string | undefined
  readonly mandateId?: string | undefined
  readonly original?: OriginalAmount | undefined
  /** Free labels, and whatever a bank adds under a qualifier of its own. */
  readonly labels: readonly string[]
}

/** Seventy characters, or twice thirty-five. */
const whole = (record: string): string | undefined => wordsAt(record, 49, 118)
const firstHalf = (record: string): string | undefined => wordsAt(record, 49, 83)
const secondHalf = (record: string): string | undefined => wordsAt(record, 84, 118)

type Reader = (record: string, before: Complements) => Partial<Complements>

/** By qualifier (CFONB, "Évolutions du relevé de compte 120 caractères", March 2010). Types of identifiers and purposes are left. */
const QUALIFIERS: Readonly<Record<string, Reader>> = {
  NPY: (record, { payer }) => ({ payer: joined(payer, whole(record)) }),
  IPY: (record) => ({ payerId: firstHalf(record) }),
  CPY: (record) => ({ payerAccount: provenIban(firstHalf(record)) }),
  NBE: (record, { beneficiary }) => ({ beneficiary: joined(beneficiary, whole(record)) }),
  IBE: (record) => ({ beneficiaryId: firstHalf(record) }),
  CBE: (record) => ({ beneficiaryAccount: provenIban(firstHalf(record)) }),
  NPO: (record) => ({ ultimatePayer: whole(record) }),
  IPO: () => ({}),
  NBU: (record) => ({ ultimateBeneficiary: whole(record) }),
  IBU: () => ({}),
  LCC: (record, { remittance }) => ({ remittance: joined(remittance, whole(record)) }),
  LC2: (record, { remittance }) => ({ remittance: joined(remittance, whole(record)) }),
  LCS: (record) => ({ structuredReference: firstHalf(record) }),
  RCN: (record) => ({ endToEndId: referenceOf(firstHalf(record)) }),
  REF: (record) => ({ paymentInformationId: referenceOf(firstHalf(record)), transactionReference: referenceOf(secondHalf(record)) }),
  RUM: (record) => ({ mandateId: referenceOf(firstHalf(record)) }),
  MMO: (record) => ({ original: originalAmount(record) }),
}

/** What the records say together. Nothing is lost: what has no place of its own joins the label. */
export function complementsOf(records: readonly string[]): Complements {
  const complements: Complements = { labels: [] }
  for (const record of records) {
    const qualifier = at(record, 46, 48)
    const reader = Object.hasOwn(QUALIFIERS, qualifier) ? QUALIFIERS[qualifier] : undefined
    Object.assign(complements, reader ? reader(record, complements) : labelled(record, complements))
  }
  return complements
}

function labelled(record: string, { labels }: Complements): Partial<Complements> {
  const words = whole(record)
  return words === undefined ? {} : { labels: [...labels, words] }
}

/** A line of seventy characters that is full goes on in the next one without a blank. */
const FULL_LINE = 70

const joined = (before: string | undefined, more: string | undefined): string | undefined =>
  before === undefined || more === undefined ? (before ?? more) : `${before}${before.length === FULL_LINE ? '' : ' '}${more}`

/** Currency, decimals, amount without a sign; the rate that follows is what the bank made of it. */
function originalAmount(record: string): OriginalAmount | undefined {
  const currency = at(record, 49, 51)
  const amount = digitsAmount(at(record, 53, 66), at(record, 52, 52))
  return amount && /^[A-Z]{3}$/.test(currency) ? { amountCents: amount.cents, currency } : undefined
}
