/** A secret or a link that will not be shown again: read it, copy it. */
import { Alert, Button, CopyButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTexts } from '#ui/locale'
import classes from './entries.module.css'
import { screenTexts } from './texts.ts'

export function ShownOnce({ sentence, value }: { sentence: string; value: string }) {
  const texts = useTexts(screenTexts)
  return (
    <Alert variant="light" color="gray" mt="md">
      {sentence}
      <div className={classes.once}>
        <code className={classes.secret}>{value}</code>
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              flex="none"
              leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
              onClick={copy}
            >
              {copied ? texts.copied : texts.copy}
            </Button>
          )}
        </CopyButton>
      </div>
    </Alert>
  )
}
