/**
 * A list: a table where there is room, cards on a phone. A click, or Enter, opens the row's panel; arrows move it. More rows come as one
 * scrolls. Empty, loading and refused states belong to it.
 */
import { Button } from '@mantine/core'
import { useInViewport, useMediaQuery } from '@mantine/hooks'
import { type ReactNode, useEffect } from 'react'
import classes from './data-list.module.css'
import { usePageKeys } from './keys.tsx'
import { CardRows, type CardOf } from './list/card-rows.tsx'
import { type Column, type Selection, TableRows } from './list/table-rows.tsx'
import { useTexts } from './locale.tsx'
import { LoadingSkeleton, RefusedState } from './states.tsx'
import { uiTexts } from './texts.tsx'

export type { CardOf } from './list/card-rows.tsx'
export type { Column, Selection } from './list/table-rows.tsx'

export type ListData<Row> = {
  readonly rows: readonly Row[]
  readonly loading: boolean
  readonly error: unknown
  readonly retry: () => void
  readonly more?: { readonly loading: boolean; readonly load: () => void } | undefined
}

export type DataListProps<Row> = {
  data: ListData<Row>
  /** Names the list for those who do not see it. */
  label: string
  columns: readonly Column<Row>[]
  /** What a card of the phone always shows. */
  card: CardOf<Row>
  idOf: (row: Row) => string
  /** The address of the row's own page; the first column is a link to it. */
  hrefOf: (row: Row) => string
  /** The row whose panel is open, and how to open another (undefined closes). */
  opened?: string | undefined
  onOpen?: (id: string | undefined) => void
  /** Opens the row's own page (Enter). */
  onVisit?: (row: Row) => void
  selection?: Selection | undefined
  empty: ReactNode
}

/** Below this width a table would scroll sideways. */
const PHONE = '(max-width: 48em)'

export function DataList<Row>(props: DataListProps<Row>) {
  const { data, empty } = props
  const phone = useMediaQuery(PHONE, undefined, { getInitialValueInEffect: false })
  useRowKeys(props)
  if (data.loading) return <LoadingSkeleton shape="list" rows={10} />
  if (data.error && data.rows.length === 0) return <RefusedState error={data.error} onRetry={data.retry} />
  if (data.rows.length === 0) return empty
  return (
    <div>
      {phone ? <CardRows {...props} rows={data.rows} /> : <TableRows {...props} rows={data.rows} />}
      {data.more && <MoreRows {...data.more} />}
    </div>
  )
}

function MoreRows({ loading, load }: { loading: boolean; load: () => void }) {
  const texts = useTexts(uiTexts)
  const { ref, inViewport } = useInViewport<HTMLDivElement>()
  useEffect(() => {
    if (inViewport && !loading) load()
  }, [inViewport, loading, load])
  return (
    <div ref={ref} className={classes.more}>
      <Button variant="subtle" onClick={load} disabled={loading}>
        {loading ? texts.loadingMore : texts.loadMore}
      </Button>
    </div>
  )
}

function useRowKeys<Row>({ data: { rows }, idOf, opened, onOpen, onVisit }: DataListProps<Row>): void {
  const texts = useTexts(uiTexts)
  const place = rows.findIndex((row) => idOf(row) === opened)
  const move = (step: number) => {
    const next = rows[Math.min(Math.max(place + step, 0), rows.length - 1)]
    if (next) onOpen?.(idOf(next))
  }
  const current = rows[place]
  usePageKeys([
    ...(onOpen && rows.length > 0
      ? [
          { key: 'ArrowDown', label: texts.keyDown, run: () => move(1) },
          { key: 'ArrowUp', label: texts.keyUp, run: () => move(-1) },
        ]
      : []),
    ...(onVisit && current ? [{ key: 'Enter', label: texts.keyOpen, run: () => onVisit(current) }] : []),
    ...(onOpen && current ? [{ key: 'Escape', label: texts.keyClose, run: () => onOpen(undefined) }] : []),
  ])
}
