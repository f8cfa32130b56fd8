import { ActionIcon, Tooltip } from '@mantine/core'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import { useTexts } from '../locale.tsx'
import { uiTexts } from '../texts.tsx'
import { isCurrent, type NavigationEntry } from './navigation.tsx'
import classes from './rail.module.css'

type Props = { entries: readonly NavigationEntry[]; collapsed: boolean; onCollapse: (collapsed: boolean) => void }

export function Rail({ entries, collapsed, onCollapse }: Props) {
  const texts = useTexts(uiTexts)
  const label = collapsed ? texts.expandRail : texts.collapseRail
  const Fold = collapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  return (
    <nav className={classes.rail} aria-label={texts.navigation} data-collapsed={collapsed || undefined}>
      <RailEntries entries={entries} collapsed={collapsed} />
      <Tooltip label={label} position="right">
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={label}
          className={classes.fold}
          onClick={() => onCollapse(!collapsed)}
        >
          <Fold size={20} stroke={1.5} />
        </ActionIcon>
      </Tooltip>
    </nav>
  )
}

/** The entries in a column, under their headings; also the content of "Plus" on a phone. */
export function RailEntries({
  entries,
  collapsed = false,
  onChosen,
}: {
  entries: readonly NavigationEntry[]
  collapsed?: boolean
  onChosen?: () => void
}) {
  const { pathname } = useLocation()
  return (
    <ul className={classes.entries}>
      {entries.map((entry, index) => {
        const opensGroup = entry.group !== entries[index - 1]?.group
        const current = isCurrent(entry, pathname)
        return (
          <li key={entry.href} data-opens-group={(opensGroup && index > 0) || undefined}>
            {opensGroup && entry.group && !collapsed && <div className={classes.group}>{entry.group}</div>}
            <Tooltip label={entry.label} position="right" disabled={!collapsed}>
              <Link
                to={entry.href}
                className={classes.entry}
                data-current={current || undefined}
                aria-current={current ? 'page' : undefined}
                onClick={onChosen}
              >
                <entry.icon size={20} stroke={1.5} aria-hidden />
                <span className={classes.label}>{entry.label}</span>
              </Link>
            </Tooltip>
          </li>
        )
      })}
    </ul>
  )
}
