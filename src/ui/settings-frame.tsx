/** The settings share one page: their list at left, or above on a phone, and one of them at a time. */
import { Link, useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Texts } from '#core/text'
import { useTexts } from './locale.tsx'
import { PageHeader } from './page-header.tsx'
import { useSession } from './session.tsx'
import classes from './settings-frame.module.css'

const fr = {
  settings: 'Réglages',
  company: 'Entreprise',
  look: 'Apparence',
  payment: 'Conditions et banque',
  numbering: 'Numérotation',
  team: 'Équipe et accès',
  access: 'Mot de passe et sessions',
}
const en: typeof fr = {
  settings: 'Settings',
  company: 'Company',
  look: 'Appearance',
  payment: 'Terms and bank',
  numbering: 'Numbering',
  team: 'Team and access',
  access: 'Password and sessions',
}
const settingsTexts: Texts<typeof fr> = { fr, en }

/** Shown when their route exists, like the entries of the rail. */
const PAGES = [
  { path: '/reglages', label: 'company' },
  { path: '/reglages/apparence', label: 'look' },
  { path: '/reglages/paiement', label: 'payment' },
  { path: '/reglages/numerotation', label: 'numbering' },
  { path: '/reglages/equipe', label: 'team' },
  { path: '/reglages/mon-acces', label: 'access' },
] as const

type Props = { title: string; summary?: ReactNode; status?: ReactNode; actions?: ReactNode; children: ReactNode }

export function SettingsFrame({ children, ...header }: Props) {
  const texts = useTexts(settingsTexts)
  const { company } = useSession()
  const { routesByPath } = useRouter()
  const pages = PAGES.filter(({ path }) => `/$company${path}` in routesByPath).map(({ path, label }) => ({
    href: `/${company.slug}${path}`,
    label: texts[label],
  }))
  return (
    <div className={classes.frame}>
      <nav aria-label={texts.settings} className={classes.nav}>
        {pages.map(({ href, label }) => (
          <Link key={href} to={href} activeOptions={{ exact: true }} className={classes.link}>
            {label}
          </Link>
        ))}
      </nav>
      <div className={classes.page}>
        <PageHeader {...header} />
        {children}
      </div>
    </div>
  )
}
