/** The longest terms the law allows, dated, and the warnings for terms and for a due day beyond them. Sectors with shorter caps (food, transport) are not known here. */
import { type Day, addDays, parseDay } from '#core/day'
import type { Texts } from '#core/text'
import { type PaymentTerms, type Term, dueOnOf } from './terms.ts'

/** As `#vat` names them; said again here because the terms know nothing of VAT. */
type CustomerKind = 'company' | 'public' | 'consumer' | 'eu' | 'other'

export type TermsCap = {
  readonly customerKinds: readonly CustomerKind[]
  /** Terms are within the law when no issue day makes them due later than one of these. */
  readonly allowed: readonly Term[]
  readonly article: string
  readonly label: Texts<string>
  readonly validFrom: Day
  readonly validTo?: Day
}

export type TermsWarning = {
  readonly code: 'terms_beyond_cap'
  readonly instalmentIndex: number
  readonly article: string
  readonly label: Texts<string>
}

const net = (days: number): Term => ({ base: 'issue', days, endOfMonth: 'none' })

export const TERMS_CAPS: readonly TermsCap[] = [
  {
    customerKinds: ['company', 'eu', 'other'],
    // Both readings of « 45 jours fin de mois » are defended: neither deserves a warning.
    allowed: [net(60), { base: 'issue', days: 45, endOfMonth: 'before' }, { base: 'issue', days: 45, endOfMonth: 'after' }],
    article: 'C. com. L441-10, I',
    label: {
      fr: 'entre professionnels, 60 jours après la date de facture au plus, ou 45 jours fin de mois si le contrat le prévoit',
      en: 'between businesses, 60 days from the invoice date at most, or 45 days end of month if the contract says so',
    },
    validFrom: parseDay('2009-01-01'),
  },
  {
    customerKinds: ['public'],
    allowed: [net(30)],
    article: 'Code de la commande publique, R2192-10',
    label: {
      fr: 'acheteur public, 30 jours au plus (50 pour un hôpital, 60 pour une entreprise publique)',
      en: 'public buyer, 30 days at most (50 for a hospital, 60 for a public undertaking)',
    },
    validFrom: parseDay('2013-05-01'),
  },
]

/** One warning for each instalment that could fall due later than the law allows. A consumer has no cap. */
export function termsWarnings(terms: PaymentTerms, customerKind: CustomerKind, on: Day): readonly TermsWarning[] {
  return capsOf(customerKind, on).flatMap(({ allowed, article, label }) =>
    terms.flatMap(({ term }, instalmentIndex) =>
      allowed.some((cap) => neverLater(term, cap)) ? [] : [{ code: 'terms_beyond_cap' as const, instalmentIndex, article, label }],
    ),
  )
}

/** The cap that a due day exceeds, for an invoice issued on that very day. */
export function capExceeded(dueOn: Day, customerKind: CustomerKind, issuedOn: Day): TermsCap | undefined {
  return capsOf(customerKind, issuedOn).find(({ allowed }) => allowed.every((cap) => dueOn > dueOnOf(cap, issuedOn)))
}

const capsOf = (customerKind: CustomerKind, on: Day): readonly TermsCap[] =>
  TERMS_CAPS.filter(
    (cap) => cap.customerKinds.includes(customerKind) && cap.validFrom <= on && (cap.validTo === undefined || on <= cap.validTo),
  )

/** Every issue day of a common and a leap year: months of all lengths, and « le 31 », are tried rather than reasoned about. */
const ISSUE_DAYS: readonly Day[] = Array.from({ length: 731 }, (_, index) => addDays(parseDay('2027-01-01'), index))

function neverLater(term: Term, cap: Term): boolean {
  return ISSUE_DAYS.every((day) => dueOnOf(term, day) <= dueOnOf(cap, day))
}
