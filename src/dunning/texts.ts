import { formatMoney, plural, type Texts } from '#core/text'
import type { FieldNames, RefusalTexts } from '#platform/problems'

export const refusals = {
  fr: {
    dunning_nothing_late: (facts) => `${facts['customer'] ?? 'Ce client'} n’a rien en retard : il n’y a rien à relancer.`,
    dunning_money_unallocated: (facts) =>
      `${formatMoney(String(facts['unallocated']), 'fr')} de ce client ne sont affectés à aucune facture et couvrent ce qui est en retard : affectez-les avant de relancer.`,
    dunning_items_moving: 'Le compte de ce client est en train de changer : réessayez dans un instant.',
    dunning_letter_not_waiting: 'Ce courrier est déjà posté.',
  },
  en: {
    dunning_nothing_late: (facts) => `${facts['customer'] ?? 'This customer'} owes nothing late: there is nothing to remind of.`,
    dunning_money_unallocated: (facts) =>
      `${formatMoney(String(facts['unallocated']), 'en')} from this customer lies against no invoice and covers what is late: allocate it before reminding.`,
    dunning_items_moving: 'This customer’s account is changing at this moment: try again in a moment.',
    dunning_letter_not_waiting: 'This letter has been posted already.',
  },
} satisfies RefusalTexts

export const fields: FieldNames = {
  fr: { enabled: 'La règle', delayDays: 'Le délai en jours', customerId: 'Client' },
  en: { enabled: 'The rule', delayDays: 'The delay in days', customerId: 'Customer' },
}

const fr = {
  next: {
    on: (day: string, why: string) => `Prochaine relance le ${day}, ${why}.`,
    today: (why: string) => `Relance prévue aujourd’hui, ${why}.`,
    none: (why: string) => `Pas de relance à venir : ${why}.`,
    late: (dueOn: string, days: number) =>
      `parce que l’échéance du ${dueOn} est à relancer au bout de ${days} ${plural('fr', days, 'jour', 'jours')}`,
    reminded: (day: string) => `le client a été relancé le ${day}`,
    nothingOpen: 'rien ne reste à payer',
  },
  notToday: {
    rule_off: 'Aucune relance ne part : les relances automatiques sont arrêtées.',
    money_unallocated: (amount: string) =>
      `Aucune relance ne part : ${amount} de ce client ne sont affectés à aucune facture. Affectez-les d’abord.`,
    too_soon: (day: string, gap: number) =>
      `Pas aujourd’hui : ce client a été relancé le ${day}, et deux relances sont espacées d’au moins ${gap} jours.`,
    closed_day: 'Pas aujourd’hui : les relances partent les jours ouvrés.',
    closed_hour: 'Pas à cette heure : les relances partent entre 8 h et 20 h.',
    not_ripe: (day: string) => `Pas aujourd’hui : la relance est prévue à partir du ${day}.`,
  },
  preview: {
    nothing: (day: string) => `Aucune relance ne partirait le ${day}.`,
    some: (day: string, customers: number, invoices: number, total: string) =>
      `${customers} ${plural('fr', customers, 'relance partirait', 'relances partiraient')} le ${day}, à ${customers} ${plural('fr', customers, 'client', 'clients')}, pour ${invoices} ${plural('fr', invoices, 'facture', 'factures')} : ${total}.`,
    letters: (count: number) => ` Dont ${count} par courrier, faute d’adresse e-mail.`,
  },
  mail: {
    subject: (total: string, invoices: readonly string[]) =>
      invoices.length === 1
        ? `Rappel : facture ${invoices[0]}, ${total} à régler`
        : `Rappel : ${invoices.length} factures, ${total} à régler`,
    hello: 'Bonjour,',
    opening: (invoices: number): string =>
      invoices === 1
        ? 'Sauf erreur de notre part, nous n’avons pas encore reçu le règlement de la facture ci-dessous. Il s’agit peut-être d’un simple oubli.'
        : 'Sauf erreur de notre part, nous n’avons pas encore reçu le règlement des factures ci-dessous. Il s’agit peut-être d’un simple oubli.',
    toPay: 'Reste à régler',
    lateSince: (day: string) => `échu depuis le ${day}`,
    head: ['Facture', 'Échéance', 'Reste dû'],
    unallocated: (amount: string) => `Nous avons par ailleurs reçu ${amount} de votre part, qui viendront en déduction.`,
    links: 'Chaque numéro ouvre la facture, avec son PDF, nos coordonnées bancaires et le code QR de virement.',
    open: 'Voir la facture et la régler',
    iban: 'IBAN',
    bic: 'BIC',
    quote: 'Référence à rappeler',
    closing:
      'Si votre règlement est déjà parti, merci : ne tenez pas compte de ce message. En cas de difficulté ou de désaccord, répondez-nous simplement.',
    thanks: 'Bien à vous,',
  },
}

const en: typeof fr = {
  next: {
    on: (day, why) => `Next reminder on ${day}, ${why}.`,
    today: (why) => `Reminder planned today, ${why}.`,
    none: (why) => `No reminder to come: ${why}.`,
    late: (dueOn, days) => `because what fell due on ${dueOn} is reminded of after ${days} ${plural('en', days, 'day', 'days')}`,
    reminded: (day) => `the customer was reminded on ${day}`,
    nothingOpen: 'nothing is left to pay',
  },
  notToday: {
    rule_off: 'No reminder leaves: automatic reminders are switched off.',
    money_unallocated: (amount) => `No reminder leaves: ${amount} from this customer lies against no invoice. Allocate it first.`,
    too_soon: (day, gap) => `Not today: this customer was reminded on ${day}, and two reminders are at least ${gap} days apart.`,
    closed_day: 'Not today: reminders leave on working days.',
    closed_hour: 'Not at this hour: reminders leave between 8 am and 8 pm.',
    not_ripe: (day) => `Not today: the reminder is planned from ${day} on.`,
  },
  preview: {
    nothing: (day) => `No reminder would leave on ${day}.`,
    some: (day, customers, invoices, total) =>
      `${customers} ${plural('en', customers, 'reminder', 'reminders')} would leave on ${day}, to ${customers} ${plural('en', customers, 'customer', 'customers')}, about ${invoices} ${plural('en', invoices, 'invoice', 'invoices')}: ${total}.`,
    letters: (count) => ` ${count} of them by post, for want of an e-mail address.`,
  },
  mail: {
    subject: (total, invoices) =>
      invoices.length === 1
        ? `Reminder: invoice ${invoices[0]}, ${total} to pay`
        : `Reminder: ${invoices.length} invoices, ${total} to pay`,
    hello: 'Hello,',
    opening: (invoices) =>
      invoices === 1
        ? 'Unless we are mistaken, the invoice below has not been paid yet. It may simply have been overlooked.'
        : 'Unless we are mistaken, the invoices below have not been paid yet. They may simply have been overlooked.',
    toPay: 'Left to pay',
    lateSince: (day) => `due since ${day}`,
    head: ['Invoice', 'Due', 'Left to pay'],
    unallocated: (amount) => `We have also received ${amount} from you, which will be deducted.`,
    links: 'Each number opens the invoice, with its PDF, our bank details and the transfer QR code.',
    open: 'View and pay the invoice',
    iban: 'IBAN',
    bic: 'BIC',
    quote: 'Please quote',
    closing: 'If your payment is on its way, thank you: please ignore this message. If anything is unclear or wrong, simply reply to it.',
    thanks: 'Kind regards,',
  },
}

export const texts: Texts<typeof fr> = { fr, en }
