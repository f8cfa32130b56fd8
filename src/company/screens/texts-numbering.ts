import type { Texts } from '#core/text'

const fr = {
  title: 'Numérotation',
  summary: 'Les numéros se suivent sans trou, c’est la loi : leur forme se choisit avant le premier document.',
  series: { invoice: 'Factures', credit_note: 'Avoirs' },
  pattern: 'Forme des numéros',
  own: 'Une autre forme…',
  ownPattern: 'Votre forme',
  ownHint: '{YYYY} est l’année, {00000} le compteur ; 20 caractères au plus',
  first: 'Premier numéro',
  firstHint: 'Pour prendre la suite d’un autre logiciel',
  next: 'Les prochains numéros',
  unreadable: 'Cette forme ne donne pas encore de numéro.',
  warning: 'Dès le premier document émis, la forme de la série est définitive.',
  final: 'Définitive : des documents portent déjà ces numéros.',
  prefix: { invoice: 'F', credit_note: 'A' },
  save: 'Enregistrer',
  saved: 'Numérotation enregistrée',
}

const en: typeof fr = {
  title: 'Numbering',
  summary: 'The law wants numbers that follow each other without a gap: their form is chosen before the first document.',
  series: { invoice: 'Invoices', credit_note: 'Credit notes' },
  pattern: 'Form of the numbers',
  own: 'Another form…',
  ownPattern: 'Your form',
  ownHint: '{YYYY} is the year, {00000} the counter; 20 characters at most',
  first: 'First number',
  firstHint: 'To carry on from other software',
  next: 'The next numbers',
  unreadable: 'This form does not give a number yet.',
  warning: 'From the first document issued on, the form of the series is final.',
  final: 'Final: documents already bear these numbers.',
  prefix: { invoice: 'F', credit_note: 'A' },
  save: 'Save',
  saved: 'Numbering saved',
}

export const numberingTexts: Texts<typeof fr> = { fr, en }
