/** What happened, as a sentence of the timeline: the same words as on the button that did it. */
import { type Locale, plural, type Texts } from '#core/text'
import { type EventFacts, type Facts, reader } from './rules/event-facts.ts'

type Sentences = Readonly<Record<string, (facts: Facts) => string>>

const document = {
  fr: (facts: Facts) => (facts.is('kind', 'credit_note') ? 'Avoir' : 'Facture'),
  en: (facts: Facts) => (facts.is('kind', 'credit_note') ? 'Credit note' : 'Invoice'),
}
const feminine = (facts: Facts): string => (facts.is('kind', 'credit_note') ? '' : 'e')
const roles: Texts<Readonly<Record<string, string>>> = {
  fr: { owner: 'propriétaire', bookkeeper: 'comptable', reader: 'lecture seule' },
  en: { owner: 'owner', bookkeeper: 'bookkeeper', reader: 'read only' },
}
const role = (facts: Facts, key: string, locale: Locale): string => roles[locale][facts.text(key)] ?? facts.text(key)
const methods: Texts<Readonly<Record<string, string>>> = {
  fr: { transfer: 'par virement', cheque: 'par chèque', card: 'par carte', cash: 'en espèces', direct_debit: 'par prélèvement' },
  en: { transfer: 'by bank transfer', cheque: 'by cheque', card: 'by card', cash: 'in cash', direct_debit: 'by direct debit' },
}
const method = (facts: Facts, locale: Locale): string => {
  const words = methods[locale][facts.text('method')]
  return words === undefined ? '' : ` ${words}`
}
/** Money given back is a payment below zero. */
const isRefund = (facts: Facts): boolean => facts.text('amountCents').startsWith('-')
const givenBack = (facts: Facts): string => facts.money('amountCents').replace(/^[-−]\s?|(?<=€)[-−]/, '')

/** No mail server was set on that day. Older events do not say: they were told as sent. */
const isKept = (facts: Facts): boolean => facts.is('leaves', false)
const because = (facts: Facts, locale: Locale): string => {
  const reason = facts.text('reason')
  return reason === '' ? '' : locale === 'fr' ? ` : ${reason}` : `: ${reason}`
}

const ruleChanges: Texts<Readonly<Record<string, string>>> = {
  fr: { edited: 'modifiée', moved: 'déplacée', switched_on: 'activée', switched_off: 'désactivée' },
  en: { edited: 'changed', moved: 'moved', switched_on: 'switched on', switched_off: 'switched off' },
}

const fr: Sentences = {
  'invoice.issued': (facts) => `${document.fr(facts)} ${facts.text('number')} émis${feminine(facts)}, ${facts.money('totalCents')}`,
  'invoice.draft_deleted': (facts) => (facts.is('kind', 'credit_note') ? 'Brouillon d’avoir supprimé' : 'Brouillon de facture supprimé'),
  'invoice.viewed': (facts) => `Facture ${facts.text('number')} consultée par le client`,
  'invoice.send_wished': (facts) =>
    `Envoi de ${facts.is('kind', 'credit_note') ? 'l’avoir' : 'la facture'} ${facts.text('number')} demandé`,
  'invoice.sent': (facts) =>
    isKept(facts)
      ? `Document ${facts.text('number')} pour ${facts.list('to')} gardé dans Courrier, non envoyé : aucun serveur d’envoi`
      : `Document ${facts.text('number')} envoyé à ${facts.list('to')}`,
  'invoice.settled': (facts) => `Facture ${facts.text('number')} réglée le ${facts.day('settledOn')}`,
  'payment.recorded': (facts) =>
    isRefund(facts)
      ? `Remboursement de ${givenBack(facts)} le ${facts.day('paidOn')}`
      : `Paiement de ${facts.money('amountCents')} reçu${method(facts, 'fr')} le ${facts.day('paidOn')}`,
  'payment.reversed': (facts) =>
    `${isRefund(facts) ? `Remboursement de ${givenBack(facts)}` : `Paiement de ${facts.money('amountCents')}`} annulé le ${facts.day('reversedOn')}${because(facts, 'fr')}`,
  'payment.collected': (facts) => `Paiement de ${facts.money('amountCents')} encaissé en banque le ${facts.day('on')}`,
  'payment.uncollected': (facts) => `Encaissement en banque d’un paiement de ${facts.money('amountCents')} annulé`,
  'allocation.made': (facts) => `${facts.money('amountCents')} affectés à la facture ${facts.text('invoiceNumber')}`,
  'allocation.undone': (facts) => `Affectation de ${facts.money('amountCents')} à la facture ${facts.text('invoiceNumber')} annulée`,
  'reminder.sent': (facts) =>
    isKept(facts)
      ? `Relance de la facture ${facts.text('number')} pour ${facts.list('to')} gardée dans Courrier, non envoyée : aucun serveur d’envoi`
      : `Relance de la facture ${facts.text('number')} envoyée à ${facts.list('to')}, ${facts.money('openCents')} en retard`,
  'reminder.to_post': (facts) => `Relance de la facture ${facts.text('number')} à envoyer par courrier`,
  'statement.imported': (facts) =>
    `Relevé ${facts.text('fileName')} importé, ${facts.text('newLines')} ${plural('fr', facts.count('newLines'), 'ligne nouvelle', 'lignes nouvelles')}`,
  'statement.withdrawn': (facts) =>
    `Relevé ${facts.text('fileName')} retiré, avec ${facts.text('lines')} ${plural('fr', facts.count('lines'), 'ligne', 'lignes')}`,
  'line.matched': (facts) =>
    `Ligne bancaire de ${facts.money('amountCents')} rapprochée${facts.is('origin', 'automatic') ? ' automatiquement' : ''}`,
  'line.unmatched': (facts) => `Rapprochement d’une ligne bancaire de ${facts.money('amountCents')} annulé`,
  'line.held': (facts) => `Ligne bancaire de ${facts.money('amountCents')} mise en attente jusqu’au ${facts.day('until')}`,
  'line.released': (facts) => `Ligne bancaire de ${facts.money('amountCents')} reprise`,
  'question.asked': (facts) =>
    `Question posée${facts.text('askedOf') === '' ? '' : ` à ${facts.text('askedOf')}`} sur une ligne bancaire de ${facts.money('amountCents')}`,
  'question.answered': (facts) => `Réponse donnée sur une ligne bancaire de ${facts.money('amountCents')}`,
  'certain.applied': (facts) =>
    `${facts.text('count')} ${plural('fr', facts.count('count'), 'rapprochement certain appliqué', 'rapprochements certains appliqués')}`,
  'certain.undone': (facts) =>
    `${facts.text('count')} ${plural('fr', facts.count('count'), 'rapprochement certain annulé', 'rapprochements certains annulés')} d’un coup`,
  'line.booked': (facts) =>
    `Ligne bancaire de ${facts.money('amountCents')} comptabilisée${facts.is('origin', 'automatic') ? ' automatiquement' : ''}`,
  'line.brought_back': (facts) => `Ligne bancaire de ${facts.money('amountCents')} remise à traiter, écriture annulée`,
  'rule.made': (facts) => `Règle « ${facts.text('name')} » créée`,
  'rule.changed': (facts) => `Règle « ${facts.text('name')} » ${ruleChanges.fr[facts.text('change')] ?? 'modifiée'}`,
  'rule.deleted': (facts) => `Règle « ${facts.text('name')} » supprimée`,
  'rule.applied': (facts) =>
    `Règle « ${facts.text('name')} » appliquée à ${facts.text('lines')} ${plural('fr', facts.count('lines'), 'ligne', 'lignes')}`,
  'rule.application_undone': (facts) =>
    `Application de la règle « ${facts.text('name')} » annulée, ${facts.text('lines')} ${plural('fr', facts.count('lines'), 'ligne remise', 'lignes remises')} à traiter`,
  'customer.created': (facts) => `Client ${facts.text('code')} créé`,
  'customer.changed': () => 'Coordonnées modifiées',
  'customer.archived': () => 'Client archivé',
  'customer.restored': () => 'Client repris des archives',
  'item.created': (facts) => `Article « ${facts.text('name')} » créé`,
  'item.changed': (facts) => `Article « ${facts.text('name')} » modifié`,
  'item.archived': (facts) => `Article « ${facts.text('name')} » archivé`,
  'item.restored': (facts) => `Article « ${facts.text('name')} » repris des archives`,
  'company.founded': (facts) => `Entreprise ${facts.text('name')} créée`,
  'company.changed': () => 'Identité de l’entreprise modifiée',
  'company.look_changed': (facts) =>
    facts.is('logo', 'given') ? 'Logo remplacé' : facts.is('logo', 'removed') ? 'Logo retiré' : 'Apparence des documents modifiée',
  'company.payment_details_changed': (facts) =>
    facts.is('ibanChanged', true) ? 'Compte bancaire et conditions de paiement modifiés' : 'Conditions de paiement modifiées',
  'company.onboarding_finished': () => 'Prise en main terminée',
  'person.invited': (facts) => `${facts.text('email')} invité(e), ${role(facts, 'role', 'fr')}`,
  'invitation.revoked': (facts) => `Invitation de ${facts.text('email')} retirée`,
  'person.joined': (facts) => `${facts.text('name')} a rejoint l’entreprise, ${role(facts, 'role', 'fr')}`,
  'person.role_changed': (facts) => `Rôle de ${facts.text('name')} : ${role(facts, 'from', 'fr')} → ${role(facts, 'to', 'fr')}`,
  'person.removed': (facts) => `Accès de ${facts.text('name')} retiré`,
  'api_key.created': (facts) => `Clé d’API « ${facts.text('name')} » créée`,
  'api_key.revoked': (facts) => `Clé d’API « ${facts.text('name')} » révoquée`,
}

const en: Sentences = {
  'invoice.issued': (facts) => `${document.en(facts)} ${facts.text('number')} issued, ${facts.money('totalCents')}`,
  'invoice.draft_deleted': (facts) => (facts.is('kind', 'credit_note') ? 'Draft credit note deleted' : 'Draft invoice deleted'),
  'invoice.viewed': (facts) => `Invoice ${facts.text('number')} viewed by the customer`,
  'invoice.send_wished': (facts) =>
    `Sending of ${facts.is('kind', 'credit_note') ? 'credit note' : 'invoice'} ${facts.text('number')} requested`,
  'invoice.sent': (facts) =>
    isKept(facts)
      ? `Document ${facts.text('number')} for ${facts.list('to')} kept in Mail, not sent: no mail server`
      : `Document ${facts.text('number')} sent to ${facts.list('to')}`,
  'invoice.settled': (facts) => `Invoice ${facts.text('number')} paid on ${facts.day('settledOn')}`,
  'payment.recorded': (facts) =>
    isRefund(facts)
      ? `Refund of ${givenBack(facts)} on ${facts.day('paidOn')}`
      : `Payment of ${facts.money('amountCents')} received${method(facts, 'en')} on ${facts.day('paidOn')}`,
  'payment.reversed': (facts) =>
    `${isRefund(facts) ? `Refund of ${givenBack(facts)}` : `Payment of ${facts.money('amountCents')}`} reversed on ${facts.day('reversedOn')}${because(facts, 'en')}`,
  'payment.collected': (facts) => `Payment of ${facts.money('amountCents')} reached the account on ${facts.day('on')}`,
  'payment.uncollected': (facts) => `Payment of ${facts.money('amountCents')} parted from its bank line`,
  'allocation.made': (facts) => `${facts.money('amountCents')} allocated to invoice ${facts.text('invoiceNumber')}`,
  'allocation.undone': (facts) => `Allocation of ${facts.money('amountCents')} to invoice ${facts.text('invoiceNumber')} undone`,
  'reminder.sent': (facts) =>
    isKept(facts)
      ? `Reminder of invoice ${facts.text('number')} for ${facts.list('to')} kept in Mail, not sent: no mail server`
      : `Reminder of invoice ${facts.text('number')} sent to ${facts.list('to')}, ${facts.money('openCents')} late`,
  'reminder.to_post': (facts) => `Reminder of invoice ${facts.text('number')} to be posted`,
  'statement.imported': (facts) =>
    `Statement ${facts.text('fileName')} imported, ${facts.text('newLines')} new ${plural('en', facts.count('newLines'), 'line', 'lines')}`,
  'statement.withdrawn': (facts) =>
    `Statement ${facts.text('fileName')} taken back, with ${facts.text('lines')} ${plural('en', facts.count('lines'), 'line', 'lines')}`,
  'line.matched': (facts) => `Bank line of ${facts.money('amountCents')} matched${facts.is('origin', 'automatic') ? ' automatically' : ''}`,
  'line.unmatched': (facts) => `Match of a bank line of ${facts.money('amountCents')} undone`,
  'line.held': (facts) => `Bank line of ${facts.money('amountCents')} put on hold until ${facts.day('until')}`,
  'line.released': (facts) => `Bank line of ${facts.money('amountCents')} taken back`,
  'question.asked': (facts) =>
    `Question put${facts.text('askedOf') === '' ? '' : ` to ${facts.text('askedOf')}`} about a bank line of ${facts.money('amountCents')}`,
  'question.answered': (facts) => `Answer given about a bank line of ${facts.money('amountCents')}`,
  'certain.applied': (facts) => `${facts.text('count')} certain ${plural('en', facts.count('count'), 'match', 'matches')} applied`,
  'certain.undone': (facts) => `${facts.text('count')} certain ${plural('en', facts.count('count'), 'match', 'matches')} undone in one go`,
  'line.booked': (facts) => `Bank line of ${facts.money('amountCents')} booked${facts.is('origin', 'automatic') ? ' automatically' : ''}`,
  'line.brought_back': (facts) => `Bank line of ${facts.money('amountCents')} brought back, its entry reversed`,
  'rule.made': (facts) => `Rule “${facts.text('name')}” created`,
  'rule.changed': (facts) => `Rule “${facts.text('name')}” ${ruleChanges.en[facts.text('change')] ?? 'changed'}`,
  'rule.deleted': (facts) => `Rule “${facts.text('name')}” deleted`,
  'rule.applied': (facts) =>
    `Rule “${facts.text('name')}” applied to ${facts.text('lines')} ${plural('en', facts.count('lines'), 'line', 'lines')}`,
  'rule.application_undone': (facts) =>
    `Application of rule “${facts.text('name')}” undone, ${facts.text('lines')} ${plural('en', facts.count('lines'), 'line', 'lines')} brought back`,
  'customer.created': (facts) => `Customer ${facts.text('code')} created`,
  'customer.changed': () => 'Contact details changed',
  'customer.archived': () => 'Customer archived',
  'customer.restored': () => 'Customer taken back from the archive',
  'item.created': (facts) => `Item “${facts.text('name')}” created`,
  'item.changed': (facts) => `Item “${facts.text('name')}” changed`,
  'item.archived': (facts) => `Item “${facts.text('name')}” archived`,
  'item.restored': (facts) => `Item “${facts.text('name')}” taken back from the archive`,
  'company.founded': (facts) => `Company ${facts.text('name')} created`,
  'company.changed': () => 'Company identity changed',
  'company.look_changed': (facts) =>
    facts.is('logo', 'given') ? 'Logo replaced' : facts.is('logo', 'removed') ? 'Logo removed' : 'Look of documents changed',
  'company.payment_details_changed': (facts) =>
    facts.is('ibanChanged', true) ? 'Bank account and payment terms changed' : 'Payment terms changed',
  'company.onboarding_finished': () => 'Guided start finished',
  'person.invited': (facts) => `${facts.text('email')} invited, ${role(facts, 'role', 'en')}`,
  'invitation.revoked': (facts) => `Invitation of ${facts.text('email')} withdrawn`,
  'person.joined': (facts) => `${facts.text('name')} joined the company, ${role(facts, 'role', 'en')}`,
  'person.role_changed': (facts) => `Role of ${facts.text('name')}: ${role(facts, 'from', 'en')} → ${role(facts, 'to', 'en')}`,
  'person.removed': (facts) => `Access of ${facts.text('name')} removed`,
  'api_key.created': (facts) => `API key “${facts.text('name')}” created`,
  'api_key.revoked': (facts) => `API key “${facts.text('name')}” revoked`,
}

const SENTENCES: Texts<Sentences> = { fr, en }

/** An event of a newer program than this one is told by its name rather than hidden. */
export function eventSentence(name: string, facts: EventFacts, locale: Locale): string {
  return SENTENCES[locale][name]?.(reader(facts, locale)) ?? name
}

export const toldEvents = (locale: Locale): readonly string[] => Object.keys(SENTENCES[locale])

const actors: Texts<{ system: string; link: string; key: (name: string) => string }> = {
  fr: { system: 'Encours', link: 'Le client', key: (name) => `Clé d’API « ${name} »` },
  en: { system: 'Encours', link: 'The customer', key: (name) => `API key “${name}”` },
}

/** Who did it: a person by name, a program by its key, ourselves for what happens by itself. */
export function actorName(actor: { readonly kind: string; readonly name: string }, locale: Locale): string {
  if (actor.kind === 'person') return actor.name
  if (actor.kind === 'api-key') return actors[locale].key(actor.name)
  return actor.kind === 'link' ? actors[locale].link : actors[locale].system
}
