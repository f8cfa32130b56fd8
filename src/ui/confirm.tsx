/** Asks before an act, saying what it touches. Prefer an act that can be undone, and no question. */
import { Stack, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { formatMoney, textsOf } from '#core/text'
import { currentLocale } from './locale.tsx'
import { uiTexts } from './texts.tsx'

export type Question = {
  readonly title: string
  readonly explanation?: string
  /** How many documents, and for how much in all (wire text). */
  readonly touches?: { readonly documents: number; readonly amount?: string }
  readonly undoable: boolean
  /** The verb of the act, as on the button that led here. */
  readonly verb: string
  readonly dangerous?: boolean
}

/** Resolves to true when the person goes ahead. */
export function confirm(question: Question): Promise<boolean> {
  const locale = currentLocale()
  const texts = textsOf(uiTexts, locale)
  const { touches } = question
  const amount = touches?.amount === undefined ? undefined : formatMoney(touches.amount, locale)
  return new Promise((resolve) => {
    modals.openConfirmModal({
      title: question.title,
      children: (
        <Stack gap="sm">
          {question.explanation && <Text>{question.explanation}</Text>}
          {touches && <Text fw={600}>{texts.touches(touches.documents, amount)}</Text>}
          <Text c="dimmed">{question.undoable ? texts.canUndo : texts.cannotUndo}</Text>
        </Stack>
      ),
      labels: { confirm: question.verb, cancel: texts.cancel },
      confirmProps: question.dangerous ? { color: 'red.8' } : {},
      onConfirm: () => resolve(true),
      onClose: () => resolve(false),
    })
  })
}
