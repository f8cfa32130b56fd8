import { Text, Title } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTexts } from '#ui/locale'
import classes from './drop-invitation.module.css'
import { verdictTexts } from './texts.ts'

/** What the page is for, before there is anything on it. */
export function DropInvitation({ button }: { button: ReactNode }) {
  const texts = useTexts(verdictTexts)
  return (
    <section className={classes.zone}>
      <IconFileImport size={40} stroke={1.25} aria-hidden className={classes.icon} />
      <Title order={2} size="h3" ta="center">
        {texts.dropTitle}
      </Title>
      <Text ta="center" maw={480}>
        {texts.whatFor}
      </Text>
      {button}
      <Text c="dimmed" size="xs" ta="center" maw={480}>
        {texts.dropWhat}
      </Text>
    </section>
  )
}
