import type { ReactNode } from 'react'
import classes from './card-rows.module.css'
import { RowLink } from './row-link.tsx'

/** What stands on a card: enough to decide without opening it. */
export type CardFace = {
  readonly name: ReactNode
  readonly amount?: ReactNode
  readonly status?: ReactNode
  readonly late?: ReactNode
  /** Number, date: one quiet line. */
  readonly detail?: ReactNode
}

export type CardOf<Row> = (row: Row) => CardFace

type Props<Row> = {
  rows: readonly Row[]
  label: string
  card: CardOf<Row>
  idOf: (row: Row) => string
  hrefOf: (row: Row) => string
  onOpen?: (id: string | undefined) => void
}

export function CardRows<Row>({ rows, label, card, idOf, hrefOf, onOpen }: Props<Row>) {
  return (
    <ul className={classes.cards} aria-label={label}>
      {rows.map((row) => {
        const face = card(row)
        return (
          <li key={idOf(row)} className={classes.card}>
            <div className={classes.name}>
              <RowLink href={hrefOf(row)} onOpen={onOpen && (() => onOpen(idOf(row)))}>
                {face.name}
              </RowLink>
              {face.detail && <div className={classes.detail}>{face.detail}</div>}
            </div>
            <div className={classes.figures}>
              <div className={classes.amount}>{face.amount}</div>
              <div className={classes.state}>
                {face.late}
                {face.status}
              </div>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
