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

export function ViewTabs({ views, value, onChange }: { views: readonly View[]; value: string; onChange: (value: string) => void }) {
  const texts = useTexts(uiTexts)
  const locale = useLocale()
  return (
    <nav className={classes.tabs} aria-label={texts.views}>
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
