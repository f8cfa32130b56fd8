/** Payment terms in words: « 30 jours fin de mois ». */
import { rateText } from '#core/quantity'
import { type Locale, formatRate } from '#core/text'
import type { PaymentTerms, Term } from './terms.ts'

type Words = {
  readonly onReceipt: string
  readonly onDelivery: string
  readonly days: (days: number) => string
  readonly afterDelivery: string
  readonly endOfMonth: string
  readonly thenEndOfMonth: string
  readonly onDay: (day: number) => string
  readonly part: (rate: string, when: string) => string
  readonly rest: (when: string) => string
}

const ordinal = (day: number): string => {
  const suffix = day % 100 >= 11 && day % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')
  return `${day}${suffix}`
}

const WORDS: Record<Locale, Words> = {
  fr: {
    onReceipt: 'à réception',
    onDelivery: 'à la livraison',
    days: (days) => `${days} ${days > 1 ? 'jours' : 'jour'}`,
    afterDelivery: 'après livraison',
    endOfMonth: 'fin de mois',
    thenEndOfMonth: 'puis fin de mois',
    onDay: (day) => `le ${day === 1 ? '1er' : day}`,
    part: (rate, when) => `${rate} ${atInFrench(when)}`,
    rest: (when) => `solde ${atInFrench(when)}`,
  },
  en: {
    onReceipt: 'on receipt',
    onDelivery: 'on delivery',
    days: (days) => `${days} ${days === 1 ? 'day' : 'days'}`,
    afterDelivery: 'after delivery',
    endOfMonth: 'end of month',
    thenEndOfMonth: 'then end of month',
    onDay: (day) => `on the ${ordinal(day)}`,
    part: (rate, when) => `${rate} ${inEnglish(when)}`,
    rest: (when) => `balance ${inEnglish(when)}`,
  },
}

/** « solde à 30 jours », but « solde à réception » and « solde fin de mois » need no other word. */
function atInFrench(when: string): string {
  return /^\d/.test(when) ? `à ${when}` : when
}

function inEnglish(when: string): string {
  return /^\d/.test(when) ? `in ${when}` : when
}

/** In lower case, to be put in a sentence: `30 jours fin de mois`, `30 % à réception, solde à 30 jours`. */
export function describeTerms(terms: PaymentTerms, locale: Locale): string {
  const words = WORDS[locale]
  if (terms.length === 1 && terms[0]) return describeTerm(terms[0].term, locale)
  return terms
    .map((instalment) => {
      const when = describeTerm(instalment.term, locale)
      return instalment.part === 'rest' ? words.rest(when) : words.part(formatRate(rateText(instalment.basisPoints), locale), when)
    })
    .join(', ')
}

export function describeTerm(term: Term, locale: Locale): string {
  const words = WORDS[locale]
  const parts: string[] = []
  if (term.days > 0) parts.push(words.days(term.days))
  if (term.base === 'delivery') parts.push(term.days > 0 ? words.afterDelivery : words.onDelivery)
  if (term.endOfMonth === 'before') parts.push(words.endOfMonth)
  if (term.endOfMonth === 'after') parts.push(parts.length === 0 ? words.endOfMonth : words.thenEndOfMonth)
  if (term.dayOfMonth !== undefined) parts.push(words.onDay(term.dayOfMonth))
  return parts.length === 0 ? words.onReceipt : parts.join(' ')
}
