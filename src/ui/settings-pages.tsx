/** The pages of the settings: their names, and the words by which one looks for them. */
import { useRouter } from '@tanstack/react-router'
import type { Texts } from '#core/text'
import { useTexts } from './locale.tsx'
import { useSession } from './session.tsx'

const fr = {
  settings: 'Réglages',
  company: 'Entreprise',
  look: 'Apparence',
  payment: 'Conditions et banque',
  numbering: 'Numérotation',
  team: 'Équipe et accès',
  access: 'Mot de passe et sessions',
  words: {
    company: 'société identité SIREN SIRET TVA adresse forme juridique capital RCS coordonnées',
    look: 'logo couleur papier modèle',
    payment: 'délai échéance règlement IBAN BIC RIB compte bancaire virement',
    numbering: 'numéro série format facture avoir',
    team: 'utilisateurs membres inviter invitation rôle droits clé API',
    access: 'mon compte connexion déconnexion appareil sécurité',
  },
}
const en: typeof fr = {
  settings: 'Settings',
  company: 'Company',
  look: 'Appearance',
  payment: 'Terms and bank',
  numbering: 'Numbering',
  team: 'Team and access',
  access: 'Password and sessions',
  words: {
    company: 'business identity SIREN SIRET VAT address legal form capital RCS contact',
    look: 'logo colour color paper template',
    payment: 'payment days due instalment IBAN BIC bank account transfer',
    numbering: 'number series format invoice credit note',
    team: 'users members invite invitation role rights API key',
    access: 'my account sign in sign out device security',
  },
}
export const settingsTexts: Texts<typeof fr> = { fr, en }

/** Shown when their route exists, like the entries of the rail. */
const PAGES = [
  { path: '/reglages', noun: 'company' },
  { path: '/reglages/apparence', noun: 'look' },
  { path: '/reglages/paiement', noun: 'payment' },
  { path: '/reglages/numerotation', noun: 'numbering' },
  { path: '/reglages/equipe', noun: 'team' },
  { path: '/reglages/mon-acces', noun: 'access' },
] as const

export function useSettingsPages() {
  const texts = useTexts(settingsTexts)
  const { company } = useSession()
  const { routesByPath } = useRouter()
  return PAGES.filter(({ path }) => `/$company${path}` in routesByPath).map(({ path, noun }) => ({
    href: `/${company.slug}${path}`,
    label: texts[noun],
    words: texts.words[noun],
  }))
}
