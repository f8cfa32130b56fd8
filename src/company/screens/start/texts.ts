import type { Texts } from '#core/text'

const fr = {
  product: 'Encours',
  language: 'Langue',
  step: (place: number, count: number) => `Étape ${place} sur ${count}`,
  next: 'Continuer',
  later: 'Plus tard',
  back: 'Retour',
  company: {
    title: 'Votre entreprise',
    summary: 'Le SIREN suffit à calculer le numéro de TVA. Le reste se complète à tout moment dans les réglages.',
  },
  look: { title: 'L’apparence de vos factures', summary: 'Une couleur, un logo : l’aperçu les suit.' },
  payment: { title: 'Être payé', summary: 'Quand vos clients vous paient, et sur quel compte.' },
  numbering: { title: 'Vos numéros de facture', summary: 'Ils se suivent sans trou. Prenez le temps de choisir leur forme.' },
  customer: { title: 'Votre premier client', summary: 'De quoi lui adresser une facture ; vous pourrez aussi le créer en facturant.' },
  customerName: 'Nom du client',
  customerSiren: 'SIREN',
  customerSirenHint: 'Vide pour un particulier',
  customerAddress: 'Adresse',
  customerAddressExample: '12 rue des Carmes, 35000 Rennes',
  customerEmail: 'E-mail pour les factures',
  firstInvoice: 'Créer et facturer',
  invoiceWithout: 'Facturer sans le créer',
}

const en: typeof fr = {
  product: 'Encours',
  language: 'Language',
  step: (place, count) => `Step ${place} of ${count}`,
  next: 'Continue',
  later: 'Later',
  back: 'Back',
  company: {
    title: 'Your company',
    summary: 'The SIREN is enough to compute the VAT number. The rest can be filled in at any time in the settings.',
  },
  look: { title: 'The look of your invoices', summary: 'A colour, a logo: the preview follows.' },
  payment: { title: 'Getting paid', summary: 'When your customers pay you, and to which account.' },
  numbering: { title: 'Your invoice numbers', summary: 'They follow each other without a gap. Take your time to choose their form.' },
  customer: { title: 'Your first customer', summary: 'What it takes to send them an invoice; you can also create them while invoicing.' },
  customerName: 'Name of the customer',
  customerSiren: 'SIREN',
  customerSirenHint: 'Empty for a private person',
  customerAddress: 'Address',
  customerAddressExample: '12 rue des Carmes, 35000 Rennes',
  customerEmail: 'E-mail for invoices',
  firstInvoice: 'Create and invoice',
  invoiceWithout: 'Invoice without creating',
}

export const startTexts: Texts<typeof fr> = { fr, en }
