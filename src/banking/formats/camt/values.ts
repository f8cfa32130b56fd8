import type { Day } from '#core/day'
import { type Cents, negate, toCents } from '#core/money'
import type { Balance } from '../model.ts'
import { readMagnitude } from '../amounts.ts'
import { frenchDay, isKnownDay } from '../days.ts'
import type { WarningList } from '../warnings.ts'
import type { XmlElement } from '../xml.ts'
import { at, firstText, textAt } from './tree.ts'

/** `Dt` or `DtTm`. A time in UTC is put on its French day; with an offset or without any, it is the bank's own day, as written. */
export function dayOf(element: XmlElement | undefined): Day | undefined {
  return readDay(firstText(element, ['Dt'], ['DtTm']) ?? (element?.children.length === 0 ? element.text : undefined))
}

export function readDay(text: string | undefined): Day | undefined {
  if (text === undefined) return undefined
  const day = text.slice(0, 10)
  if (!isKnownDay(day)) return undefined
  return /T[\d:.]+Z$/.test(text) ? frenchDay(day, text) : day
}

export type ReadAmount = { readonly amountCents: Cents; readonly currency: string | undefined }

const CURRENCY = /^[A-Z]{3}$/

/** `Amt` and its currency, unsigned. Null when it cannot be read; a fraction of a cent and a sign are told. */
export function amountOf(amount: XmlElement | undefined, warnings: WarningList): ReadAmount | null {
  if (!amount) return null
  const unsigned = amount.text.replace(/^[+-]/, '')
  const read = readMagnitude(unsigned)
  if (!read) return null
  if (unsigned !== amount.text && unsigned !== '' && amount.text.startsWith('-')) {
    warnings.add('amount_signed', { line: amount.line, text: amount.text })
  }
  if (!read.exact) warnings.add('amount_rounded', { line: amount.line, text: amount.text })
  const currency = amount.attributes.get('Ccy')?.trim().toUpperCase()
  return { amountCents: read.cents, currency: currency !== undefined && CURRENCY.test(currency) ? currency : undefined }
}

/** Sign by CdtDbtInd alone: RvslInd does not turn it round (ISO 20022: the indicator says what the reversal does to the account). */
export function signed(amountCents: Cents, indicator: string | undefined): Cents {
  return indicator === 'DBIT' ? negate(amountCents) : toCents(amountCents)
}

export type TypedBalance = { readonly type: string; readonly balance: Balance }

/** `Bal`. Null when its amount, sign or currency cannot be read. */
export function balanceOf(element: XmlElement, accountCurrency: string | undefined, warnings: WarningList): TypedBalance | null {
  const type = firstText(element, ['Tp', 'CdOrPrtry', 'Cd'], ['Tp', 'CdOrPrtry', 'Prtry'], ['Tp', 'Cd']) ?? ''
  const amount = amountOf(at(element, 'Amt'), warnings)
  const indicator = textAt(element, 'CdtDbtInd')
  const currency = amount?.currency ?? accountCurrency
  if (!amount || currency === undefined || (indicator !== 'CRDT' && indicator !== 'DBIT')) {
    warnings.add('balance_unreadable', { line: element.line, type })
    return null
  }
  const on = dayOf(at(element, 'Dt'))
  return { type, balance: { amountCents: signed(amount.amountCents, indicator), currency, ...(on && { on }) } }
}
