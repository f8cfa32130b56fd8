import { formatMoney } from '#core/text'
import type { FieldNames, RefusalTexts } from '#platform/problems'

export const refusals: RefusalTexts = {
  fr: {
    payment_not_positive: 'Le montant du paiement doit être supérieur à zéro.',
    difference_twice: 'Chaque écart se donne une seule fois.',
    difference_not_positive: 'Le montant de l’écart doit être supérieur à zéro.',
    rounding_too_large: 'Au-delà de 5,00 €, ce n’est plus un arrondi : choisissez un autre motif.',
    refund_exceeds_credit: ({ credit, wished }) =>
      `Ce client n’a que ${formatMoney(String(credit), 'fr')} à son crédit ; vous lui en rendez ${formatMoney(String(wished), 'fr')}.`,
    payment_in_future: 'La date du paiement est dans le futur.',
    payment_already_reversed: 'Ce paiement est déjà annulé.',
    reversal_before_payment: 'L’annulation ne peut pas précéder le paiement.',
    invoice_of_other_customer: 'Cette facture est celle d’un autre client.',
    allocation_not_positive: 'Le montant affecté doit être supérieur à zéro.',
    allocation_exceeds_open: (facts) =>
      `Il ne reste que ${formatMoney(BigInt(facts['open'] ?? 0) as never, 'fr')} à affecter sur ${facts['reference'] || 'ce paiement'}.`,
    allocation_same_side: 'Un paiement s’affecte à une facture, pas à un autre paiement.',
    allocation_two_customers: 'Le paiement et la facture ne sont pas du même client.',
    allocation_already_undone: 'Cette affectation est déjà annulée.',
  },
  en: {
    payment_not_positive: 'The payment must be more than zero.',
    difference_twice: 'Give each difference once.',
    difference_not_positive: 'The difference must be more than zero.',
    rounding_too_large: 'More than €5.00 is no rounding: choose another reason.',
    refund_exceeds_credit: ({ credit, wished }) =>
      `This customer has only ${formatMoney(String(credit), 'en')} of credit; you give back ${formatMoney(String(wished), 'en')}.`,
    payment_in_future: 'The payment is dated in the future.',
    payment_already_reversed: 'This payment is already reversed.',
    reversal_before_payment: 'The reversal cannot come before the payment.',
    invoice_of_other_customer: 'This invoice belongs to another customer.',
    allocation_not_positive: 'The amount allocated must be more than zero.',
    allocation_exceeds_open: (facts) =>
      `Only ${formatMoney(BigInt(facts['open'] ?? 0) as never, 'en')} is left to allocate on ${facts['reference'] || 'this payment'}.`,
    allocation_same_side: 'A payment goes against an invoice, not against another payment.',
    allocation_two_customers: 'The payment and the invoice are not of the same customer.',
    allocation_already_undone: 'This allocation is already undone.',
  },
}

export const fields: FieldNames = {
  fr: {
    allocate: 'Factures réglées',
    allocations: 'Factures réglées',
    unallocated: 'Reste à affecter',
    paidOn: 'Date du paiement',
    amount: 'Montant',
    method: 'Moyen de paiement',
    reference: 'Référence',
    reversedOn: 'Date d’annulation',
    reason: 'Motif',
    differences: 'Écart de règlement',
  },
  en: {
    allocate: 'Invoices paid',
    allocations: 'Invoices paid',
    unallocated: 'Left to allocate',
    paidOn: 'Payment date',
    amount: 'Amount',
    method: 'Method',
    reference: 'Reference',
    reversedOn: 'Reversal date',
    reason: 'Reason',
    differences: 'Payment difference',
  },
}
