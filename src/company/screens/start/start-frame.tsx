/** One thing at a time: where one is among the steps, what is asked and why, the language. */
import { SegmentedControl, Text, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { setLocale, useLocale, useTexts } from '#ui/locale'
import { Mark } from '#ui/shell/mark'
import classes from './start-frame.module.css'
import { startTexts } from './texts.ts'

const LANGUAGES = [
  { value: 'fr' as const, label: 'Français' },
  { value: 'en' as const, label: 'English' },
]

export const STEP_COUNT = 5

type Props = { place: number; title: string; summary: string; wide?: boolean; children: ReactNode }

export function StartFrame({ place, title, summary, wide = false, children }: Props) {
  const texts = useTexts(startTexts)
  const locale = useLocale()
  useDocumentTitle(`${title} · ${texts.product}`)
  return (
    <div className={classes.frame}>
      <header className={classes.head}>
        <div className={classes.brand}>
          <Mark />
          {texts.product}
        </div>
        <SegmentedControl size="xs" data={LANGUAGES} value={locale} onChange={setLocale} aria-label={texts.language} />
      </header>
      <main className={classes.page} data-wide={wide || undefined}>
        <div className={classes.progress} aria-hidden>
          {Array.from({ length: STEP_COUNT }, (_, index) => (
            <span key={`step-${index + 1}`} data-done={index < place || undefined} />
          ))}
        </div>
        <Text c="dimmed" size="xs">
          {texts.step(place, STEP_COUNT)}
        </Text>
        <Title order={1} mt={4}>
          {title}
        </Title>
        <Text c="dimmed" size="md" mt="sm" mb="xl" maw={560}>
          {summary}
        </Text>
        {children}
      </main>
    </div>
  )
}
