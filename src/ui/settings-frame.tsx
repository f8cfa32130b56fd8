/** The settings share one page: their list at left, or above on a phone, and one of them at a time. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTexts } from './locale.tsx'
import { PageHeader } from './page-header.tsx'
import classes from './settings-frame.module.css'
import { settingsTexts, useSettingsPages } from './settings-pages.tsx'

type Props = { title: string; summary?: ReactNode; status?: ReactNode; actions?: ReactNode; children: ReactNode }

export function SettingsFrame({ children, ...header }: Props) {
  const texts = useTexts(settingsTexts)
  const pages = useSettingsPages()
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
