/**
 * The sentences the law wants on an invoice, dated. Every invoice carries PMT, PMD and AAB once each, a consumer's too (BR-FR-05), so a consumer
 * reads what applies to consumers.
 */
import { type Day, parseDay } from '#core/day'
import { type BasisPoints, rateText } from '#core/quantity'
import { type Locale, type Texts, formatRate } from '#core/text'
import type { CustomerKind } from '#vat'

export type MentionKind = 'recovery_indemnity' | 'late_penalty' | 'early_payment_discount' | 'vat_on_debits'

export type Mention = {
  readonly kind: MentionKind
  /** BT-21, the subject code of the French layer. */
  readonly subject?: 'PMT' | 'PMD' | 'AAB'
  readonly customerKinds: readonly CustomerKind[]
  readonly text: Texts<string>
  readonly source: string
  readonly validFrom: Day
  readonly validTo?: Day
}

const EVERYONE = ['company', 'public', 'consumer', 'eu', 'other'] as const
const BUSINESSES = ['company', 'eu', 'other'] as const

export const MENTIONS: readonly Mention[] = [
  {
    kind: 'recovery_indemnity',
    subject: 'PMT',
    customerKinds: BUSINESSES,
    text: {
      fr: 'Indemnité forfaitaire pour frais de recouvrement en cas de retard de paiement : 40 €.',
      en: 'Fixed compensation for recovery costs in case of late payment: €40.',
    },
    source: 'C. com. art. L441-10, II et D441-5',
    validFrom: parseDay('2013-01-01'),
  },
  {
    kind: 'recovery_indemnity',
    subject: 'PMT',
    customerKinds: ['public'],
    text: {
      fr: 'Indemnité forfaitaire pour frais de recouvrement en cas de retard de paiement : 40 €.',
      en: 'Fixed compensation for recovery costs in case of late payment: €40.',
    },
    source: 'Code de la commande publique, art. L2192-13 et D2192-35',
    validFrom: parseDay('2013-05-01'),
  },
  {
    kind: 'recovery_indemnity',
    subject: 'PMT',
    customerKinds: ['consumer'],
    text: {
      fr: 'Aucune indemnité forfaitaire pour frais de recouvrement n’est due par un particulier.',
      en: 'No fixed compensation for recovery costs is due by a consumer.',
    },
    source: 'C. com. art. L441-10, II (entre professionnels seulement)',
    validFrom: parseDay('2013-01-01'),
  },
  {
    kind: 'late_penalty',
    subject: 'PMD',
    customerKinds: BUSINESSES,
    text: {
      fr: 'Tout retard de paiement entraîne des pénalités exigibles le jour suivant la date d’échéance, sans rappel, au taux de refinancement de la Banque centrale européenne majoré de 10 points.',
      en: 'Late payment bears penalties due from the day after the due date, without notice, at the European Central Bank refinancing rate plus 10 percentage points.',
    },
    source: 'C. com. art. L441-10, II',
    validFrom: parseDay('2009-01-01'),
  },
  {
    kind: 'late_penalty',
    subject: 'PMD',
    customerKinds: ['public'],
    text: {
      fr: 'Tout retard de paiement fait courir de plein droit des intérêts moratoires à compter du jour suivant l’expiration du délai de paiement, au taux de refinancement de la Banque centrale européenne majoré de 8 points.',
      en: 'Late payment bears interest by right from the day after the payment period ends, at the European Central Bank refinancing rate plus 8 percentage points.',
    },
    source: 'Code de la commande publique, art. L2192-13 et R2192-31',
    validFrom: parseDay('2013-05-01'),
  },
  {
    kind: 'late_penalty',
    subject: 'PMD',
    customerKinds: ['consumer'],
    text: {
      fr: 'En cas de retard de paiement, les intérêts au taux légal sont dus à compter de la mise en demeure.',
      en: 'In case of late payment, interest at the legal rate is due from the date of formal notice.',
    },
    source: 'C. civ. art. 1231-6',
    validFrom: parseDay('2016-10-01'),
  },
  {
    kind: 'early_payment_discount',
    subject: 'AAB',
    customerKinds: EVERYONE,
    text: { fr: 'Pas d’escompte pour paiement anticipé.', en: 'No discount for early payment.' },
    source: 'C. com. art. L441-9, I',
    validFrom: parseDay('2000-01-01'),
  },
  {
    kind: 'vat_on_debits',
    customerKinds: EVERYONE,
    text: { fr: 'Option pour le paiement de la taxe d’après les débits', en: 'VAT paid on debits (option pour les débits)' },
    source: 'CGI ann. II art. 242 nonies A, I, 11° bis',
    validFrom: parseDay('2022-10-10'),
  },
]

/** Less for whoever pays within so many days; nothing said means no discount. */
export type EarlyPaymentDiscount = { readonly basisPoints: BasisPoints; readonly withinDays: number }

export type MentionFacts = {
  readonly customerKind: CustomerKind
  readonly on: Day
  readonly locale: Locale
  readonly vatOnDebits: boolean
  readonly earlyPaymentDiscount?: EarlyPaymentDiscount
  /** A company's own sentences in place of the usual ones, for example a contract rate of penalty. */
  readonly ownTexts?: Partial<Record<MentionKind, string>>
}

export type PrintedMention = { readonly subject?: string; readonly text: string }

/** The sentences of one invoice: PMT, PMD and AAB each exactly once, then the option for debits when taken. */
export function mentionsOf(facts: MentionFacts): readonly PrintedMention[] {
  return MENTIONS.filter((mention) => applies(mention, facts)).map((mention) => {
    const text = facts.ownTexts?.[mention.kind] ?? discountText(mention, facts) ?? mention.text[facts.locale]
    return mention.subject === undefined ? { text } : { subject: mention.subject, text }
  })
}

function applies(mention: Mention, { customerKind, on, vatOnDebits }: MentionFacts): boolean {
  if (mention.kind === 'vat_on_debits' && !vatOnDebits) return false
  return mention.customerKinds.includes(customerKind) && mention.validFrom <= on && (mention.validTo === undefined || on <= mention.validTo)
}

function discountText(mention: Mention, { earlyPaymentDiscount, locale }: MentionFacts): string | undefined {
  if (mention.kind !== 'early_payment_discount' || earlyPaymentDiscount === undefined) return undefined
  const { basisPoints, withinDays } = earlyPaymentDiscount
  const rate = formatRate(rateText(basisPoints), locale)
  return locale === 'fr'
    ? `Escompte de ${rate} pour paiement sous ${withinDays} jours.`
    : `${rate} discount for payment within ${withinDays} days.`
}
