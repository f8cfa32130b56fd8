import { decimal } from '../binding/codecs.ts'
import { find } from '../binding/path.ts'
import { type Codec, type Condition, text } from '../binding/rows.ts'
import type { ReadInvoice } from '../model.ts'
import type { XmlElement } from '../xml/element.ts'

export const day: Codec = decimal

/** UBL names the currency on every amount. */
export const amount: Codec = { ...decimal, attribute: { name: 'currencyID', of: ({ currency }) => currency } }
export const amountInVatCurrency: Codec = { ...decimal, attribute: { name: 'currencyID', of: ({ vatCurrency }) => vatCurrency } }

const SUBJECT = /^#([A-Z0-9]{3})#([\s\S]*)$/

/** A subject code stands before the text of a note: `#PMT#text`. */
const noteOf = (subjectField: string, textField: string): Codec => ({
  read: (element) => {
    const [, subject, said] = SUBJECT.exec(element.text) ?? []
    return subject === undefined ? { [textField]: element.text } : { [subjectField]: subject, [textField]: said }
  },
  write: (value) => {
    const group = value as Readonly<Record<string, unknown>>
    const [said, subject] = [fieldOf(group, textField), fieldOf(group, subjectField)]
    if (typeof said !== 'string') return undefined
    return typeof subject === 'string' && subject !== '' ? `#${subject}#${said}` : said
  },
})

function fieldOf(group: Readonly<Record<string, unknown>>, field: string): unknown {
  let value: unknown = group
  for (const key of field.split('.'))
    value = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined
  return value
}

export const note: Codec = noteOf('subject', 'text')
export const lineNote: Codec = noteOf('extended.noteSubject', 'note')

// BT-8: UNTDID 2005 in UBL, UNTDID 2475 in CII and in the model.
const FROM_UBL: Readonly<Record<string, string>> = { '3': '5', '35': '29', '432': '72' }
const TO_UBL: Readonly<Record<string, string>> = { '5': '3', '29': '35', '72': '432' }

export const vatPointCode: Codec = {
  read: (element) => FROM_UBL[element.text.trim()] ?? element.text,
  write: (value, currencies) => {
    const code = text.write(value, currencies)
    return code === undefined ? undefined : (TO_UBL[code.trim()] ?? code)
  },
}

const LOOKS_LIKE_IBAN = /^\s*[A-Za-z]{2}\d{2}/

/** BT-84 is one field in UBL: an IBAN, or the number of an account that has none. */
export const account: Codec = {
  read: (element) =>
    LOOKS_LIKE_IBAN.test(element.text) || element.text.trim() === '' ? { iban: element.text } : { accountNumber: element.text },
  write: (value, currencies) => {
    const { iban, accountNumber } = value as { readonly iban?: string; readonly accountNumber?: string }
    return text.write(iban, currencies) ?? text.write(accountNumber, currencies)
  },
}

/** The schema wants a discount beside a gross price: none is nought. */
export const priceDiscount: Codec = {
  ...amount,
  read: (element) => ({ priceDiscount: element.text.trim() }),
  write: (value, currencies) => {
    const { priceDiscount: discount, grossPrice } = value as { readonly priceDiscount?: string; readonly grossPrice?: string }
    return text.write(discount, currencies) ?? (text.write(grossPrice, currencies) === undefined ? undefined : '0')
  },
}

const isNought = (figure: string | undefined): boolean => figure !== undefined && /^-?0+(\.0+)?$/.test(figure)

/** The schema wants total VAT even where CII may leave it out, that is where no row has any. */
export const noVat: Codec = {
  ...amount,
  read: () => undefined,
  write: (value) => {
    const { totals, vatBreakdown = [] } = value as ReadInvoice
    return totals?.vat === undefined && vatBreakdown.length > 0 && vatBreakdown.every(({ taxAmount }) => isNought(taxAmount))
      ? '0.00'
      : undefined
  },
}

const schemeOf = (element: XmlElement): string | undefined => find(element, ['TaxScheme', 'ID'])?.text.trim().toUpperCase()
const currencyOf = (element: XmlElement | undefined): string | undefined => element?.attributes['currencyID']?.trim()

const totalCurrency = (element: XmlElement): string | undefined => currencyOf(find(element, ['TaxAmount']))

export const CONDITIONS: Readonly<Record<string, Condition>> = {
  /** For rows that are only written. */
  never: () => false,
  ofVat: (element) => schemeOf(element) === 'VAT',
  ofOtherTax: (element) => schemeOf(element) !== 'VAT',
  inVatCurrency: (element, { vatCurrency }) => vatCurrency !== undefined && currencyOf(element) === vatCurrency,
  /** BT-110 with its rows: the total in the invoice currency, or for want of it the one with rows. BT-111 stands in a total of its own. */
  mainTotal: (element, { root, currency, vatCurrency }) => {
    const found = totalCurrency(element)
    if (found === currency) return true
    if (root.children.some((child) => child.name === 'TaxTotal' && totalCurrency(child) === currency)) return false
    return found !== vatCurrency || find(element, ['TaxSubtotal']) !== undefined
  },
}
