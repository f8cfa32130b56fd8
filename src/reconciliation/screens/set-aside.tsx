/** The line is no payment of a customer: said in a click, with a reason if one likes. */
import { Button, Popover, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { usePageKeys } from '#ui/keys'
import { useTexts } from '#ui/locale'
import { useSave } from '#ui/save'
import { reconciliation, type WorkLine } from './api.tsx'
import { bankTexts } from './texts.ts'

type Props = { line: WorkLine; onAct: () => void; onDone: (sentence: string, undoable: boolean) => void }

export function SetAside({ line, onAct, onDone }: Props) {
  const texts = useTexts(bankTexts)
  const [opened, setOpened] = useState(false)
  const [reason, setReason] = useState('')
  const { save, saving } = useSave(reconciliation.setAside.mutationOptions(), {
    refreshes: [reconciliation.key()],
    onSaved: () => onDone(texts.putAside, false),
  })
  const put = (event: FormEvent) => {
    event.preventDefault()
    onAct()
    save({ lineId: line.id, reason })
  }
  usePageKeys([{ key: 's', label: texts.keyAside, run: () => setOpened(true) }])
  return (
    <Popover opened={opened} onChange={setOpened} width={300} trapFocus position="top-end">
      <Popover.Target>
        <Button variant="subtle" onClick={() => setOpened(!opened)}>
          {texts.setAside}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={put}>
          <Stack gap="md">
            <TextInput
              label={texts.reason}
              description={texts.setAsideWhy}
              placeholder={texts.reasonExample}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" loading={saving}>
              {texts.setAside}
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
