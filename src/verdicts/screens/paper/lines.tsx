import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { isShown, type Sheet, type SheetLine, sheetTexts } from '#readings/contract'
import { useTexts } from '#ui/locale'
import { useMarked } from '../marks.tsx'
import { verdictTexts } from '../texts.ts'
import classes from './lines.module.css'
import { GroupMark, Value } from './marked.tsx'

/** An invoice of ten thousand lines is drawn as one goes down it. */
const STEP = 100

export function Lines({ lines: { rows, ...whole } }: { lines: Sheet['lines'] }) {
  const texts = useTexts(sheetTexts)
  const words = useTexts(verdictTexts)
  const { chosen, spots } = useMarked()
  const [wanted, setWanted] = useState(STEP)
  // The line of the failure that is chosen may stand further down.
  const [, sought] = /^lines\.(\d+)/.exec((chosen === undefined ? undefined : spots[chosen]) ?? '') ?? []
  const count = Math.max(wanted, sought === undefined ? 0 : Number(sought) + 1)
  const left = rows.length - count
  const labels = texts.line
  return (
    <section aria-label={texts.lines}>
      <GroupMark spot={whole} />
      {rows.length > 0 && (
        <div className={classes.headRow} aria-hidden>
          <span>{labels.name}</span>
          <span className={classes.figure}>{labels.quantity}</span>
          <span className={classes.figure}>{labels.price}</span>
          <span className={classes.figure}>{labels.vat}</span>
          <span className={classes.figure}>{labels.net}</span>
        </div>
      )}
      <ol className={classes.lines}>
        {rows.slice(0, count).map((line) => (
          <LineRow key={line.path} line={line} />
        ))}
      </ol>
      {left > 0 && (
        <Button variant="subtle" fullWidth onClick={() => setWanted(count + STEP)}>
          {words.moreLines(Math.min(left, STEP))}
        </Button>
      )}
    </section>
  )
}

function LineRow({ line }: { line: SheetLine }) {
  const texts = useTexts(sheetTexts)
  const labels = texts.line
  return (
    <li className={classes.row}>
      <div className={classes.name}>
        <span className={classes.id}>
          <Value field={line.id} alone />
        </span>
        <GroupMark spot={line} /> <Value field={line.name} alone />
        {line.details.filter(isShown).map((field) => (
          <p key={field.path} className={classes.detail}>
            {field.text !== '' && !field.path.endsWith('.description') && <span className={classes.what}>{field.label}</span>}
            <Value field={field} alone />
          </p>
        ))}
      </div>
      <Figure label={labels.quantity}>
        <Value field={line.quantity} />
      </Figure>
      <Figure label={labels.price}>
        <Value field={line.price} />
      </Figure>
      <Figure label={labels.vat}>
        <Value field={line.vat} />
      </Figure>
      <Figure label={labels.net}>
        <Value field={line.net} />
      </Figure>
    </li>
  )
}

function Figure({ children, label }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.figure}>
      <span className={classes.label}>{label}</span>
      {children}
    </div>
  )
}
