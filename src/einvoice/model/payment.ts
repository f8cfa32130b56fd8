import type { Day } from '#core/day'
import type { Decimal } from './basics.ts'
import type { OtherParty } from './party.ts'

/** BG-18. */
export type PaymentCard = {
  /** BT-87: the last digits only. */
  readonly number: string
  /** BT-88. */
  readonly holder?: string
}

/**
 * BG-16. `remittance` is of the whole invoice: only the first instructions carry it. CII keeps it apart, so instructions that hold nothing
 * else were no BG-16 in the file.
 */
export type PaymentInstructions = {
  /** BT-81, UNTDID 4461: 30 or 58 transfer, 59 SEPA debit, 10 cash, 20 cheque, 48 card, 97 clearing. */
  readonly meansCode: string
  /** BT-82. */
  readonly meansText?: string
  /** BT-83: what the payer should quote. */
  readonly remittance?: string
  /** BT-84, BT-85, BT-86. */
  readonly iban?: string
  readonly accountName?: string
  readonly bic?: string
  /** BT-84, when the account has no IBAN. */
  readonly accountNumber?: string
  readonly card?: PaymentCard
  /** BT-91: the account debited. */
  readonly debitedIban?: string
  /** EXTENDED: the holder and the bank of the account debited. */
  readonly debitedAccountName?: string
  readonly debitedBic?: string
}

/** EXTENDED: the penalty of a late payment, or the discount of an early one. */
export type PaymentIncentive = {
  readonly basisOn?: Day
  readonly periodLength?: Decimal
  readonly periodUnit?: string
  readonly baseAmount?: Decimal
  readonly percent?: Decimal
  readonly amount?: Decimal
}

/** EXTENDED: one instalment. The first one's wording and day are BT-20 and BT-9. */
export type PaymentTerm = {
  readonly description?: string
  readonly dueOn?: Day
  readonly mandate?: string
  readonly amount?: Decimal
  readonly penalty?: PaymentIncentive
  readonly discount?: PaymentIncentive
  readonly payee?: OtherParty
}

/** EXTENDED: VAT inside an amount. */
export type TaxPart = {
  readonly amount?: Decimal
  readonly category?: string
  readonly rate?: Decimal
  readonly taxType?: string
  readonly exemptionReason?: string
  readonly exemptionCode?: string
}

/** EXTENDED: what was paid in advance, with its VAT and the invoice that asked for it. */
export type AdvancePayment = {
  readonly amount: Decimal
  readonly receivedOn?: Day
  readonly vat?: readonly TaxPart[]
  readonly invoiceNumber?: string
  readonly invoiceIssuedOn?: Day
  /** Known in UBL only. */
  readonly id?: string
  readonly instructionId?: string
}

/** EXTENDED: the rate between the invoice currency and the VAT currency. */
export type CurrencyExchange = {
  readonly from: string
  readonly to: string
  readonly rate: Decimal
  readonly rateOn?: Day
}
