import { formatMoney } from '#core/text'
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
    line_not_matched: 'Cette ligne n’est pas rapprochée.',
    line_not_aside: 'Cette ligne n’est pas dans les autres opérations.',
    proposal_gone: 'Cette proposition n’est plus d’actualité : les factures ont changé depuis. Rechargez la page.',
    match_exceeds_line: ({ amount, wished }) =>
      `Vous affectez ${formatMoney(String(wished), 'fr')} alors que la ligne n’est que de ${formatMoney(String(amount), 'fr')}.`,
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
    line_not_matched: 'This line is not matched.',
    line_not_aside: 'This line is not in other operations.',
    proposal_gone: 'This proposal no longer holds: the invoices have changed since. Reload the page.',
    match_exceeds_line: ({ amount, wished }) =>
      `You allocate ${formatMoney(String(wished), 'en')} while the line is only ${formatMoney(String(amount), 'en')}.`,
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
    proposalId: 'Proposition',
    automatic: 'Rapprochement automatique',
    parts: 'Parties',
    account: 'Compte',
    vatRate: 'TVA',
    share: 'Pourcentage',
    ruleId: 'Règle',
    applicationId: 'Application',
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
    proposalId: 'Proposal',
    automatic: 'Automatic matching',
    parts: 'Parts',
    account: 'Account',
    vatRate: 'VAT',
    share: 'Percentage',
    ruleId: 'Rule',
    applicationId: 'Application',
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
