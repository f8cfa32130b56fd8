import { Drawer, UnstyledButton } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { useTexts } from '../locale.tsx'
import { uiTexts } from '../texts.tsx'
import classes from './bottom-bar.module.css'
import { isCurrent, type NavigationEntry } from './navigation.tsx'
import { RailEntries } from './rail.tsx'

/** The rail of a phone: four entries within reach of a thumb, the rest under "Plus". */
const IN_THE_BAR = 4

export function BottomBar({ entries }: { entries: readonly NavigationEntry[] }) {
  const texts = useTexts(uiTexts)
  const { pathname } = useLocation()
  const [opened, setOpened] = useState(false)
  const barred = entries.filter(({ onPhone }) => onPhone).slice(0, IN_THE_BAR)
  return (
    <nav className={classes.bar} aria-label={texts.navigation}>
      {barred.map((entry) => {
        const current = isCurrent(entry, pathname)
        return (
          <Link
            key={entry.href}
            to={entry.href}
            className={classes.entry}
            data-current={current || undefined}
            aria-current={current ? 'page' : undefined}
          >
            <entry.icon size={22} stroke={1.5} aria-hidden />
            {entry.label}
          </Link>
        )
      })}
      <UnstyledButton className={classes.entry} onClick={() => setOpened(true)} aria-haspopup="dialog">
        <IconDots size={22} stroke={1.5} aria-hidden />
        {texts.more}
      </UnstyledButton>
      <Drawer
        opened={opened}
        onClose={() => setOpened(false)}
        position="bottom"
        size="auto"
        title={texts.moreEntries}
        closeButtonProps={{ 'aria-label': texts.close }}
      >
        <RailEntries entries={entries} onChosen={() => setOpened(false)} />
      </Drawer>
    </nav>
  )
}
