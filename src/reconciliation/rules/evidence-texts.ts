/** The reasons of a match in words, for every screen that shows one: payments, invoices, the bank page. */
import { formatDay, formatMoney, type Locale, plural } from '#core/text'

type Facts = Readonly<Record<string, string | number>>
type Sentence = (facts: Facts) => string

const methods: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  fr: { transfer: 'virement', cheque: 'chèque', card: 'carte', cash: 'espèces', direct_debit: 'prélèvement', other: 'autre' },
  en: { transfer: 'transfer', cheque: 'cheque', card: 'card', cash: 'cash', direct_debit: 'direct debit', other: 'other' },
}
const method = (facts: Facts, locale: Locale): string => methods[locale][String(facts['method'])] ?? String(facts['method'])
const money = (value: string | number | undefined, locale: Locale): string => formatMoney(String(value ?? '0'), locale)
const day = (value: string | number | undefined, locale: Locale): string => formatDay(String(value), locale)

const fr: Readonly<Record<string, Sentence>> = {
  number_found_once: ({ number }) => `numéro ${number} trouvé une seule fois`,
  reference_equal: ({ number }) => `référence structurée égale au numéro ${number}`,
  numbers_found: ({ count, numbers }) => `${count} numéros trouvés : ${numbers}`,
  other_number: ({ number }) => `un autre numéro est cité, qui n’est pas à encaisser : ${number}`,
  number_ambiguous: () => 'le numéro écrit peut être celui de plusieurs factures',
  amount_equal: () => 'montant égal au reste dû',
  amount_equals_sum: ({ count }) => `montant égal à la somme de ces ${count} factures`,
  amount_equals_instalment: ({ dueOn }) => `montant égal à l’échéance du ${day(dueOn, 'fr')}`,
  amount_below: ({ left }) => `il restera ${money(left, 'fr')} à encaisser`,
  amount_above: ({ rest }) => `${money(rest, 'fr')} de trop, gardés au crédit du client`,
  iban_seen: ({ name, times }) => `compte bancaire déjà vu ${times} fois pour ${name || 'ce client'}`,
  alias_seen: ({ alias, name, times }) => `« ${alias} » déjà vu ${times} fois pour ${name || 'ce client'}`,
  mark_shared: ({ name }) => `ce payeur a déjà réglé pour ${name || 'ce client'}, et pour d’autres`,
  name_recognised: ({ name }) => `nom reconnu : ${name}`,
  name_of_several: ({ name }) => `plusieurs clients portent ce nom, dont ${name}`,
  amount_equal_to_one: () => 'seule facture de ce client à ce montant',
  amount_equal_to_several: ({ count }) => `${count} factures de ce client ont ce montant\u00a0: la plus ancienne d’abord`,
  amount_equals_all_due: ({ count }) => `montant égal à tout ce qui est échu (${count} factures)`,
  amount_equals_all_open: ({ count }) => `montant égal à tout ce qui est dû (${count} factures)`,
  amount_equals_some: ({ count }) => `seules ces ${count} factures donnent ce total`,
  amount_equals_some_of_many: ({ count }) => `ces ${count} factures donnent ce total, d’autres aussi`,
  amount_less_credit: ({ count, credit, references }) =>
    `montant égal à ${Number(count) > 1 ? `ces ${count} factures` : 'cette facture'} moins ${money(credit, 'fr')} à son crédit${references ? ` (${references})` : ''}`,
  late_as_usual: ({ days }) => `${days} ${plural('fr', Number(days), 'jour', 'jours')} après l’échéance, comme d’habitude pour ce client`,
  on_time_as_usual: () => 'à l’échéance ou avant, comme d’habitude pour ce client',
  amount_unique: () => 'seule facture ouverte de ce montant, tous clients confondus',
  amount_of_several: ({ count }) => `${count} factures ouvertes ont ce montant, tous clients confondus`,
  amount_a_little_below: ({ left }) => `il manque ${money(left, 'fr')}, comme des frais de banque ou un arrondi`,
  amount_a_little_above: ({ rest }) => `${money(rest, 'fr')} de plus, comme un arrondi`,
  kept_as_credit: () => 'à garder au crédit du client en attendant sa facture',
  oldest_first: () => 'aucun montant ne correspond : les plus anciennes d’abord',
  nothing_open: () => 'rien à encaisser chez ce client : le montant restera à son crédit',
  already_typed: (facts) => `déjà saisi le ${day(facts['paidOn'], 'fr')} : ${method(facts, 'fr')} de ${money(facts['amount'], 'fr')}`,
  bank_says_returned: () => 'libellé de rejet ou d’impayé',
  same_end_to_end: ({ reference }) => `même référence de bout en bout : ${reference}`,
  pays_number: ({ number }) => `réglait la facture ${number}, citée ici`,
  same_account: () => 'même compte bancaire que le paiement',
  payment_of: (facts) => `paiement de ${money(facts['amount'], 'fr')} reçu le ${day(facts['paidOn'], 'fr')}`,
  credit_equal: () => 'montant égal à son crédit',
  credit_enough: ({ credit }) => `il a ${money(credit, 'fr')} à son crédit`,
  paid_out: ({ count, fee }) => `${count} paiements par carte, moins ${money(fee, 'fr')} de commission`,
  amounts_by_hand: () => 'montants corrigés à la main',
  was_on_hold: (facts) => `la ligne était en attente jusqu’au ${day(facts['until'], 'fr')}`,
  was_asked: () => 'la ligne attendait la réponse à une question',
  by_hand: ({ name }) => (name ? `rapproché à la main par ${name}` : 'rapproché à la main'),
  booked_by_hand: ({ name }) => (name ? `comptabilisé par ${name}` : 'comptabilisé à la main'),
  own_account: ({ name }) => `le compte cité est le vôtre : ${name}`,
  opposite_line: (facts) => `même montant en sens inverse sur ${facts['name']} le ${day(facts['bookedOn'], 'fr')}`,
  opposite_lines_several: ({ count }) => `${count} lignes ont ce montant en sens inverse : la plus proche est proposée`,
  rule_fits: ({ name }) => `règle « ${name} »`,
  rule_oldest_first: () => 'les factures les plus anciennes d’abord',
}

const en: typeof fr = {
  number_found_once: ({ number }) => `number ${number} found once`,
  reference_equal: ({ number }) => `structured reference equal to number ${number}`,
  numbers_found: ({ count, numbers }) => `${count} numbers found: ${numbers}`,
  other_number: ({ number }) => `another number is quoted, on which nothing is due: ${number}`,
  number_ambiguous: () => 'the number written could be that of several invoices',
  amount_equal: () => 'amount equal to what is due',
  amount_equals_sum: ({ count }) => `amount equal to the sum of these ${count} invoices`,
  amount_equals_instalment: ({ dueOn }) => `amount equal to the instalment of ${day(dueOn, 'en')}`,
  amount_below: ({ left }) => `${money(left, 'en')} will be left to collect`,
  amount_above: ({ rest }) => `${money(rest, 'en')} too much, kept as the customer’s credit`,
  iban_seen: ({ name, times }) =>
    `bank account seen ${times} ${plural('en', Number(times), 'time', 'times')} with ${name || 'this customer'}`,
  alias_seen: ({ alias, name, times }) =>
    `“${alias}” seen ${times} ${plural('en', Number(times), 'time', 'times')} with ${name || 'this customer'}`,
  mark_shared: ({ name }) => `this payer paid for ${name || 'this customer'} before, and for others`,
  name_recognised: ({ name }) => `name recognised: ${name}`,
  name_of_several: ({ name }) => `several customers have this name, ${name} among them`,
  amount_equal_to_one: () => 'only invoice of this customer with this amount',
  amount_equal_to_several: ({ count }) => `${count} invoices of this customer have this amount: the oldest first`,
  amount_equals_all_due: ({ count }) => `amount equal to all that is overdue (${count} invoices)`,
  amount_equals_all_open: ({ count }) => `amount equal to all that is owed (${count} invoices)`,
  amount_equals_some: ({ count }) => `only these ${count} invoices make this total`,
  amount_equals_some_of_many: ({ count }) => `these ${count} invoices make this total, others do too`,
  amount_less_credit: ({ count, credit, references }) =>
    `amount equal to ${Number(count) > 1 ? `these ${count} invoices` : 'this invoice'} less ${money(credit, 'en')} of credit${references ? ` (${references})` : ''}`,
  late_as_usual: ({ days }) => `${days} ${plural('en', Number(days), 'day', 'days')} after the due date, as usual for this customer`,
  on_time_as_usual: () => 'on the due date or before, as usual for this customer',
  amount_unique: () => 'only open invoice with this amount, all customers together',
  amount_of_several: ({ count }) => `${count} open invoices have this amount, all customers together`,
  amount_a_little_below: ({ left }) => `${money(left, 'en')} missing, like a bank fee or a rounding`,
  amount_a_little_above: ({ rest }) => `${money(rest, 'en')} more, like a rounding`,
  kept_as_credit: () => 'to keep as the customer’s credit until its invoice',
  oldest_first: () => 'no amount fits: the oldest first',
  nothing_open: () => 'nothing to collect from this customer: the amount stays as their credit',
  already_typed: (facts) => `already entered on ${day(facts['paidOn'], 'en')}: ${method(facts, 'en')} of ${money(facts['amount'], 'en')}`,
  bank_says_returned: () => 'the label says that it is returned or unpaid',
  same_end_to_end: ({ reference }) => `same end-to-end reference: ${reference}`,
  pays_number: ({ number }) => `settled invoice ${number}, quoted here`,
  same_account: () => 'same bank account as the payment',
  payment_of: (facts) => `payment of ${money(facts['amount'], 'en')} received on ${day(facts['paidOn'], 'en')}`,
  credit_equal: () => 'amount equal to their credit',
  credit_enough: ({ credit }) => `they have ${money(credit, 'en')} of credit`,
  paid_out: ({ count, fee }) => `${count} card payments, less a fee of ${money(fee, 'en')}`,
  amounts_by_hand: () => 'amounts corrected by hand',
  was_on_hold: (facts) => `the line was on hold until ${day(facts['until'], 'en')}`,
  was_asked: () => 'the line was waiting for the answer to a question',
  by_hand: ({ name }) => (name ? `matched by hand by ${name}` : 'matched by hand'),
  booked_by_hand: ({ name }) => (name ? `booked by ${name}` : 'booked by hand'),
  own_account: ({ name }) => `the account named is yours: ${name}`,
  opposite_line: (facts) => `same amount the other way on ${facts['name']} on ${day(facts['bookedOn'], 'en')}`,
  opposite_lines_several: ({ count }) => `${count} lines have this amount the other way: the nearest is proposed`,
  rule_fits: ({ name }) => `rule “${name}”`,
  rule_oldest_first: () => 'the oldest invoices first',
}

const sentences: Readonly<Record<Locale, typeof fr>> = { fr, en }

/** « numéro F2026-00412 trouvé une seule fois » */
export function evidenceSentence({ code, facts }: { readonly code: string; readonly facts: Facts }, locale: Locale): string {
  return sentences[locale][code]?.(facts) ?? code
}
