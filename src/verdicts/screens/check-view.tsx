/** One file: being read, refused, or judged. */
import { Button, Text, Title } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTexts } from '#ui/locale'
import { LoadingSkeleton } from '#ui/states'
import classes from './check-view.module.css'
import { FileName } from './file-name.tsx'
import { verdictTexts } from './texts.ts'
import type { Check } from './use-checks.tsx'
import { VerdictView } from './verdict-view.tsx'

export function CheckView({ check: { file, outcome } }: { check: Check }) {
  const texts = useTexts(verdictTexts)
  if (outcome.state === 'read') return <VerdictView file={file} verdict={outcome.verdict} />
  return (
    <section>
      <FileName file={file} />
      {outcome.state === 'checking' ? (
        <div aria-live="polite" aria-label={texts.checking(file.name)}>
          <LoadingSkeleton shape="page" />
        </div>
      ) : (
        <div className={classes.refused} role="alert">
          <IconAlertTriangle size={24} stroke={1.5} aria-hidden className={classes.refusedIcon} />
          <div>
            <Title order={2} size="h3">
              {texts.refusedTitle}
            </Title>
            <Text>{outcome.sentence}</Text>
            {outcome.retry && (
              <Button variant="default" mt="sm" onClick={outcome.retry}>
                {texts.retry}
              </Button>
            )}
          </div>
        </div>
      )}
    </section>
  )
}
