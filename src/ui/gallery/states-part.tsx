import { Button, Group, SimpleGrid } from '@mantine/core'
import { confirm } from '../confirm.tsx'
import { useTexts } from '../locale.tsx'
import { notifyDone, notifyRefused, undoOffer } from '../notify.tsx'
import { EmptyState, LoadingSkeleton, RefusedState } from '../states.tsx'
import { type Meaning, StatusBadge } from '../status.tsx'
import { galleryTexts } from './texts.tsx'

export function StatesPart() {
  const texts = useTexts(galleryTexts)
  return (
    <SimpleGrid cols={{ base: 1, md: 3 }} spacing="xl">
      <EmptyState sentence={texts.notYet} action={<Button variant="default">{texts.newInvoice}</Button>} />
      <RefusedState error={new Error('offline')} onRetry={() => undefined} />
      <LoadingSkeleton shape="list" rows={5} />
    </SimpleGrid>
  )
}

export function ActsPart() {
  const texts = useTexts(galleryTexts)
  const ask = () =>
    confirm({
      title: texts.askTitle,
      explanation: texts.askWhy,
      touches: { documents: 3, amount: '1240.00' },
      undoable: false,
      verb: texts.askVerb,
      dangerous: true,
    })
  const meanings: [Meaning, string][] = [
    ['late', texts.statusLate],
    ['soon', texts.remindLater],
    ['paid', texts.statusPaid],
    ['draft', texts.draft],
    ['plain', texts.statusDue],
  ]
  return (
    <>
      <Group gap="sm" mb="md">
        {meanings.map(([meaning, word]) => (
          <StatusBadge key={meaning} meaning={meaning}>
            {word}
          </StatusBadge>
        ))}
      </Group>
      <Group gap="sm">
        <Button
          variant="default"
          onClick={() =>
            notifyDone(
              texts.archived,
              undoOffer(() => undefined),
            )
          }
        >
          {texts.showDone}
        </Button>
        <Button variant="default" onClick={() => notifyRefused(new Error('offline'))}>
          {texts.showRefused}
        </Button>
        <Button variant="default" onClick={() => void ask()}>
          {texts.ask}
        </Button>
      </Group>
    </>
  )
}
