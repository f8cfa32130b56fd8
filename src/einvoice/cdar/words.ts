/** A lifecycle message in words: who says what of which invoice. */
import { isDay } from '#core/day'
import { formatDay, formatMoney, formatRate, type Locale } from '#core/text'
import type { Read } from '../model.ts'
import type { InvoiceStatus, LifecycleParty, ReadLifecycleMessage, StatusDetail } from './model.ts'
import { statusRow } from './statuses.ts'

const fr = {
  roles: {
    BY: 'l’acheteur',
    AB: 'l’agent de l’acheteur',
    SE: 'le vendeur',
    SR: 'l’agent du vendeur',
    DL: 'l’affactureur',
    PE: 'le bénéficiaire',
    PR: 'le payeur',
    II: 'l’émetteur de la facture',
    IV: 'le destinataire de la facture',
    WK: 'une plateforme',
    DFH: 'le portail public de facturation',
  } as Readonly<Record<string, string>>,
  someone: 'un inconnu',
  route: (issuer: string, recipients: string) => `Émetteur : ${issuer}. Pour : ${recipients}.`,
  unnumbered: 'sans numéro',
  status: (number: string, day: string, label: string, code: string) =>
    `Facture ${number}${day === '' ? '' : ` du ${day}`} : ${label}${code === '' ? '' : ` (${code})`}.`,
  noStatus: 'statut absent',
  unknownStatus: 'statut inconnu',
  reason: (text: string) => `Motif : ${text}.`,
  action: (text: string) => `Demandé : ${text}.`,
  actions: {
    NOA: 'rien',
    PIN: 'des précisions',
    NIN: 'une nouvelle facture',
    CNF: 'un avoir total',
    CNP: 'un avoir partiel',
    CNA: 'un avoir du montant indiqué',
    OTH: 'autre chose',
  } as Readonly<Record<string, string>>,
  amounts: {
    MEN: 'encaissé',
    MPA: 'payé',
    RAP: 'reste à payer',
    ESC: 'escompte',
    RAB: 'rabais',
    REM: 'remise',
    MAP: 'approuvé HT',
    MAPTTC: 'approuvé TTC',
    MNA: 'non approuvé HT',
    MNATTC: 'non approuvé TTC',
  } as Readonly<Record<string, string>>,
  amount: (what: string, amount: string, rate: string) => `${what} : ${amount}${rate === '' ? '' : ` (TVA ${rate})`}.`,
}

const en: typeof fr = {
  roles: {
    BY: 'the buyer',
    AB: 'the buyer’s agent',
    SE: 'the seller',
    SR: 'the seller’s agent',
    DL: 'the factor',
    PE: 'the payee',
    PR: 'the payer',
    II: 'the issuer of the invoice',
    IV: 'the addressee of the invoice',
    WK: 'a platform',
    DFH: 'the public invoicing portal',
  },
  someone: 'somebody unknown',
  route: (issuer, recipients) => `Issued by: ${issuer}. For: ${recipients}.`,
  unnumbered: 'without a number',
  status: (number, day, label, code) => `Invoice ${number}${day === '' ? '' : ` of ${day}`}: ${label}${code === '' ? '' : ` (${code})`}.`,
  noStatus: 'no status',
  unknownStatus: 'unknown status',
  reason: (text) => `Reason: ${text}.`,
  action: (text) => `Asked: ${text}.`,
  actions: {
    NOA: 'nothing',
    PIN: 'more information',
    NIN: 'a new invoice',
    CNF: 'a full credit note',
    CNP: 'a partial credit note',
    CNA: 'a credit note of the amount told',
    OTH: 'something else',
  },
  amounts: {
    MEN: 'collected',
    MPA: 'paid',
    RAP: 'left to pay',
    ESC: 'early payment discount',
    RAB: 'rebate',
    REM: 'allowance',
    MAP: 'approved without VAT',
    MAPTTC: 'approved with VAT',
    MNA: 'not approved without VAT',
    MNATTC: 'not approved with VAT',
  },
  amount: (what, amount, rate) => `${what}: ${amount}${rate === '' ? '' : ` (VAT ${rate})`}.`,
}

const TEXTS = { fr, en } as const

type Words = typeof fr

/** A message of thousands of invoices is told by its first ones. */
const MOST_INVOICES = 100
const DECIMAL = /^-?\d{1,15}(\.\d{1,6})?$/

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
const isFilled = (text: string | undefined): text is string => text !== undefined && text.trim() !== ''

/** First who writes to whom, then a sentence or two for each invoice. */
export function tellMessage(message: ReadLifecycleMessage, locale: Locale): string[] {
  const words = TEXTS[locale]
  const party = (one: Read<LifecycleParty> | undefined): string =>
    isFilled(one?.name) ? one.name.trim() : (words.roles[one?.role ?? ''] ?? one?.identifiers?.[0]?.value ?? words.someone)
  const recipients = (message.recipients ?? []).map(party)
  const invoices = (message.acknowledgements ?? []).flatMap(({ invoices: each = [] }) => each)
  return [
    words.route(party(message.issuer), recipients.length === 0 ? words.someone : recipients.join(', ')),
    ...invoices.slice(0, MOST_INVOICES).map((invoice) => invoiceWords(invoice, words, locale)),
  ]
}

function invoiceWords({ details = [], issuedOn, label, number, status }: Read<InvoiceStatus>, words: Words, locale: Locale): string {
  const row = statusRow(status)
  const told = row?.[locale] ?? (isFilled(label) ? label : status === undefined ? words.noStatus : words.unknownStatus)
  return [
    words.status(isFilled(number) ? number : words.unnumbered, dayWords(issuedOn, locale), told, status ?? ''),
    ...details.flatMap((detail) => detailWords(detail, words, locale)),
  ].join(' ')
}

function detailWords(
  { action, actionCode, characteristics = [], reason, reasonCode }: Read<StatusDetail>,
  words: Words,
  locale: Locale,
): string[] {
  const why = [reason?.trim(), reasonCode].filter(isFilled)
  const asked = words.actions[actionCode ?? ''] ?? action
  const [first, code] = why
  return [
    ...(first === undefined ? [] : [words.reason(code === undefined ? first : `${first} (${code})`)]),
    ...(isFilled(asked) ? [words.action(asked)] : []),
    ...characteristics.flatMap(({ amount, currency, percent, type }) => {
      const what = words.amounts[type ?? '']
      if (what === undefined || amount === undefined || !DECIMAL.test(amount)) return []
      return [capital(words.amount(what, formatMoney(amount, locale, currency ?? 'EUR'), rateWords(percent, locale)))]
    }),
  ]
}

const rateWords = (text: string | undefined, locale: Locale): string =>
  text !== undefined && DECIMAL.test(text) ? formatRate(text.includes('.') ? text.replace(/\.?0+$/, '') : text, locale) : (text ?? '')

/** As written when it is no day. */
function dayWords(text: string | undefined, locale: Locale): string {
  return text !== undefined && isDay(text) ? formatDay(text, locale) : (text ?? '')
}
