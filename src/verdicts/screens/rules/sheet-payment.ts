import type { Shown } from '../api.tsx'
import type { Field } from './spots.ts'
import type { Words } from './words.ts'

export function paymentFields(shown: Shown, { spots, texts }: Words): Field[] {
  const labels = texts.payment
  const first = shown.payment
  return [
    spots.field('paymentTerms', labels.terms, shown.paymentTerms ?? ''),
    spots.field('payment', labels.means, meansShown(first, texts), ['payment.meansCode', 'payment.meansText']),
    spots.field('payment.iban', labels.account, accountShown(first), ['payment.accountNumber']),
    spots.field('payment.accountName', labels.accountName, first?.accountName ?? ''),
    spots.field('payment.bic', labels.bic, first?.bic ?? ''),
    spots.field('payment.remittance', labels.remittance, first?.remittance ?? ''),
    spots.field('payment.debitedIban', labels.debited, first?.debitedIban ?? ''),
    spots.field('mandate', labels.mandate, shown.mandate ?? ''),
    spots.field('creditorId', labels.creditorId, shown.creditorId ?? ''),
    ...(shown.furtherPayments ?? []).map((each, index) => spots.field(`furtherPayments.${index}`, labels.account, accountShown(each))),
  ]
}

type Payment = Shown['payment']

function meansShown(payment: Payment, { means }: Words['texts']): string {
  const code = payment?.meansCode ?? ''
  return payment?.meansText ?? means[code] ?? code
}

const accountShown = (payment: Payment): string => payment?.iban?.replaceAll(/(.{4})(?=.)/g, '$1 ') ?? payment?.accountNumber ?? ''
