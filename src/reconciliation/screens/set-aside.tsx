/** Money in that is no payment of a customer: said in a dialog, to what accounts it goes. */
import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '#ui/dialog'
import { usePageKeys } from '#ui/keys'
import { useTexts } from '#ui/locale'
import type { WorkLine } from './api.tsx'
import { BookingForm } from './booking-form.tsx'
import { operationTexts } from './texts-operations.ts'

type Props = { line: WorkLine; onAct: () => void; onDone: (sentence: string, undoable: boolean) => void }

export function SetAside({ line, onAct, onDone }: Props) {
  const texts = useTexts(operationTexts)
  const [opened, setOpened] = useState(false)
  usePageKeys([{ key: 's', label: texts.keyBook, run: () => setOpened(true) }])
  return (
    <>
      <Button variant="subtle" onClick={() => setOpened(true)}>
        {texts.book}
      </Button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={texts.bookTitle}>
        <Stack gap="md">
          <Text c="dimmed">{texts.bookWhy}</Text>
          <BookingForm
            focused
            line={line}
            onAct={onAct}
            onDone={(sentence, undoable) => {
              setOpened(false)
              onDone(sentence, undoable)
            }}
          />
        </Stack>
      </Dialog>
    </>
  )
}
