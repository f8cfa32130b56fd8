import type { ReactNode } from 'react'
import classes from './fact-rows.module.css'

/** Dates and references: label at left, value or field at right. */
export function FactRows({ children }: { children: ReactNode }) {
  return <div className={classes.rows}>{children}</div>
}

export function FactRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.row}>
      <span className={classes.label}>{label}</span>
      <div className={classes.value}>{children}</div>
    </div>
  )
}
