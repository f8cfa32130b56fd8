import type { Texts } from '#core/text'
import type { FieldNames, RefusalTexts } from '#platform/problems'

export const refusals: RefusalTexts = {
  fr: {
    statement_period_reversed: 'La période finit avant de commencer.',
    statement_too_long: (facts) => `Ce relevé dépasse ${facts['most']} lignes : choisissez une période plus courte.`,
  },
  en: {
    statement_period_reversed: 'The period ends before it begins.',
    statement_too_long: (facts) => `This statement exceeds ${facts['most']} lines: choose a shorter period.`,
  },
}

export const fields: FieldNames = {
  fr: { from: 'Début', to: 'Fin' },
  en: { from: 'From', to: 'To' },
}

const fr = {
  /** A piece that bears no number of its own is named for what it is. */
  pieces: {
    instalment: 'Facture',
    credit_note: 'Avoir',
    payment: 'Règlement',
    payment_reversal: 'Règlement annulé',
    refund: 'Remboursement',
    refund_reversal: 'Remboursement annulé',
  },
  file: 'releve',
}

const en: typeof fr = {
  pieces: {
    instalment: 'Invoice',
    credit_note: 'Credit note',
    payment: 'Payment',
    payment_reversal: 'Payment reversed',
    refund: 'Refund',
    refund_reversal: 'Refund reversed',
  },
  file: 'statement',
}

export const texts: Texts<typeof fr> = { fr, en }
