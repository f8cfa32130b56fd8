import { ActionIcon, Group, Kbd, UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTexts } from '../locale.tsx'
import { openPalette } from '../palette.tsx'
import { uiTexts } from '../texts.tsx'
import { Mark } from './mark.tsx'
import classes from './top-bar.module.css'

/** Company at left, search in the middle, what runs and who works at right. */
export function TopBar({ company, children }: { company: ReactNode; children: ReactNode }) {
  const texts = useTexts(uiTexts)
  return (
    <header className={classes.bar}>
      <Group gap="sm" wrap="nowrap" className={classes.start}>
        <Mark />
        {company}
      </Group>
      <UnstyledButton className={classes.search} onClick={openPalette} aria-keyshortcuts="Control+K">
        <IconSearch size={16} stroke={1.5} aria-hidden />
        <span>{texts.searchOrAct}</span>
        <Kbd size="xs" aria-hidden>
          Ctrl K
        </Kbd>
      </UnstyledButton>
      <Group gap={4} wrap="nowrap" className={classes.end}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          className={classes.searchIcon}
          onClick={openPalette}
          aria-label={texts.searchOrAct}
        >
          <IconSearch size={20} stroke={1.5} />
        </ActionIcon>
        {children}
      </Group>
    </header>
  )
}
