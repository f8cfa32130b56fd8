/** Long bank files on their way in: how far each is, also for whoever comes back to the page. */
import { CloseButton, Progress } from '@mantine/core'
import { IconAlertTriangle, IconLoader2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTexts } from '#ui/locale'
import { type LongImport, reconciliation } from './api.tsx'
import classes from './import-under-way.module.css'
import { bankTexts } from './texts.ts'
import type { Import } from './use-import.tsx'

const EVERY_MS = 1_000

export function ImportsUnderWay({ work }: { work: Import }) {
  const { data } = useQuery(reconciliation.runningImports.queryOptions())
  const ids = new Set([...(work.underWay === undefined ? [] : [work.underWay]), ...(data?.imports.map(({ id }) => id) ?? [])])
  return [...ids].map((id) => <UnderWay key={id} id={id} work={work} />)
}

function UnderWay({ id, work }: { id: string; work: Import }) {
  const texts = useTexts(bankTexts)
  const { data } = useQuery({
    ...reconciliation.importProgress.queryOptions({ input: { id } }),
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : EVERY_MS),
  })
  const state = data?.state
  const before = useRef(state)
  useEffect(() => {
    if (before.current === state) return
    const was = before.current
    before.current = state
    const { result } = data ?? {}
    if (state === 'done') {
      work.onLongImport(result?.outcome === 'imported' ? result : undefined)
      work.closeUnderWay()
    } else if (was !== undefined) work.onLongImport(undefined)
  }, [state, data, work])
  if (!data || data.state === 'done') return null
  const { linesRead, linesTotal } = data
  const known = data.state === 'keeping' && linesTotal > 0
  return (
    <section
      className={classes.strip}
      data-failed={data.state === 'failed' || undefined}
      role={data.state === 'failed' ? 'alert' : undefined}
    >
      {data.state === 'failed' ? <IconAlertTriangle size={20} aria-hidden /> : <IconLoader2 size={20} aria-hidden />}
      <div className={classes.words}>
        <p className={classes.name}>{texts.underWay(data.fileName)}</p>
        {data.state !== 'failed' && (
          <Progress
            value={known ? (100 * linesRead) / linesTotal : 100}
            animated={!known}
            size="sm"
            aria-label={texts.underWay(data.fileName)}
          />
        )}
        <p className={classes.told}>{told(data, texts)}</p>
        {data.state !== 'failed' && <p className={classes.leave}>{texts.underWayLeave}</p>}
      </div>
      {data.state === 'failed' && <CloseButton aria-label={texts.close} onClick={work.closeUnderWay} />}
    </section>
  )
}

const isOver = ({ state }: LongImport): boolean => state === 'done' || state === 'failed'

function told({ linesNew, linesRead, linesTotal, matched, problem, state }: LongImport, texts: typeof bankTexts.fr): string {
  if (problem !== null) return problem
  if (state === 'keeping' && linesTotal === 0) return texts.underWayReading
  const kept = texts.underWayKept(Math.floor((100 * linesRead) / Math.max(linesTotal, 1)), linesRead, linesTotal, linesNew)
  return state === 'matching' ? `${kept} ${texts.underWayMatching(matched)}` : kept
}
