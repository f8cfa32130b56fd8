/** What came of certain matches applied together: its progress, what was left and why, and the way back from all of it. */
import { Button, CloseButton, Popover, Progress, UnstyledButton } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { formatMoney } from '#core/text'
import { DayText } from '#ui/day'
import { useLocale, useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import { useSave } from '#ui/save'
import { StatusBadge } from '#ui/status'
import { useCan } from '#ui/session'
import { type Application, reconciliation, touchedByMatching } from './api.tsx'
import classes from './application-strip.module.css'
import { certainTexts } from './certain-texts.ts'
import { Strip } from './strip.tsx'
import { certainKey } from './use-certain.tsx'
import { linesKey } from './use-lines.tsx'

const refreshes = [...touchedByMatching, certainKey, linesKey]

export const isAtWork = ({ state }: Application): boolean => state === 'applying' || state === 'undoing'

export function ApplicationStrip({ application, onClose }: { application: Application; onClose: () => void }) {
  const texts = useTexts(certainTexts)
  const mayWrite = useCan('reconciliation:write')
  const undo = useSave(reconciliation.undoApplication.mutationOptions(), { refreshes })
  useRefreshAtEnd(isAtWork(application))
  const mayUndo = mayWrite && application.state === 'applied' && application.applied > 0
  return (
    <Strip
      icon={IconChecks}
      detail={<Detail application={application} />}
      actions={
        !isAtWork(application) && (
          <>
            {mayUndo && (
              <Button variant="default" loading={undo.saving} onClick={() => undo.save({ applicationId: application.id })}>
                {texts.undoAll}
              </Button>
            )}
            <CloseButton aria-label={texts.close} onClick={onClose} />
          </>
        )
      }
    >
      <Said application={application} />
    </Strip>
  )
}

function Said({ application: { amount, applied, kept, left, lines, state, undone, waiting } }: { application: Application }) {
  const texts = useTexts(certainTexts)
  const locale = useLocale()
  if (state === 'applying') return texts.applying(lines - waiting, lines)
  if (state === 'undoing') return texts.undoing(undone + kept, lines - left)
  return state === 'undone' ? texts.undone(undone) : texts.applied(applied, formatMoney(amount, locale))
}

function Detail({ application }: { application: Application }) {
  const texts = useTexts(certainTexts)
  const { exceptions, kept, left, lines, state, undone, waiting } = application
  if (state === 'applying') return <Progress value={((lines - waiting) / lines) * 100} size="sm" aria-label={texts.progress} />
  if (state === 'undoing')
    return <Progress value={((undone + kept) / Math.max(lines - left, 1)) * 100} size="sm" aria-label={texts.progress} />
  if (exceptions.length === 0) return null
  const words = [...(left > 0 ? [texts.left(left)] : []), ...(kept > 0 ? [texts.kept(kept)] : [])].join(' · ')
  return (
    <Popover width={360} position="bottom-start">
      <Popover.Target>
        <UnstyledButton>
          <StatusBadge meaning="soon">{words}</StatusBadge>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <ul className={classes.exceptions} aria-label={texts.exceptions}>
          {exceptions.map((line) => (
            <li key={line.lineId}>
              <span className={classes.line}>
                <span>
                  {line.text} · <DayText day={line.bookedOn} />
                </span>
                <Money value={line.amount} />
              </span>
              {line.sentence}
            </li>
          ))}
          {left + kept > exceptions.length && <li>{texts.moreExceptions(left + kept - exceptions.length)}</li>}
        </ul>
      </Popover.Dropdown>
    </Popover>
  )
}

/** When the background work ends, what it changed is read again. */
function useRefreshAtEnd(atWork: boolean): void {
  const queries = useQueryClient()
  const before = useRef(atWork)
  useEffect(() => {
    if (before.current && !atWork) for (const queryKey of refreshes) void queries.invalidateQueries({ queryKey })
    before.current = atWork
  }, [atWork, queries])
}
