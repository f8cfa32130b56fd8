/** Saved views of a list as tabs, each with how many and how much, so that the list is read before it is opened. */
import { UnstyledButton } from '@mantine/core'
import { formatMoney } from '#core/text'
import { useLocale, useTexts } from './locale.tsx'
import { uiTexts } from './texts.tsx'
import classes from './view-tabs.module.css'

export type View = {
  readonly value: string
  readonly label: string
  readonly count?: number
  /** Sum of the view, wire text. */
  readonly sum?: string
}

type Props = {
  readonly views: readonly View[]
  readonly value: string
  readonly onChange: (value: string) => void
  /** Views have sums, now or when they are known. */
  readonly summed?: boolean
}

export function ViewTabs({ views, value, onChange, summed = false }: Props) {
  const texts = useTexts(uiTexts)
  const locale = useLocale()
  return (
    <nav className={classes.tabs} data-summed={summed || undefined} aria-label={texts.views}>
      {views.map((view) => (
        <UnstyledButton
          key={view.value}
          className={classes.tab}
          aria-current={view.value === value ? 'page' : undefined}
          onClick={() => onChange(view.value)}
        >
          <span className={classes.label}>
            {view.label}
            {view.count !== undefined && <span className={classes.count}>{view.count.toLocaleString(locale)}</span>}
          </span>
          {view.sum !== undefined && <span className={classes.sum}>{formatMoney(view.sum, locale)}</span>}
        </UnstyledButton>
      ))}
    </nav>
  )
}
