/** BR-49, BR-50, BR-51 and BR-61: how the invoice is to be paid. */
import type { PaymentInstructions, Read, ReadInvoice } from '../../model.ts'
import { type Breach, isBlank, type Rule } from '../rule.ts'

/** UNTDID 4461 codes of a credit transfer. */
const TRANSFERS: ReadonlySet<string | undefined> = new Set(['30', '58'])
/** Six digits at the start and four at the end: the payment card industry allows no more to be shown. */
const MAX_CARD_LENGTH = 10

type Payment = Read<PaymentInstructions>

export function* paymentsOf({ payment, furtherPayments }: ReadInvoice): Generator<readonly [path: string, payment: Payment]> {
  if (payment) yield ['payment', payment]
  for (const [index, further] of (furtherPayments ?? []).entries()) yield [`furtherPayments.${index}`, further]
}

function where(invoice: ReadInvoice, field: string, wrong: (payment: Payment) => boolean): Breach[] {
  const breaches: Breach[] = []
  for (const [path, payment] of paymentsOf(invoice)) if (wrong(payment)) breaches.push({ path: `${path}.${field}` })
  return breaches
}

const isTransfer = ({ meansCode }: Payment): boolean => TRANSFERS.has(meansCode?.trim())

export const paymentRules: readonly Rule[] = [
  {
    id: 'BR-49',
    term: 'BT-81',
    severity: 'fatal',
    path: 'payment.meansCode',
    // In CII what the payer should quote stands apart: it is no instruction by itself.
    breaches: (invoice, syntax) =>
      where(invoice, 'meansCode', (payment) => {
        const isInstruction = syntax === 'UBL' || Object.keys(payment).some((field) => field !== 'remittance')
        return payment.meansCode === undefined && isInstruction
      }),
    fr: 'Le moyen de paiement n’est pas précisé.',
    en: 'The means of payment is not stated.',
  },
  {
    id: 'BR-50',
    term: 'BT-84',
    severity: 'fatal',
    path: 'payment.iban',
    // In a file the binding sees an account that has no number at all.
    breaches: (invoice, syntax, reading) =>
      syntax === 'UBL'
        ? []
        : where(invoice, 'iban', (payment) => {
            const { iban, accountNumber, accountName } = payment
            const hasAccount = iban !== undefined || accountNumber !== undefined || (!reading && accountName !== undefined)
            return isTransfer(payment) && hasAccount && isBlank(iban) && isBlank(accountNumber)
          }),
    fr: 'Le compte à créditer n’a pas de numéro.',
    en: 'The account to be credited has no number.',
  },
  {
    id: 'BR-51',
    term: 'BT-87',
    severity: { CII: 'fatal', UBL: 'warning' },
    path: 'payment.card.number',
    breaches: (invoice) =>
      where(invoice, 'card.number', ({ card }) => (card?.number ?? '').trim().replaceAll(/\s+/g, ' ').length > MAX_CARD_LENGTH),
    fr: 'Le numéro de carte est donné en entier : seuls les six premiers et les quatre derniers chiffres peuvent l’être.',
    en: 'The card number is given in full: only its first six and last four digits may be.',
  },
  {
    id: 'BR-61',
    term: 'BT-84',
    severity: 'fatal',
    path: 'payment.iban',
    breaches: (invoice) =>
      where(invoice, 'iban', (payment) => isTransfer(payment) && payment.iban === undefined && payment.accountNumber === undefined),
    fr: 'Un paiement par virement demande le compte sur lequel payer.',
    en: 'Payment by transfer needs the account to pay to.',
  },
]
