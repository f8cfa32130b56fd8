import type { Texts } from '#core/text'

const fr = {
  home: 'Accueil',
  customers: 'Clients',
  sales: 'Ventes',
  invoices: 'Factures',
  items: 'Articles',
  verdicts: 'Contrôle de facture',
  collections: 'Encaissements',
  bank: 'Banque',
  payments: 'Paiements',
  dunning: 'Relances',
  mail: 'Courrier',
  steering: 'Pilotage',
  agedBalance: 'Balance âgée',
  ledger: 'Comptabilité',
  settings: 'Réglages',
}

const en: typeof fr = {
  home: 'Home',
  customers: 'Customers',
  sales: 'Sales',
  invoices: 'Invoices',
  items: 'Items',
  verdicts: 'Invoice check',
  collections: 'Collection',
  bank: 'Bank',
  payments: 'Payments',
  dunning: 'Reminders',
  mail: 'Mail',
  steering: 'Overview',
  agedBalance: 'Aged balance',
  ledger: 'Accounting',
  settings: 'Settings',
}

export const browserTexts: Texts<typeof fr> = { fr, en }
