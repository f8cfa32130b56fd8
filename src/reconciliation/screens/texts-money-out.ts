import type { Texts } from '#core/text'

const fr = {
  isOut: 'Sortie d’argent : aucun rejet ni remboursement de client n’a été reconnu.',
  outKinds: { returned: 'Rejet ou impayé', refund: 'Remboursement' },
  takesBack: (name: string) => `Rejet du paiement de ${name}`,
  refundCustomer: 'Rembourser un client',
  refundWhom: 'Client remboursé',
  refundTo: (name: string) => `Remboursement à ${name}, imputé sur son crédit.`,
  refunded: (amount: string, name: string) => `${amount} remboursés à ${name}.`,
  takenBackByBank: (amount: string, name: string) => `Paiement de ${amount} de ${name} rejeté\u00a0: ce qu’il réglait est de nouveau dû.`,
  takesBackPayment: 'Paiement rejeté',
  outIsOfCustomer: 'Remboursement ou rejet d’un client',
  outIsOther: 'Autre opération à comptabiliser',
}

const en: typeof fr = {
  isOut: 'Money out: no returned payment and no refund of a customer was recognised.',
  outKinds: { returned: 'Returned payment', refund: 'Refund' },
  takesBack: (name) => `Return of the payment of ${name}`,
  refundCustomer: 'Refund a customer',
  refundWhom: 'Customer refunded',
  refundTo: (name) => `Refund of ${name}, taken from their credit.`,
  refunded: (amount, name) => `${amount} refunded to ${name}.`,
  takenBackByBank: (amount, name) => `Payment of ${amount} of ${name} returned: what it settled is due again.`,
  takesBackPayment: 'Payment returned',
  outIsOfCustomer: 'Refund or returned payment of a customer',
  outIsOther: 'Another operation to book',
}

export const moneyOutTexts: Texts<typeof fr> = { fr, en }
