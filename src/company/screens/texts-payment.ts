import type { Texts } from '#core/text'

const fr = {
  title: 'Conditions et banque',
  summary: 'Quand vos clients vous paient, sauf accord particulier, et sur quel compte.',
  terms: 'Conditions de paiement',
  termsHint: 'Trente jours par défaut ; soixante au plus entre professionnels.',
  account: 'Compte bancaire',
  iban: 'IBAN',
  ibanHint: 'Imprimé sur vos factures, avec le code QR qui remplit le virement',
  bic: 'BIC',
  bankName: 'Banque',
  save: 'Enregistrer',
  saved: 'Conditions et compte enregistrés',
}

const en: typeof fr = {
  title: 'Terms and bank',
  summary: 'When your customers pay you, unless agreed otherwise, and to which account.',
  terms: 'Payment terms',
  termsHint: 'Thirty days by default; sixty at most between businesses.',
  account: 'Bank account',
  iban: 'IBAN',
  ibanHint: 'Printed on your invoices, with the QR code that fills in the transfer',
  bic: 'BIC',
  bankName: 'Bank',
  save: 'Save',
  saved: 'Terms and account saved',
}

export const paymentTexts: Texts<typeof fr> = { fr, en }
