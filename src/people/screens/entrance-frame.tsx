/** The quiet page before any company: the name, one thing to do, the language. */
import { SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import type { ReactNode } from 'react'
import type { Locale } from '#core/text'
import { setLocale, useLocale, useTexts } from '#ui/locale'
import { Mark } from '#ui/shell/mark'
import classes from './entrance-frame.module.css'
import { screenTexts } from './texts.ts'

const LANGUAGES: { value: Locale; label: string }[] = [
  { value: 'fr', label: 'Français' },
  { value: 'en', label: 'English' },
]

export function EntranceFrame({ title, summary, children }: { title: string; summary?: string | undefined; children: ReactNode }) {
  const texts = useTexts(screenTexts)
  const locale = useLocale()
  useDocumentTitle(`${title} · ${texts.product}`)
  return (
    <div className={classes.frame}>
      <main className={classes.card}>
        <div className={classes.brand}>
          <Mark />
          {texts.product}
        </div>
        <Stack gap="sm" mb="lg">
          <Title order={1} size="h2">
            {title}
          </Title>
          {summary && <Text c="dimmed">{summary}</Text>}
        </Stack>
        {children}
      </main>
      <footer className={classes.foot}>
        <SegmentedControl size="xs" data={LANGUAGES} value={locale} onChange={setLocale} aria-label={texts.language} />
      </footer>
    </div>
  )
}
