import { formatMoney, type Texts } from '#core/text'
import type { FieldNames, RefusalTexts } from '#platform/problems'

const statesFr: Readonly<Record<string, string>> = {
  matched: 'déjà rapprochée',
  set_aside: 'déjà dans les autres opérations',
  to_do: 'à traiter',
}
const statesEn: Readonly<Record<string, string>> = { matched: 'already matched', set_aside: 'already in other operations', to_do: 'to do' }

export const refusals: RefusalTexts = {
  fr: {
    line_not_waiting: ({ state }) => `Cette ligne est ${statesFr[String(state)] ?? 'traitée'} : rechargez la page.`,
    line_is_money_out: 'Cette ligne est une sortie d’argent : elle ne règle aucune facture.',
    line_is_money_in: 'Cette ligne est une entrée d’argent : ce n’est ni un rejet ni un remboursement.',
    return_of_other_amount: 'Le paiement choisi n’a pas le montant de cette ligne.',
    payment_returned_since: 'Ce paiement a été rejeté depuis : annulez d’abord le rapprochement de la ligne de rejet.',
    line_not_matched: 'Cette ligne n’est pas rapprochée.',
    line_not_aside: 'Cette ligne n’est pas dans les autres opérations.',
    proposal_gone: 'Cette proposition n’est plus d’actualité : les factures ont changé depuis. Rechargez la page.',
    match_exceeds_line: ({ amount, wished }) =>
      `Vous affectez ${formatMoney(String(wished), 'fr')} alors que la ligne n’est que de ${formatMoney(String(amount), 'fr')}.`,
    difference_of_several_customers: 'Un écart s’explique sur les factures d’un seul client : rapprochez les autres à part.',
    difference_without_need: 'Les factures choisies sont déjà couvertes : retirez l’écart, ou augmentez ce qui est réglé.',
    hold_day_past: 'Choisissez un jour après aujourd’hui.',
    hold_day_far: 'Choisissez un jour dans l’année qui vient.',
    application_running: 'Ces rapprochements sont encore en cours : attendez leur fin pour les annuler.',
    line_not_on_hold: 'Cette ligne n’est pas en attente.',
    question_open: 'Une question attend déjà sa réponse sur cette ligne : reprenez la ligne pour en poser une autre.',
    question_closed: 'Cette question n’attend plus de réponse : la ligne a été reprise ou traitée.',
    question_to_oneself: 'Choisissez un collègue : cette question vous serait posée à vous-même.',
    colleague_unknown: 'Cette personne n’a pas accès à l’entreprise.',
    account_unreadable: ({ account }) =>
      `Compte : ${account ? `« ${account} » n’est pas un compte. Six` : 'six'} à huit chiffres attendus, de la classe 1 à 7, par exemple 627800.`,
    account_of_customers: ({ account }) =>
      `Compte : ${account} est un compte client. L’argent d’un client se rapproche de ses factures ou reste à son crédit.`,
    account_of_bank: ({ account }) =>
      `Compte : ${account} est la banque, où la ligne se trouve déjà. Entre vos comptes, choisissez 580000, virements internes.`,
    booking_part_not_positive: 'Montant : chaque partie est supérieure à zéro.',
    booking_parts_differ: ({ amount, total }) =>
      `Montant : les parties font ${formatMoney(String(total), 'fr')} alors que la ligne est de ${formatMoney(String(amount), 'fr')}.`,
    booking_in_future: 'Cette ligne est datée dans le futur : elle se comptabilise à partir de son jour.',
    rule_without_condition:
      'Mots du libellé : dites au moins un mot, le nom de l’autre partie ou un montant, sinon la règle prendrait tout.',
    rule_customer_pays_in: 'Sens : un client ne se reconnaît que sur de l’argent reçu.',
    rule_amount_below_zero: 'Montant : il se donne sans signe, pour l’argent reçu comme pour les sorties.',
    rule_amounts_crossed: 'Montant maximal : il est inférieur au montant minimal.',
    rule_parts_without_rest: 'Parties : une seule, et une seulement, prend le reste de la ligne, sans montant ni pourcentage.',
    rule_changed_elsewhere: 'Cette règle a été modifiée entre-temps : rechargez la page.',
    rule_switched_off: 'Cette règle est désactivée : activez-la d’abord.',
    rules_too_many: ({ most }) => `${most} règles au plus : supprimez celles qui ne servent plus.`,
    application_already_undone: 'Cette application est déjà annulée.',
    match_without_customer: 'Choisissez une facture, ou le client qui garde ce montant à son crédit.',
  },
  en: {
    line_not_waiting: ({ state }) => `This line is ${statesEn[String(state)] ?? 'done'}: reload the page.`,
    line_is_money_out: 'This line is money out: it settles no invoice.',
    line_is_money_in: 'This line is money in: it is neither a return nor a refund.',
    return_of_other_amount: 'The payment chosen is not of this line’s amount.',
    payment_returned_since: 'This payment was returned since: undo the match of the returning line first.',
    line_not_matched: 'This line is not matched.',
    line_not_aside: 'This line is not in other operations.',
    proposal_gone: 'This proposal no longer holds: the invoices have changed since. Reload the page.',
    match_exceeds_line: ({ amount, wished }) =>
      `You allocate ${formatMoney(String(wished), 'en')} while the line is only ${formatMoney(String(amount), 'en')}.`,
    difference_of_several_customers: 'A difference is explained on invoices of one customer: match the others apart.',
    difference_without_need: 'The invoices chosen are covered already: remove the difference, or raise what is paid.',
    hold_day_past: 'Choose a day after today.',
    hold_day_far: 'Choose a day within the next year.',
    application_running: 'These matches are still being applied: wait for the end to undo them.',
    line_not_on_hold: 'This line is not on hold.',
    question_open: 'A question already waits for its answer on this line: take the line back to ask another.',
    question_closed: 'This question no longer waits for an answer: the line was taken back or dealt with.',
    question_to_oneself: 'Choose a colleague: this question would be put to yourself.',
    colleague_unknown: 'This person has no access to the company.',
    account_unreadable: ({ account }) =>
      `Account: ${account ? `“${account}” is no account. Six` : 'six'} to eight digits expected, of class 1 to 7, for example 627800.`,
    account_of_customers: ({ account }) =>
      `Account: ${account} is a customer’s account. Money of a customer is matched with their invoices or kept as their credit.`,
    account_of_bank: ({ account }) =>
      `Account: ${account} is the bank, where the line already is. Between your accounts, choose 580000, own transfers.`,
    booking_part_not_positive: 'Amount: each part is above zero.',
    booking_parts_differ: ({ amount, total }) =>
      `Amount: the parts make ${formatMoney(String(total), 'en')} while the line is ${formatMoney(String(amount), 'en')}.`,
    booking_in_future: 'This line is dated in the future: it can be booked from its day on.',
    rule_without_condition:
      'Words of the label: give at least a word, the name of the other side or an amount, or the rule would take everything.',
    rule_customer_pays_in: 'Direction: a customer is recognised on money in only.',
    rule_amount_below_zero: 'Amount: it is given without a sign, for money in as for money out.',
    rule_amounts_crossed: 'Highest amount: it is below the lowest amount.',
    rule_parts_without_rest: 'Parts: exactly one takes the rest of the line, without amount or percentage.',
    rule_changed_elsewhere: 'This rule was changed in the meantime: reload the page.',
    rule_switched_off: 'This rule is switched off: switch it on first.',
    rules_too_many: ({ most }) => `At most ${most} rules: delete those that no longer serve.`,
    application_already_undone: 'This application is already undone.',
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
    until: 'Jusqu’au',
    question: 'Question',
    askedOf: 'Collègue',
    questionId: 'Question',
    answer: 'Réponse',
    applicationId: 'Application',
    parts: 'Parties',
    account: 'Compte',
    vatRate: 'TVA',
    share: 'Pourcentage',
    ruleId: 'Règle',
    words: 'Mots du libellé',
    counterparty: 'Autre partie',
    direction: 'Sens',
    least: 'Montant minimal',
    most: 'Montant maximal',
    action: 'Ce que fait la règle',
    active: 'Activation',
    towards: 'Déplacement',
  },
  en: {
    lineId: 'Line',
    shares: 'Invoices',
    differences: 'Payment difference',
    proposalId: 'Proposal',
    paymentId: 'Payment',
    customerId: 'Customer',
    automatic: 'Automatic matching',
    until: 'Until',
    question: 'Question',
    askedOf: 'Colleague',
    questionId: 'Question',
    answer: 'Answer',
    applicationId: 'Application',
    parts: 'Parts',
    account: 'Account',
    vatRate: 'VAT',
    share: 'Percentage',
    ruleId: 'Rule',
    words: 'Words of the label',
    counterparty: 'Other side',
    direction: 'Direction',
    least: 'Lowest amount',
    most: 'Highest amount',
    action: 'What the rule does',
    active: 'Switch',
    towards: 'Move',
  },
}

/** Why the payment of an undone match was reversed, as the books say it. */
export const undoReason = { fr: 'rapprochement annulé', en: 'match undone' }

/** Why a payment that the bank took back no longer counts. */
export const returnReason = { fr: 'rejeté par la banque', en: 'returned by the bank' }
const mailFr = {
  subject: (name: string, amount: string) => `Question de ${name} sur un virement de ${amount}`,
  asks: (name: string, amount: string) => `${name} vous demande ce que vous savez d’un virement de ${amount} :`,
  bookedOn: 'Date',
  payer: 'Payeur',
  label: 'Libellé',
  answer: 'Répondre',
}
const mailEn: typeof mailFr = {
  subject: (name, amount) => `Question from ${name} about a transfer of ${amount}`,
  asks: (name, amount) => `${name} asks what you know of a transfer of ${amount}:`,
  bookedOn: 'Date',
  payer: 'Payer',
  label: 'Label',
  answer: 'Answer',
}
export const questionMailTexts: Texts<typeof mailFr> = { fr: mailFr, en: mailEn }

/** Why a certain match was not applied with the others, or not undone. */
const reasonsFr: Readonly<Record<string, string>> = {
  line_done: 'déjà traitée entre-temps',
  line_busy: 'quelqu’un travaille sur cette ligne en ce moment',
  line_undone: 'déjà annulée une fois : elle attend votre décision',
  line_on_hold: 'mise en attente',
  line_later: 'datée d’après aujourd’hui',
  no_longer_certain: 'n’est plus certaine : les factures ont changé depuis',
  customer_busy: 'un paiement de ce client est enregistré en ce moment',
  changed_since: 'modifiée depuis : elle reste rapprochée',
}
const reasonsEn: Readonly<Record<string, string>> = {
  line_done: 'dealt with in the meantime',
  line_busy: 'somebody works on this line at the moment',
  line_undone: 'undone once already: it waits for your decision',
  line_on_hold: 'put on hold',
  line_later: 'dated after today',
  no_longer_certain: 'no longer certain: the invoices have changed since',
  customer_busy: 'a payment of this customer is being recorded at the moment',
  changed_since: 'changed since: it stays matched',
}
export const applicationTexts: Texts<Readonly<Record<string, string>>> = { fr: reasonsFr, en: reasonsEn }
