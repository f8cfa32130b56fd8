/** One filter of a list: its name while it lets everything through, its name and value when it does not. The value lives in the address. */
import { Button, CloseButton, Group, Popover } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './filter-chip.module.css'
import { useTexts } from './locale.tsx'
import { uiTexts } from './texts.tsx'

type Props = {
  label: string
  /** What it keeps, in words; absent when it keeps everything. */
  value?: string | undefined
  onClear: () => void
  /** The inputs that change it. */
  children: ReactNode
}

export function FilterChip({ label, value, onClear, children }: Props) {
  const texts = useTexts(uiTexts)
  const active = value !== undefined
  return (
    <span className={classes.chip} data-active={active || undefined}>
      <Popover position="bottom-start" width={280} trapFocus>
        <Popover.Target>
          <Button
            variant="transparent"
            size="compact-sm"
            color="gray"
            className={classes.button}
            rightSection={!active && <IconChevronDown size={14} aria-hidden />}
          >
            {active ? texts.filtered(label, value) : label}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>{children}</Popover.Dropdown>
      </Popover>
      {active && <CloseButton size="sm" aria-label={texts.filtered(texts.clear, label)} onClick={onClear} />}
    </span>
  )
}

export function FilterBar({ children, end }: { children: ReactNode; end?: ReactNode }) {
  return (
    <div className={classes.bar}>
      <Group gap="sm" className={classes.chips}>
        {children}
      </Group>
      {end && <div className={classes.end}>{end}</div>}
    </div>
  )
}
