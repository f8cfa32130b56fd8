import { negate } from '#core/money'
import type { Balance, OriginalAmount } from '../model.ts'
import { readMagnitude } from '../amounts.ts'
import { dayOfShortYear } from '../days.ts'

/** An amount as SWIFT writes it: `1234,5`, `500,` or, by some banks, `500` and `000000473,17`. */
export const swiftAmount = (text: string) => readMagnitude(text.replace(/^0+(?=\d)/, ''))

const BALANCE = /^\s*(R?[CD])(\d{6})([A-Z]{3})?\s?(\d+(?:[.,]\d*)?)\s*$/

export type SwiftBalance = { readonly balance: Omit<Balance, 'currency'>; readonly currency: string | undefined; readonly exact: boolean }

/** `C260131EUR1234,56`; null when it is none. Some banks leave out the currency of the second one. */
export function swiftBalance(text: string): SwiftBalance | null {
  const [, mark = '', day = '', currency, digits = ''] = BALANCE.exec(text) ?? []
  const amount = swiftAmount(digits)
  if (!amount) return null
  const on = swiftDay(day)
  return {
    balance: { amountCents: isCredit(mark) ? amount.cents : negate(amount.cents), ...(on && { on }) },
    currency,
    exact: amount.exact,
  }
}

/** What comes back of a credit is a debit, and the other way round. */
export const isCredit = (mark: string): boolean => mark === 'C' || mark === 'RD'

/** YYMMDD. */
export const swiftDay = (text: string) => dayOfShortYear(text.slice(0, 2), text.slice(2, 4), text.slice(4, 6))

/** `/OCMT/EUR11,85/`: what was ordered, in its own currency. */
export function originalIn(text: string): OriginalAmount | undefined {
  const [, currency, digits = ''] = /\/(?:OCMT|OAMT)\/([A-Z]{3})(\d{1,15}(?:,\d{0,12})?)/.exec(text) ?? []
  const amount = swiftAmount(digits)
  return amount && currency !== undefined ? { amountCents: amount.cents, currency } : undefined
}
