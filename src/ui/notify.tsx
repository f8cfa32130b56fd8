/** Short messages in the corner. A save that worked is told quietly elsewhere (`SaveState`); these are for what deserves a sentence. */
import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { textsOf } from '#core/text'
import { refusalOf } from './api.tsx'
import { currentLocale } from './locale.tsx'
import { uiTexts } from './texts.tsx'

type Offer = { readonly label: string; readonly run: () => void }

function message(id: string, sentence: string, offer: Offer | undefined) {
  if (!offer) return sentence
  const take = () => {
    notifications.hide(id)
    offer.run()
  }
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text>{sentence}</Text>
      <Button size="compact-sm" variant="subtle" flex="none" onClick={take}>
        {offer.label}
      </Button>
    </Group>
  )
}

const closeButton = () => ({ 'aria-label': textsOf(uiTexts, currentLocale()).close })

/** Says what was done; `offer` is one thing to do next: undo, or open the result. */
export function notifyDone(sentence: string, offer?: Offer): void {
  const id = `done-${Date.now()}`
  const icon = <IconCheck size={16} />
  notifications.show({
    id,
    message: message(id, sentence, offer),
    icon,
    color: 'green.8',
    withBorder: true,
    closeButtonProps: closeButton(),
  })
}

/** An undo offer in the reader's language: `notifyDone(texts.archived, undoOffer(restore))`. */
export const undoOffer = (run: () => void): Offer => ({ label: textsOf(uiTexts, currentLocale()).undo, run })

/** Says what the API refused, or that it could not be reached. It stays until closed. */
export function notifyRefused(error: unknown): void {
  const sentence = refusalOf(error)?.message ?? textsOf(uiTexts, currentLocale()).unreachable
  const icon = <IconAlertTriangle size={16} />
  notifications.show({
    message: sentence,
    icon,
    color: 'red.8',
    autoClose: false,
    withBorder: true,
    role: 'alert',
    closeButtonProps: closeButton(),
  })
}
