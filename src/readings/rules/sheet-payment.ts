import type { Shown } from './shown-invoice.ts'
import type { Field } from './spots.ts'
import { quantityShown } from './quantity-shown.ts'
import { amountShown, dayShown, type Found, isDecimal, joined, rateShown } from './wording.ts'
import type { Words } from './words.ts'

export function paymentFields(shown: Shown, words: Words): Field[] {
  const { spots, texts } = words
  const labels = texts.payment
  const first = shown.payment
  return [
    spots.field('paymentTerms', labels.terms, shown.paymentTerms ?? ''),
    ...extendedFields(shown, words),
    spots.field('payment', labels.means, meansShown(first, texts), ['payment.meansCode', 'payment.meansText']),
    spots.field('payment.iban', labels.account, accountShown(first), ['payment.accountNumber']),
    spots.field('payment.accountName', labels.accountName, first?.accountName ?? ''),
    spots.field('payment.bic', labels.bic, first?.bic ?? ''),
    spots.field('payment.card', labels.card, joined([first?.card?.number, first?.card?.holder], ' · ')),
    spots.field('payment.remittance', labels.remittance, first?.remittance ?? ''),
    spots.field('payment.debitedIban', labels.debited, first?.debitedIban ?? ''),
    spots.field('mandate', labels.mandate, shown.mandate ?? ''),
    spots.field('creditorId', labels.creditorId, shown.creditorId ?? ''),
    ...(shown.furtherPayments ?? []).map((each, index) =>
      spots.field(`furtherPayments.${index}`, labels.furtherAccount, joined([accountShown(each), each.accountName, each.bic], ' · ')),
    ),
  ]
}

/** EXTENDED: instalments, penalty and discount, what was paid in advance or set off. */
function extendedFields({ dueOn, extended }: Shown, words: Words): Field[] {
  if (extended === undefined) return []
  const { currency, locale, spots, texts } = words
  const labels = texts.payment
  const money = (amount: Found): string => amountShown(amount, locale, currency)
  const day = (found: Found): string => dayShown(found, locale)
  const { advancePayments = [], adjustments = [], furtherTerms = [] } = extended
  return [
    ...present(
      'instalmentAmount',
      labels.instalment,
      extended.instalmentAmount && joined([day(dueOn), money(extended.instalmentAmount)], ' · '),
    ),
    ...furtherTerms.flatMap(({ amount, description, dueOn: due }, index) =>
      present(`furtherTerms.${index}`, labels.instalment, joined([day(due), money(amount), description], ' · ')),
    ),
    ...present('discount', labels.discount, incentiveShown(extended.discount, words)),
    ...present('penalty', labels.penalty, incentiveShown(extended.penalty, words)),
    ...advancePayments.flatMap(({ amount, invoiceNumber, receivedOn }, index) =>
      present(`advancePayments.${index}`, labels.advance, joined([money(amount), day(receivedOn), invoiceNumber], ' · ')),
    ),
    ...adjustments.flatMap(({ amount, reason }, index) => present(`adjustments.${index}`, reason ?? labels.adjustment, money(amount))),
  ]

  function present(name: string, label: string, text: Found): Field[] {
    return text === undefined || text === '' ? [] : [spots.field(`extended.${name}`, label, text)]
  }
}

type Incentive = NonNullable<Shown['extended']>['discount']

function incentiveShown(incentive: Incentive, words: Words): string {
  const { amount, baseAmount, percent, periodLength, periodUnit } = incentive ?? {}
  const { currency, locale, texts } = words
  const share = joined([rateShown(percent, locale), amountShown(baseAmount, locale, currency)], ` ${texts.of} `)
  const period = isDecimal(periodLength) ? quantityShown(periodLength, periodUnit, words) : periodLength
  return joined([share, amountShown(amount, locale, currency), period], ' · ')
}

type Payment = Shown['payment']

function meansShown(payment: Payment, { means }: Words['texts']): string {
  const code = payment?.meansCode ?? ''
  return payment?.meansText ?? means[code] ?? code
}

const accountShown = (payment: Payment): string => grouped(payment?.iban) ?? payment?.accountNumber ?? ''

/** By four, unless it was written in groups already. */
const grouped = (iban: Found): Found => (iban?.includes(' ') ? iban : iban?.replaceAll(/(.{4})(?=.)/g, '$1 '))
