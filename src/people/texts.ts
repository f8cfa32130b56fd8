import type { Texts } from '#core/text'
import type { FieldNames, RefusalTexts } from '#platform/problems'

export const refusals = {
  fr: {
    person_required: 'Cette action demande une personne connectée : une clé d’API ne suffit pas.',
    sign_up_closed: 'L’inscription libre est close : demandez une invitation à un propriétaire de l’entreprise.',
    email_taken: 'Un compte existe déjà avec cette adresse : connectez-vous.',
    sign_in_refused: 'L’adresse e-mail ou le mot de passe ne convient pas.',
    too_many_attempts: ({ minutes }) => `Trop d’essais : réessayez dans ${minutes} min.`,
    password_too_short: ({ minimum }) => `Choisissez un mot de passe d’au moins ${minimum} caractères.`,
    password_is_email: 'Choisissez un mot de passe différent de votre adresse e-mail.',
    password_too_common: 'Ce mot de passe est parmi les premiers qu’on essaie : choisissez-en un autre, par exemple une phrase.',
    password_wrong: 'Le mot de passe actuel ne convient pas.',
    sign_in_link_unknown: 'Ce lien de connexion est inconnu : demandez-en un nouveau.',
    sign_in_link_used: 'Ce lien de connexion a déjà servi : demandez-en un nouveau.',
    sign_in_link_expired: 'Ce lien de connexion a expiré : demandez-en un nouveau.',
    invitation_unknown: 'Cette invitation est inconnue : demandez-en une nouvelle.',
    invitation_used: 'Cette invitation a déjà été acceptée.',
    invitation_revoked: 'Cette invitation a été retirée : demandez-en une nouvelle.',
    invitation_expired: 'Cette invitation a expiré : demandez-en une nouvelle.',
    invitation_for_other_email: 'Cette invitation est adressée à une autre adresse e-mail.',
    already_member: 'Cette personne a déjà accès à l’entreprise.',
    last_owner: ({ name }) => `${name} est le seul propriétaire : nommez d’abord un autre propriétaire.`,
  },
  en: {
    person_required: 'This action needs a person signed in: an API key is not enough.',
    sign_up_closed: 'Free sign-up is closed: ask an owner of the company for an invitation.',
    email_taken: 'An account already exists with this address: sign in.',
    sign_in_refused: 'The e-mail address or the password is not right.',
    too_many_attempts: ({ minutes }) => `Too many attempts: try again in ${minutes} min.`,
    password_too_short: ({ minimum }) => `Choose a password of at least ${minimum} characters.`,
    password_is_email: 'Choose a password other than your e-mail address.',
    password_too_common: 'This password is among the first to be tried: choose another, a sentence for example.',
    password_wrong: 'The current password is not right.',
    sign_in_link_unknown: 'This sign-in link is unknown: ask for a new one.',
    sign_in_link_used: 'This sign-in link has already been used: ask for a new one.',
    sign_in_link_expired: 'This sign-in link has expired: ask for a new one.',
    invitation_unknown: 'This invitation is unknown: ask for a new one.',
    invitation_used: 'This invitation has already been accepted.',
    invitation_revoked: 'This invitation was withdrawn: ask for a new one.',
    invitation_expired: 'This invitation has expired: ask for a new one.',
    invitation_for_other_email: 'This invitation is addressed to another e-mail address.',
    already_member: 'This person already has access to the company.',
    last_owner: ({ name }) => `${name} is the only owner: name another owner first.`,
  },
} satisfies RefusalTexts

export const fields: FieldNames = {
  fr: {
    sessionId: 'La session',
    invitationId: 'L’invitation',
    personId: 'La personne',
    apiKeyId: 'La clé',
    email: 'L’adresse e-mail',
    password: 'Le mot de passe',
    currentPassword: 'Le mot de passe actuel',
    newPassword: 'Le nouveau mot de passe',
    role: 'Le rôle',
    language: 'La langue',
    token: 'Le lien',
    invitation: 'L’invitation',
  },
  en: {
    sessionId: 'The session',
    invitationId: 'The invitation',
    personId: 'The person',
    apiKeyId: 'The key',
    email: 'The e-mail address',
    password: 'The password',
    currentPassword: 'The current password',
    newPassword: 'The new password',
    role: 'The role',
    language: 'The language',
    token: 'The link',
    invitation: 'The invitation',
  },
}

const fr = {
  mail: {
    invitation: {
      subject: (inviter: string, company: string) => `${inviter} vous invite dans ${company} sur Encours`,
      hello: 'Bonjour,',
      invites: (inviter: string, company: string) => `${inviter} vous invite à rejoindre ${company} sur Encours, son outil de facturation.`,
      may: {
        owner: 'Vous pourrez tout faire, y compris inviter d’autres personnes.',
        bookkeeper: 'Vous pourrez facturer, encaisser, rapprocher et exporter.',
        reader: 'Vous pourrez tout consulter, sans rien modifier.',
      },
      until: (day: string) => `L’invitation est valable jusqu’au ${day}.`,
      button: 'Rejoindre l’entreprise',
      notYou: 'Si vous ne connaissez pas cette personne, ignorez ce message : rien ne se passera.',
    },
  },
}

const en: typeof fr = {
  mail: {
    invitation: {
      subject: (inviter, company) => `${inviter} invites you to ${company} on Encours`,
      hello: 'Hello,',
      invites: (inviter, company) => `${inviter} invites you to join ${company} on Encours, its invoicing tool.`,
      may: {
        owner: 'You will be able to do everything, including inviting other people.',
        bookkeeper: 'You will be able to invoice, collect, reconcile and export.',
        reader: 'You will be able to see everything, without changing anything.',
      },
      until: (day) => `The invitation is valid until ${day}.`,
      button: 'Join the company',
      notYou: 'If you do not know this person, ignore this message: nothing will happen.',
    },
  },
}

export const peopleTexts: Texts<typeof fr> & { readonly refusals: RefusalTexts; readonly fields: FieldNames } = { fr, en, refusals, fields }
