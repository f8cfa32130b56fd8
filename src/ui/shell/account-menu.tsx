import { Button, Popover, SegmentedControl, Stack, Text, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import { IconKeyboard, IconLock, IconLogout } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Locale } from '#core/text'
import { setLocale, useLocale, useTexts } from '../locale.tsx'
import { useSession } from '../session.tsx'
import { uiTexts } from '../texts.tsx'
import classes from './account-menu.module.css'

const LANGUAGES: { value: Locale; label: string }[] = [
  { value: 'fr', label: 'Français' },
  { value: 'en', label: 'English' },
]

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .slice(0, 2)
    .join('')
    .toUpperCase()

type Props = { onKeys: () => void; onSignOut: () => void }

export function AccountMenu({ onKeys, onSignOut }: Props) {
  const texts = useTexts(uiTexts)
  const { company, person } = useSession()
  const [opened, setOpened] = useState(false)
  const showKeys = () => {
    setOpened(false)
    onKeys()
  }
  return (
    <Popover position="bottom-end" width={264} opened={opened} onChange={setOpened} trapFocus>
      <Popover.Target>
        <UnstyledButton className={classes.target} aria-label={texts.accountOf(person.name)} onClick={() => setOpened(!opened)}>
          <span className={classes.avatar} data-initials={initialsOf(person.name)} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={texts.account}>
        <Text fw={600}>{person.name}</Text>
        <Text size="xs" c="dimmed" className={classes.email}>
          {person.email}
        </Text>
        <Preferences />
        <Stack gap={4} mt="md">
          <Button
            component={Link}
            to={`/${company.slug}/reglages/mon-acces`}
            variant="subtle"
            color="gray"
            justify="flex-start"
            leftSection={<IconLock size={16} aria-hidden />}
            onClick={() => setOpened(false)}
          >
            {texts.access}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            justify="flex-start"
            leftSection={<IconKeyboard size={16} aria-hidden />}
            onClick={showKeys}
          >
            {texts.keyboardHelp}
          </Button>
          <Button variant="subtle" color="gray" justify="flex-start" leftSection={<IconLogout size={16} aria-hidden />} onClick={onSignOut}>
            {texts.signOut}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

/** Language and light or dark: they belong to the person, and are kept in this browser. */
export function Preferences() {
  const texts = useTexts(uiTexts)
  const locale = useLocale()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const appearances: { value: 'auto' | 'light' | 'dark'; label: string }[] = [
    { value: 'auto', label: texts.auto },
    { value: 'light', label: texts.light },
    { value: 'dark', label: texts.dark },
  ]
  return (
    <>
      <div className={classes.label}>{texts.language}</div>
      <SegmentedControl fullWidth data={LANGUAGES} value={locale} onChange={setLocale} aria-label={texts.language} />
      <div className={classes.label}>{texts.appearance}</div>
      <SegmentedControl fullWidth data={appearances} value={colorScheme} onChange={setColorScheme} aria-label={texts.appearance} />
    </>
  )
}
