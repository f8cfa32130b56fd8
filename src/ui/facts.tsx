/** Facts in sections, for panels and pages: a heading, then label and value on a line. */
import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './facts.module.css'

export function Section({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section className={classes.section}>
      <div className={classes.head}>
        <Title order={2} size="h4">
          {title}
        </Title>
        {action}
      </div>
      {children}
    </section>
  )
}

export function Facts({ children }: { children: ReactNode }) {
  return <dl className={classes.facts}>{children}</dl>
}

export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
