/** Certain matches, each with its reasons: looked at, unticked where one would rather decide, applied. */
import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { parseMoney, sum } from '#core/money'
import { formatMoney } from '#core/text'
import { DayText } from '#ui/day'
import { Dialog } from '#ui/dialog'
import { useLocale, useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import { notifyDone, undoOffer } from '#ui/notify'
import { useSave } from '#ui/save'
import { type CertainRow, reconciliation, touchedByMatching } from './api.tsx'
import classes from './certain-dialog.module.css'
import { certainTexts } from './certain-texts.ts'
import { EvidenceList } from './proposal-face.tsx'
import { certainKey } from './use-certain.tsx'
import { linesKey } from './use-lines.tsx'

type Props = { rows: readonly CertainRow[]; onClose: () => void }

export function CertainDialog({ rows: given, onClose }: Props) {
  const texts = useTexts(certainTexts)
  const locale = useLocale()
  // What was read stays as it was while one looks at it.
  const [rows] = useState(given)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const chosen = rows.filter(({ line }) => !left.has(line.id))
  const refreshes = [...touchedByMatching, certainKey, linesKey]
  const undo = useSave(reconciliation.undoApplication.mutationOptions(), {
    refreshes,
    onSaved: ({ state, undone }) => state === 'undone' && notifyDone(texts.undone(undone)),
  })
  const { save, saving } = useSave(reconciliation.applyCertain.mutationOptions(), {
    refreshes,
    onSaved: ({ amount, applied, id, state }) => {
      onClose()
      if (state === 'applied' && applied > 0)
        notifyDone(
          texts.applied(applied, formatMoney(amount, locale)),
          undoOffer(() => undo.save({ applicationId: id })),
        )
    },
  })
  const tick = (lineId: string, ticked: boolean) => {
    const next = new Set(left)
    if (ticked) next.delete(lineId)
    else next.add(lineId)
    setLeft(next)
  }
  const apply = () => save({ lines: chosen.map(({ line, proposal }) => ({ lineId: line.id, proposalId: proposal.id })) })
  return (
    <Dialog opened onClose={onClose} title={texts.title} size="lg">
      <p className={classes.intro}>{texts.intro}</p>
      <Checkbox
        label={texts.all}
        checked={left.size === 0}
        indeterminate={left.size > 0 && chosen.length > 0}
        onChange={() => setLeft(left.size === 0 ? new Set(rows.map(({ line }) => line.id)) : new Set())}
      />
      <ul className={classes.list} aria-label={texts.list}>
        {rows.map((row) => (
          <Certain key={row.line.id} row={row} ticked={!left.has(row.line.id)} onTick={tick} />
        ))}
      </ul>
      <footer className={classes.foot}>
        <span className={classes.total}>{formatMoney(sum(chosen.map(({ line }) => parseMoney(line.amount))), locale)}</span>
        <Button onClick={apply} loading={saving} disabled={chosen.length === 0} data-autofocus>
          {texts.apply(chosen.length)}
        </Button>
      </footer>
    </Dialog>
  )
}

type RowProps = { row: CertainRow; ticked: boolean; onTick: (lineId: string, ticked: boolean) => void }

function Certain({ row: { line, proposal }, ticked, onTick }: RowProps) {
  const numbers = proposal.shares.map(({ number }) => number).join(', ')
  return (
    <li className={classes.row}>
      <Checkbox
        checked={ticked}
        onChange={(event) => onTick(line.id, event.currentTarget.checked)}
        classNames={{ body: classes.body ?? '', labelWrapper: classes.label ?? '' }}
        label={
          <span className={classes.face}>
            <span className={classes.who}>{proposal.customerName}</span>
            <span className={classes.amount}>
              <Money value={line.amount} strong />
            </span>
            <span className={classes.what}>
              <DayText day={line.bookedOn} /> · {numbers}
            </span>
            <span className={classes.evidence}>
              <EvidenceList evidence={proposal.evidence} />
            </span>
          </span>
        }
      />
    </li>
  )
}
