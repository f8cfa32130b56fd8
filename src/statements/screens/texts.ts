import type { Texts } from '#core/text'

const fr = {
  title: 'Relevé de compte',
  pdf: 'Relevé PDF',
  from: 'Du',
  to: 'Au',
  opening: (day: string) => `Solde au ${day}`,
  closing: (day: string) => `Solde au ${day}`,
  late: 'Dont en retard',
  unallocated: 'Dont non affecté',
  date: 'Date',
  piece: 'Pièce',
  dueOn: 'Échéance',
  debit: 'Débit',
  credit: 'Crédit',
  lettering: 'Lettrage',
  balance: 'Solde',
  nothing: 'Aucun mouvement sur cette période.',
  kinds: {
    instalment: 'Facture',
    credit_note: 'Avoir',
    payment: 'Paiement',
    payment_reversal: 'Paiement annulé',
    refund: 'Remboursement',
    refund_reversal: 'Remboursement annulé',
  },
}

const en: typeof fr = {
  title: 'Statement of account',
  pdf: 'PDF statement',
  from: 'From',
  to: 'To',
  opening: (day) => `Balance on ${day}`,
  closing: (day) => `Balance on ${day}`,
  late: 'Of which late',
  unallocated: 'Of which unallocated',
  date: 'Date',
  piece: 'Document',
  dueOn: 'Due',
  debit: 'Debit',
  credit: 'Credit',
  lettering: 'Lettering',
  balance: 'Balance',
  nothing: 'Nothing moved in this period.',
  kinds: {
    instalment: 'Invoice',
    credit_note: 'Credit note',
    payment: 'Payment',
    payment_reversal: 'Payment reversed',
    refund: 'Refund',
    refund_reversal: 'Refund reversed',
  },
}

export const statementTexts: Texts<typeof fr> = { fr, en }
