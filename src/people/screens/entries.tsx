/** Short lists of settings: who or what, a quiet line about it, its acts. On a phone the acts pass below. */
import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './entries.module.css'

export function Entries({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={classes.entries} aria-label={label}>
      {children}
    </ul>
  )
}

export function Entry({ name, detail, children }: { name: ReactNode; detail: ReactNode; children?: ReactNode }) {
  return (
    <li className={classes.entry}>
      <div className={classes.words}>
        <Text fw={600}>{name}</Text>
        <Text size="xs" c="dimmed">
          {detail}
        </Text>
      </div>
      {children && <div className={classes.acts}>{children}</div>}
    </li>
  )
}
