import { useMediaQuery } from '@mantine/hooks'
import { DataTable, type DataTableColumn } from 'mantine-datatable'
import 'mantine-datatable/styles.css'
import type { ReactNode } from 'react'
import { useTexts } from '../locale.tsx'
import { uiTexts } from '../texts.tsx'
import { RowLink } from './row-link.tsx'
import classes from './table-rows.module.css'

export type Column<Row> = {
  readonly key: string
  readonly title: string
  readonly render: (row: Row) => ReactNode
  /** Amounts and figures stand at right. */
  readonly figures?: boolean
  readonly width?: number
  /** The total of the column, or words beside it. */
  readonly footer?: ReactNode
  /** May be hidden by the person; `hidden` is how it starts. */
  readonly optional?: boolean
  readonly hidden?: boolean
  /** Gives way first when the panel is open or the window narrow. */
  readonly wideOnly?: boolean
}

export type Selection = { readonly ids: ReadonlySet<string>; readonly onChange: (ids: ReadonlySet<string>) => void }

type Props<Row> = {
  rows: readonly Row[]
  label: string
  columns: readonly Column<Row>[]
  idOf: (row: Row) => string
  hrefOf: (row: Row) => string
  opened?: string | undefined
  onOpen?: (id: string | undefined) => void
  selection?: Selection | undefined
}

export function TableRows<Row>({ rows, label, columns, idOf, hrefOf, opened, onOpen, selection }: Props<Row>) {
  const texts = useTexts(uiTexts)
  const wide = useMediaQuery('(min-width: 75em)', undefined, { getInitialValueInEffect: false })
  const roomy = wide && opened === undefined
  const asLink = (column: Column<Row>) => (row: Row) => (
    <RowLink href={hrefOf(row)} onOpen={onOpen && (() => onOpen(idOf(row)))}>
      {column.render(row)}
    </RowLink>
  )
  const shown = columns.filter((column) => roomy || !column.wideOnly)
  const drawn = shown.map((column, index) => drawnColumn(column, index === 0 ? asLink(column) : undefined))
  const selected = rows.filter((row) => selection?.ids.has(idOf(row)))
  return (
    <section aria-label={label}>
      <DataTable<Row>
        className={classes.table ?? ''}
        records={[...rows]}
        columns={drawn}
        // Kept in the page even when there are rows; a list without any never comes here.
        emptyState={<span hidden />}
        idAccessor={(row) => idOf(row)}
        highlightOnHover
        verticalSpacing={10}
        horizontalSpacing={12}
        borderColor="var(--line)"
        rowBorderColor="var(--line)"
        rowClassName={(row) => (idOf(row) === opened ? (classes.opened ?? '') : '')}
        onRowClick={({ record }) => onOpen?.(idOf(record) === opened ? undefined : idOf(record))}
        {...(selection && {
          selectedRecords: selected,
          onSelectedRecordsChange: (records: Row[]) => selection.onChange(new Set(records.map(idOf))),
          getRecordSelectionCheckboxProps: () => ({ 'aria-label': texts.selectRow }),
          allRecordsSelectionCheckboxProps: { 'aria-label': texts.selectAll },
        })}
      />
    </section>
  )
}

/** `named` draws the first column, which names the row. */
function drawnColumn<Row>(column: Column<Row>, named: ((row: Row) => ReactNode) | undefined): DataTableColumn<Row> {
  return {
    accessor: column.key,
    title: column.title,
    textAlign: column.figures ? 'right' : 'left',
    ...(named && classes.name && { cellsClassName: classes.name }),
    ...(column.width !== undefined && { width: column.width }),
    ...(column.footer !== undefined && { footer: column.footer }),
    render: named ?? column.render,
  }
}
