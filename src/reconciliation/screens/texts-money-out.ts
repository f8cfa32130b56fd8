import type { Texts } from '#core/text'

const fr = {
  isOut: 'Sortie d’argent : aucun paiement repris ni remboursement de client ne ressort.',
  outKinds: { returned: 'Paiement repris par la banque', refund: 'Remboursement' },
  takesBack: (name: string) => `Reprend le paiement de ${name}`,
  refundCustomer: 'Rembourser un client',
  refundWhom: 'Client remboursé',
  refundTo: (name: string) => `Remboursement de ${name}, pris sur son crédit.`,
  refunded: (amount: string, name: string) => `${amount} remboursés à ${name}.`,
  takenBackByBank: (amount: string, name: string) =>
    `Paiement de ${amount} de ${name} repris par la banque\u00a0: ce qu’il réglait est de nouveau dû.`,
  takesBackPayment: 'Paiement repris par la banque',
  outIsOfCustomer: 'Remboursement ou rejet d’un client',
  outIsOther: 'Autre opération à comptabiliser',
}

const en: typeof fr = {
  isOut: 'Money out: no payment taken back and no refund of a customer stands out.',
  outKinds: { returned: 'Payment taken back by the bank', refund: 'Refund' },
  takesBack: (name) => `Takes back the payment of ${name}`,
  refundCustomer: 'Refund a customer',
  refundWhom: 'Customer refunded',
  refundTo: (name) => `Refund of ${name}, taken from their credit.`,
  refunded: (amount, name) => `${amount} refunded to ${name}.`,
  takenBackByBank: (amount, name) => `Payment of ${amount} of ${name} taken back by the bank: what it settled is due again.`,
  takesBackPayment: 'Payment taken back by the bank',
  outIsOfCustomer: 'Refund or returned payment of a customer',
  outIsOther: 'Another operation to book',
}

export const moneyOutTexts: Texts<typeof fr> = { fr, en }
