/** The document as the customer will see it: the same sheet for a draft, whose parts are fields, and for an issued document. */
import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTexts } from '#ui/locale'
import type { Paper } from '../api.tsx'
import { documentTexts } from '../texts-document.ts'
import { AddressLines } from './party.tsx'
import classes from './sheet.module.css'

export type SheetProps = {
  kind: 'invoice' | 'credit_note'
  /** Nothing while it is a draft. */
  number: string | null
  paper: Paper
  logo?: string | undefined
  buyer: ReactNode
  facts: ReactNode
  lines: ReactNode
  note: ReactNode
  payment: ReactNode
  totals: ReactNode
  mentions: readonly string[]
}

export function Sheet({ buyer, facts, kind, lines, logo, mentions, note, number, paper, payment, totals }: SheetProps) {
  const texts = useTexts(documentTexts)
  const title = kind === 'invoice' ? texts.invoice : texts.creditNote
  return (
    <article className={classes.sheet} aria-label={number === null ? title : `${title} ${number}`}>
      <div className={classes.accent} style={{ background: paper.accentColor }} aria-hidden />
      <header className={classes.head}>
        <div>
          {logo && <img src={logo} alt="" className={classes.logo} />}
          <p className={classes.seller}>{paper.seller.name}</p>
          <AddressLines address={paper.seller.address} home={paper.seller.address.country} />
        </div>
        <div className={classes.title}>
          <Title order={2}>{title}</Title>
          <p>{number ?? texts.numberToCome}</p>
        </div>
      </header>
      <div className={classes.parties}>
        <div className={classes.facts}>{facts}</div>
        <div className={classes.buyer}>
          <p className={classes.label}>{texts.customer}</p>
          {buyer}
        </div>
      </div>
      {lines}
      <div className={classes.foot}>
        <div className={classes.words}>
          {note}
          {payment}
        </div>
        <div className={classes.totals}>{totals}</div>
      </div>
      <footer className={classes.law}>
        {mentions.map((mention) => (
          <p key={mention}>{mention}</p>
        ))}
        {paper.footer && <p>{paper.footer}</p>}
        <p>
          {[paper.seller.name, paper.seller.legal, paper.seller.vatNumber && texts.vatNumber(paper.seller.vatNumber)]
            .filter(Boolean)
            .join(' – ')}
        </p>
      </footer>
    </article>
  )
}
