import { plural, type Texts } from '#core/text'
import type { RefusalTexts } from '#platform/problems'

export const refusals = {
  fr: { mail_not_failed: 'Ce message n’a pas échoué : il n’y a rien à renvoyer.' },
  en: { mail_not_failed: 'This message did not fail: there is nothing to send again.' },
} satisfies RefusalTexts

const fr = {
  title: 'Courrier',
  summary: 'Les messages envoyés à vos clients, tels qu’ils les ont reçus.',
  nothingLeaves: 'Aucun serveur d’envoi n’est réglé : les messages restent ici, rien n’a quitté cette machine.',
  nothingLeavesHow: 'Pour envoyer vraiment, donnez l’adresse du serveur dans SMTP_URL et redémarrez.',
  none: 'Aucun message pour l’instant. Validez et envoyez une facture : son message paraîtra ici.',
  noneFailed: 'Aucun message en échec.',
  all: 'Tous',
  subject: 'Objet',
  to: 'Destinataire',
  kind: 'Nature',
  state: 'État',
  at: 'Date',
  message: 'Message',
  attachments: 'Pièces jointes',
  attempts: (count: number) => `${count} ${plural('fr', count, 'essai', 'essais')}`,
  lastError: 'Réponse du serveur',
  resend: 'Renvoyer',
  resent: 'Le message est de nouveau en attente d’envoi.',
  states: { waiting: 'En attente', sent: 'Envoyé', kept: 'Gardé ici', failed: 'Échec' },
  kinds: { invoice: 'Facture', credit_note: 'Avoir', reminder: 'Relance', invitation: 'Invitation', question: 'Question' } as Record<
    string,
    string
  >,
}

const en: typeof fr = {
  title: 'Mail',
  summary: 'The messages sent to your customers, as they received them.',
  nothingLeaves: 'No mail server is set: messages stay here, nothing has left this machine.',
  nothingLeavesHow: 'To send for real, give the server’s address in SMTP_URL and restart.',
  none: 'No message yet. Issue and send an invoice: its message will appear here.',
  noneFailed: 'No failed message.',
  all: 'All',
  subject: 'Subject',
  to: 'To',
  kind: 'Kind',
  state: 'State',
  at: 'Date',
  message: 'Message',
  attachments: 'Attachments',
  attempts: (count) => `${count} ${plural('en', count, 'attempt', 'attempts')}`,
  lastError: 'The server’s answer',
  resend: 'Send again',
  resent: 'The message waits to be sent again.',
  states: { waiting: 'Waiting', sent: 'Sent', kept: 'Kept here', failed: 'Failed' },
  kinds: { invoice: 'Invoice', credit_note: 'Credit note', reminder: 'Reminder', invitation: 'Invitation', question: 'Question' },
}

export const texts: Texts<typeof fr> = { fr, en }
