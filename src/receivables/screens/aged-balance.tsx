/** Who owes how much since when, as of any day gone by. */
import { Skeleton } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dayInParis } from '#core/day'
import { DataList } from '#ui/data-list'
import { useTexts } from '#ui/locale'
import { PageHeader } from '#ui/page-header'
import { keysetPages, listData } from '#ui/pages'
import { WithPanel } from '#ui/side-panel'
import { EmptyState } from '#ui/states'
import { agedCard, agedColumns } from './aged-columns.tsx'
import { AgedControls, ExportAged } from './aged-controls.tsx'
import { AgedPanel } from './aged-panel.tsx'
import { AgeingBar } from './ageing-bar.tsx'
import classes from './ageing-bar.module.css'
import { type AgedRow, receivables } from './api.tsx'
import { agedBalanceRoute } from './routes.tsx'
import { screenTexts } from './texts.ts'

export function AgedBalancePage() {
  const texts = useTexts(screenTexts)
  const { au, ordre = 'late', panel } = agedBalanceRoute.useSearch()
  const { company } = agedBalanceRoute.useParams()
  const navigate = agedBalanceRoute.useNavigate()
  const [today] = useState(() => dayInParis(new Date()))
  const query = useInfiniteQuery({
    ...receivables.agedBalance.infiniteOptions({
      input: (cursor: string | undefined) => ({
        sort: ordre,
        ...(au !== undefined && { asOf: au }),
        ...(cursor !== undefined && { cursor }),
      }),
      ...keysetPages,
    }),
    // While another day is read the last one stays: nothing jumps.
    placeholderData: (before) => before,
  })
  const change = (changes: { au?: string | undefined; ordre?: 'late' | 'name'; panel?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), replace: true, resetScroll: false })
  const data = listData(query)
  const first = query.data?.pages[0]
  const hrefOf = ({ customerId }: AgedRow) => `/${company}/clients/${customerId}/releve${au === undefined ? '' : `?au=${au}`}`
  const open = data.rows.find(({ customerId }) => customerId === panel)
  return (
    <>
      <PageHeader title={texts.agedBalance} summary={first && texts.agedSummary(first.customers)} actions={<ExportAged asOf={au} />} />
      {first ? first.customers > 0 && <AgeingBar aged={first.totals} /> : <Skeleton className={classes.waiting ?? ''} />}
      <AgedControls
        today={today}
        asOf={au}
        order={ordre}
        onDay={(day) => change({ au: day })}
        onOrder={(order) => change({ ordre: order })}
      />
      <WithPanel
        panel={
          panel === undefined
            ? undefined
            : {
                title: open?.customerName ?? texts.items,
                href: `/${company}/clients/${panel}`,
                onClose: () => change({ panel: undefined }),
                children: <AgedPanel key={panel} company={company} customerId={panel} asOf={au} />,
              }
        }
      >
        <DataList
          data={data}
          label={texts.agedBalance}
          columns={agedColumns(texts, first?.totals)}
          card={agedCard(texts)}
          idOf={({ customerId }) => customerId}
          hrefOf={hrefOf}
          opened={panel}
          onOpen={(id) => change({ panel: id })}
          onVisit={(row) => void navigate({ href: hrefOf(row) })}
          empty={<EmptyState sentence={texts.nothingOwed} />}
        />
      </WithPanel>
    </>
  )
}
