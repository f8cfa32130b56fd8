/** What runs in the background: its progress, its end, and the way back to its result. */
import { ActionIcon, Indicator, Popover, Progress, Stack, Text } from '@mantine/core'
import { IconLoader2 } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTexts } from './locale.tsx'
import { StatusBadge } from './status.tsx'
import { uiTexts } from './texts.tsx'

export type WorkItem = {
  readonly id: string
  readonly label: string
  readonly state: 'running' | 'done' | 'failed'
  /** Between 0 and 1, when it can be known. */
  readonly progress?: number
  /** Where its result is. */
  readonly href?: string
}

export function WorkIndicator({ items }: { items: readonly WorkItem[] }) {
  const texts = useTexts(uiTexts)
  const running = items.filter(({ state }) => state === 'running').length
  const label = running > 0 ? texts.working(running) : texts.background
  return (
    <Popover width={320} position="bottom-end">
      <Popover.Target>
        <Indicator disabled={running === 0} label={running} size={16} color="ink.7">
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} title={label}>
            <IconLoader2 size={20} stroke={1.5} />
          </ActionIcon>
        </Indicator>
      </Popover.Target>
      <Popover.Dropdown>
        {items.length === 0 ? (
          <Text c="dimmed">{texts.nothingInBackground}</Text>
        ) : (
          <Stack gap="md">
            {items.map((item) => (
              <WorkLine key={item.id} item={item} />
            ))}
          </Stack>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

function WorkLine({ item }: { item: WorkItem }) {
  const texts = useTexts(uiTexts)
  const percent = item.progress === undefined ? 100 : item.progress * 100
  return (
    <Stack gap={4}>
      {item.href ? <Link to={item.href}>{item.label}</Link> : <Text>{item.label}</Text>}
      {item.state === 'running' && <Progress value={percent} animated={item.progress === undefined} size="sm" aria-label={item.label} />}
      {item.state === 'done' && <StatusBadge meaning="paid">{texts.workDone}</StatusBadge>}
      {item.state === 'failed' && <StatusBadge meaning="soon">{texts.workFailed}</StatusBadge>}
    </Stack>
  )
}
