/** The states besides "full" that every view designs: empty, loading, refused. */
import { Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconInbox, IconPlugConnectedX, type Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { refusalOf } from './api.tsx'
import { useTexts } from './locale.tsx'
import classes from './states.module.css'
import { uiTexts } from './texts.tsx'

/** One sentence, one button, and, where it helps, an example of what will stand here. */
export function EmptyState(props: { sentence: string; icon?: Icon; action?: ReactNode; example?: ReactNode }) {
  const Shown = props.icon ?? IconInbox
  return (
    <Stack align="center" gap="md" className={classes.state}>
      <Shown size={32} stroke={1.25} aria-hidden className={classes.icon} />
      <Text ta="center" maw={420}>
        {props.sentence}
      </Text>
      {props.action}
      {props.example}
    </Stack>
  )
}

/** What was refused, why and what to do, for a whole view. The refusal of one field stands at the field. */
export function RefusedState({ error, onRetry, action }: { error: unknown; onRetry?: () => void; action?: ReactNode }) {
  const texts = useTexts(uiTexts)
  const refusal = refusalOf(error)
  const Shown = refusal ? IconAlertTriangle : IconPlugConnectedX
  return (
    <Stack align="center" gap="sm" className={classes.state} role="alert">
      <Shown size={32} stroke={1.25} aria-hidden className={classes.icon} />
      <Title order={2} size="h3">
        {refusal ? texts.refusedTitle : texts.unreachableTitle}
      </Title>
      <Text ta="center" maw={480} c="dimmed">
        {refusal?.message ?? texts.unreachable}
      </Text>
      <Group mt="sm">
        {onRetry && (
          <Button variant="default" onClick={onRetry}>
            {texts.retry}
          </Button>
        )}
        {action}
      </Group>
    </Stack>
  )
}

type Shape = 'list' | 'form' | 'figures' | 'page'

/** Grey lines in the shape of what is coming, so that nothing jumps when it arrives. */
export function LoadingSkeleton({ shape = 'page', rows = 8 }: { shape?: Shape; rows?: number }) {
  const texts = useTexts(uiTexts)
  return (
    <output aria-label={texts.loading} className={classes.skeleton}>
      {shape === 'page' && <Skeleton height={28} width={220} mb="lg" />}
      {shape === 'figures' && <FigureSkeletons />}
      {(shape === 'list' || shape === 'page') && <RowSkeletons rows={rows} />}
      {shape === 'form' && <FieldSkeletons fields={rows} />}
    </output>
  )
}

const places = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

const FigureSkeletons = () => (
  <Group gap="xl">
    {places(4).map((place) => (
      <Stack key={place} gap="sm">
        <Skeleton height={13} width={96} />
        <Skeleton height={28} width={144} />
      </Stack>
    ))}
  </Group>
)

const RowSkeletons = ({ rows }: { rows: number }) =>
  places(rows).map((place) => (
    <div key={place} className={classes.row}>
      <Skeleton height={14} width={`${28 + ((place * 7) % 20)}%`} />
      <Skeleton height={14} width={96} />
    </div>
  ))

const FieldSkeletons = ({ fields }: { fields: number }) => (
  <Stack gap="md" maw={480}>
    {places(fields).map((place) => (
      <Stack key={place} gap="xs">
        <Skeleton height={14} width={120} />
        <Skeleton height={36} />
      </Stack>
    ))}
  </Stack>
)
