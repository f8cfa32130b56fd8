/** The frame around every page of a company: rail, top bar, palette, keys; on a phone a bottom bar. */
import { useLocalStorage } from '@mantine/hooks'
import { IconSettings } from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { usePageKeys } from './keys.tsx'
import { useTexts } from './locale.tsx'
import { openPalette, type PaletteSearch } from './palette.tsx'
import { AccountMenu } from './shell/account-menu.tsx'
import { BottomBar } from './shell/bottom-bar.tsx'
import { CompanySwitcher } from './shell/company-switcher.tsx'
import { KeyboardHelp } from './shell/keyboard-help.tsx'
import type { NavigationEntry } from './shell/navigation.tsx'
import { PaletteHost } from './shell/palette-host.tsx'
import { Rail } from './shell/rail.tsx'
import { TopBar } from './shell/top-bar.tsx'
import classes from './shell.module.css'
import { settingsTexts, useSettingsPages } from './settings-pages.tsx'
import { uiTexts } from './texts.tsx'
import { WorkIndicator, type WorkItem } from './work.tsx'

export type { NavigationEntry } from './shell/navigation.tsx'

type Props = {
  navigation: readonly NavigationEntry[]
  /** What runs in the background; the indicator stands only when the application knows. */
  work?: readonly WorkItem[]
  search?: PaletteSearch
  onSignOut: () => void
  children: ReactNode
}

export function Shell({ navigation, work, search, onSignOut, children }: Props) {
  const texts = useTexts(uiTexts)
  const settingsWords = useTexts(settingsTexts)
  const [collapsed, setCollapsed] = useLocalStorage({ key: 'encours.rail-collapsed', defaultValue: false, getInitialValueInEffect: false })
  const [helpOpened, setHelpOpened] = useState(false)
  const content = useFocusOnNewPage()
  usePaletteKey()
  usePageKeys([
    { key: '?', run: () => setHelpOpened(true) },
    { key: '/', run: openPalette },
  ])
  const pages = navigation.map(({ href, label, icon, group }) => ({
    id: href,
    href,
    label,
    icon,
    ...(group !== undefined && { description: group }),
  }))
  const settings = useSettingsPages().map(({ href, label, words }) => ({
    id: `settings ${href}`,
    href,
    label,
    words,
    description: settingsWords.settings,
    icon: IconSettings,
  }))
  return (
    <div className={classes.frame} data-collapsed={collapsed || undefined}>
      <a href="#contenu" className={classes.skip}>
        {texts.skipToContent}
      </a>
      <TopBar company={<CompanySwitcher />}>
        {work && <WorkIndicator items={work} />}
        <AccountMenu onKeys={() => setHelpOpened(true)} onSignOut={onSignOut} />
      </TopBar>
      <div className={classes.body}>
        <Rail entries={navigation} collapsed={collapsed} onCollapse={setCollapsed} />
        <main id="contenu" ref={content} tabIndex={-1} className={classes.content}>
          {children}
        </main>
      </div>
      <BottomBar entries={navigation} />
      <PaletteHost pages={[...pages, ...settings]} search={search} />
      <KeyboardHelp opened={helpOpened} onClose={() => setHelpOpened(false)} />
    </div>
  )
}

/** Ctrl+K works even while typing, unlike the keys of a page. */
function usePaletteKey(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      openPalette()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

/** A new page takes the focus, as a page load would, so that keyboard and screen reader start at its head. */
function useFocusOnNewPage() {
  const content = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    if (!content.current?.contains(document.activeElement)) content.current?.focus({ preventScroll: true })
  }, [pathname])
  return content
}
