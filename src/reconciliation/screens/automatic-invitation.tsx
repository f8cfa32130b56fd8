/** Asked once it went well: may certain matches settle alone from now on? */
import { Button, Text } from '@mantine/core'
import { IconBolt } from '@tabler/icons-react'
import { useTexts } from '#ui/locale'
import { notifyDone } from '#ui/notify'
import { useSave } from '#ui/save'
import { reconciliation } from './api.tsx'
import { certainTexts } from './certain-texts.ts'
import { Strip } from './strip.tsx'

export function AutomaticInvitation({ right }: { right: number }) {
  const texts = useTexts(certainTexts)
  const { save, saving } = useSave(reconciliation.answerInvitation.mutationOptions(), {
    refreshes: [reconciliation.key()],
    onSaved: ({ automatic }) => automatic === 'clear' && notifyDone(texts.switchedOn),
  })
  return (
    <Strip
      icon={IconBolt}
      detail={
        <Text c="dimmed" size="xs">
          {texts.invitationWhy}
        </Text>
      }
      actions={
        <>
          <Button variant="default" disabled={saving} onClick={() => save({ answer: 'yes' })}>
            {texts.yes}
          </Button>
          <Button variant="subtle" disabled={saving} onClick={() => save({ answer: 'later' })}>
            {texts.later}
          </Button>
          <Button variant="subtle" color="gray" disabled={saving} onClick={() => save({ answer: 'never' })}>
            {texts.never}
          </Button>
        </>
      }
    >
      {texts.invitation(right)}
    </Strip>
  )
}
