import { formatMoney } from '#core/text'
import type { FieldNames, RefusalTexts } from '#platform/problems'

const statesFr: Readonly<Record<string, string>> = { matched: 'déjà rapprochée', set_aside: 'mise de côté', to_do: 'à traiter' }
const statesEn: Readonly<Record<string, string>> = { matched: 'already matched', set_aside: 'set aside', to_do: 'to do' }

export const refusals: RefusalTexts = {
  fr: {
    line_not_waiting: ({ state }) => `Cette ligne est ${statesFr[String(state)] ?? 'traitée'} : rechargez la page.`,
    line_is_money_out: 'Cette ligne est une sortie d’argent : elle ne règle aucune facture.',
    line_is_money_in: 'Cette ligne est une entrée d’argent : elle ne reprend aucun paiement.',
    return_of_other_amount: 'Le paiement choisi n’a pas le montant de cette ligne.',
    payment_returned_since: 'La banque a repris ce paiement depuis : annulez d’abord le rapprochement de la ligne de rejet.',
    line_not_matched: 'Cette ligne n’est pas rapprochée.',
    line_not_aside: 'Cette ligne n’est pas mise de côté.',
    proposal_gone: 'Cette proposition n’est plus d’actualité : les factures ont changé depuis. Rechargez la page.',
    match_exceeds_line: ({ amount, wished }) =>
      `Vous affectez ${formatMoney(String(wished), 'fr')} alors que la ligne n’est que de ${formatMoney(String(amount), 'fr')}.`,
    difference_of_several_customers: 'Un écart s’explique sur les factures d’un seul client : rapprochez les autres à part.',
    difference_without_need: 'Les factures choisies sont déjà couvertes : retirez l’écart, ou augmentez ce qui est réglé.',
    match_without_customer: 'Choisissez une facture, ou le client qui garde ce montant à son crédit.',
  },
  en: {
    line_not_waiting: ({ state }) => `This line is ${statesEn[String(state)] ?? 'done'}: reload the page.`,
    line_is_money_out: 'This line is money out: it settles no invoice.',
    line_is_money_in: 'This line is money in: it takes no payment back.',
    return_of_other_amount: 'The payment chosen is not of this line’s amount.',
    payment_returned_since: 'The bank has taken this payment back since: undo the match of the returned line first.',
    line_not_matched: 'This line is not matched.',
    line_not_aside: 'This line is not set aside.',
    proposal_gone: 'This proposal no longer holds: the invoices have changed since. Reload the page.',
    match_exceeds_line: ({ amount, wished }) =>
      `You allocate ${formatMoney(String(wished), 'en')} while the line is only ${formatMoney(String(amount), 'en')}.`,
    difference_of_several_customers: 'A difference is explained on invoices of one customer: match the others apart.',
    difference_without_need: 'The invoices chosen are covered already: remove the difference, or raise what is paid.',
    match_without_customer: 'Choose an invoice, or the customer who keeps this amount as credit.',
  },
}

export const fields: FieldNames = {
  fr: {
    lineId: 'Ligne',
    shares: 'Factures',
    differences: 'Écart de règlement',
    proposalId: 'Proposition',
    paymentId: 'Paiement',
    customerId: 'Client',
    automatic: 'Rapprochement automatique',
  },
  en: {
    lineId: 'Line',
    shares: 'Invoices',
    differences: 'Payment difference',
    proposalId: 'Proposal',
    paymentId: 'Payment',
    customerId: 'Customer',
    automatic: 'Automatic matching',
  },
}

/** Why the payment of an undone match was reversed, as the books say it. */
export const undoReason = { fr: 'rapprochement annulé', en: 'match undone' }

/** Why a payment that the bank took back no longer counts. */
export const returnReason = { fr: 'rejeté ou repris par la banque', en: 'rejected or taken back by the bank' }
