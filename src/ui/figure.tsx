/** A number that steers: its name, its value, a comparison, and an "i" that opens its formula in words. */
import { ActionIcon, Popover, Stack, Text } from '@mantine/core'
import { IconArrowDownRight, IconArrowRight, IconArrowUpRight, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './figure.module.css'
import { useTexts } from './locale.tsx'
import type { Meaning } from './status.tsx'
import { uiTexts } from './texts.tsx'

/** Without a direction it is a remark beside the figure. */
export type Comparison = { readonly direction?: 'up' | 'down' | 'same'; readonly text: string; readonly meaning?: Meaning }

const ARROWS = { up: IconArrowUpRight, down: IconArrowDownRight, same: IconArrowRight }

type Props = {
  label: string
  value: ReactNode
  comparison?: Comparison
  /** How it is computed, in words; `basis` may list or link the documents behind it. */
  formula?: string
  basis?: ReactNode
  sparkline?: ReactNode
}

export function Figure({ label, value, comparison, formula, basis, sparkline }: Props) {
  const texts = useTexts(uiTexts)
  return (
    <div className={classes.figure}>
      <div className={classes.label}>
        {label}
        {formula && (
          <Popover width={280} position="bottom-start">
            <Popover.Target>
              <ActionIcon variant="transparent" size="sm" color="gray" aria-label={texts.openFormula(label)} className={classes.info}>
                <IconInfoCircle size={16} />
              </ActionIcon>
            </Popover.Target>
            <Popover.Dropdown>
              <Stack gap="sm">
                <Text>{formula}</Text>
                {basis}
              </Stack>
            </Popover.Dropdown>
          </Popover>
        )}
      </div>
      <div className={classes.value}>
        {value}
        {sparkline}
      </div>
      {comparison && <ComparisonLine {...comparison} />}
    </div>
  )
}

function ComparisonLine({ direction, text, meaning }: Comparison) {
  const Arrow = direction && ARROWS[direction]
  return (
    <div className={classes.comparison} data-meaning={meaning}>
      {Arrow && <Arrow size={14} aria-hidden />}
      {text}
    </div>
  )
}

/** Figures side by side, parted by lines; they wrap on a phone. */
export function Figures({ children }: { children: ReactNode }) {
  return <div className={classes.figures}>{children}</div>
}
