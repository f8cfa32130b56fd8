import type { Texts } from '#core/text'

const fr = {
  title: 'Apparence',
  summary: 'La couleur et le logo de vos prochaines factures et relances.',
  color: 'Couleur',
  colorHint: 'Elle marque le numéro et le montant à payer',
  darkened: 'Trop claire pour du texte sur papier blanc : elle sera un peu foncée.',
  logo: 'Logo',
  logoHint: 'PNG, JPEG ou SVG, 1 Mo au plus',
  chooseLogo: 'Choisir un fichier',
  changeLogo: 'Remplacer',
  removeLogo: 'Retirer',
  logoAlt: 'Logo de l’entreprise',
  preview: 'Aperçu d’une facture',
  sample: {
    invoice: 'Facture',
    number: 'F2026-00001',
    customer: 'Votre client',
    address: '12 rue des Carmes, 35000 Rennes',
    lines: ['Fourniture et pose', 'Main-d’œuvre'],
    amounts: ['1200.00', '480.00'],
    total: 'Total TTC',
    toPay: 'À payer',
    due: 'à 30 jours',
  },
}

const en: typeof fr = {
  title: 'Appearance',
  summary: 'The colour and the logo of your next invoices and reminders.',
  color: 'Colour',
  colorHint: 'It marks the number and the amount to pay',
  darkened: 'Too light for text on white paper: it will be darkened a little.',
  logo: 'Logo',
  logoHint: 'PNG, JPEG or SVG, 1 MB at most',
  chooseLogo: 'Choose a file',
  changeLogo: 'Replace',
  removeLogo: 'Remove',
  logoAlt: 'Company logo',
  preview: 'Preview of an invoice',
  sample: {
    invoice: 'Invoice',
    number: 'F2026-00001',
    customer: 'Your customer',
    address: '12 rue des Carmes, 35000 Rennes',
    lines: ['Supply and installation', 'Labour'],
    amounts: ['1200.00', '480.00'],
    total: 'Total incl. VAT',
    toPay: 'To pay',
    due: 'in 30 days',
  },
}

export const lookTexts: Texts<typeof fr> = { fr, en }
