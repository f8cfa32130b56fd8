/** The account of a customer over a period: where it stood, what moved it, where it stands. */
import { Anchor, Button, Group } from '@mantine/core'
import { IconFileDownload } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { addDays, dayInParis, parseDay } from '#core/day'
import { formatDay } from '#core/text'
import { DataList } from '#ui/data-list'
import { DayInput } from '#ui/day-input'
import { download } from '#ui/download'
import { Figure, Figures } from '#ui/figure'
import { useLocale, useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import { notifyRefused } from '#ui/notify'
import { PageHeader } from '#ui/page-header'
import { EmptyState, LoadingSkeleton, RefusedState } from '#ui/states'
import { type Movement, type Statement, statements } from './api.tsx'
import { movementCard, movementColumns } from './movement-columns.tsx'
import { statementRoute } from './routes.tsx'
import { statementTexts } from './texts.ts'

export function StatementPage() {
  const texts = useTexts(statementTexts)
  const { company, id } = statementRoute.useParams()
  const { au, du } = statementRoute.useSearch()
  const navigate = statementRoute.useNavigate()
  const [today] = useState(() => dayInParis(new Date()))
  const found = useQuery({
    ...statements.get.queryOptions({
      input: { customerId: id, ...(du !== undefined && { from: du }), ...(au !== undefined && { to: au }) },
    }),
    placeholderData: (before) => before,
  })
  if (found.isPending) return <LoadingSkeleton />
  if (found.isError) return <RefusedState error={found.error} onRetry={() => void found.refetch()} />
  const statement = found.data
  const change = (changes: { du?: string | undefined; au?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), replace: true, resetScroll: false })
  return (
    <>
      <PageHeader
        title={texts.title}
        back={
          <Anchor component={Link} to={`/${company}/clients/${id}`}>
            {statement.customerName}
          </Anchor>
        }
        actions={<PdfButton customerId={id} asOf={au} code={statement.customerCode} />}
      />
      <Balances statement={statement} />
      <Group gap="md" my="lg" align="flex-end">
        <DayInput
          label={texts.from}
          value={statement.from}
          maxDate={statement.to}
          onChange={(day) => change({ du: day === '' ? undefined : day })}
          w={160}
        />
        <DayInput
          label={texts.to}
          value={statement.to}
          maxDate={today}
          onChange={(day) => change({ au: day === '' || day >= today ? undefined : day })}
          w={160}
        />
      </Group>
      <DataList<Movement>
        data={{ rows: statement.movements.toReversed(), loading: false, error: undefined, retry: () => undefined }}
        label={texts.title}
        columns={movementColumns(texts)}
        card={movementCard(texts)}
        idOf={(row) => `${row.kind} ${row.invoiceId ?? row.paymentId}`}
        hrefOf={(row) =>
          row.invoiceId === null ? `/${company}/paiements?panel=${row.paymentId}` : `/${company}/factures/${row.invoiceId}`
        }
        empty={<EmptyState sentence={texts.nothing} />}
      />
    </>
  )
}

function Balances({ statement: { aged, closing, from, opening, to } }: { statement: Statement }) {
  const texts = useTexts(statementTexts)
  const locale = useLocale()
  return (
    <Figures>
      <Figure label={texts.opening(formatDay(addDays(parseDay(from), -1), locale))} value={<Money value={opening} />} />
      <Figure label={texts.closing(formatDay(to, locale))} value={<Money value={closing} />} />
      <Figure label={texts.late} value={<Money value={aged.late} />} />
      <Figure label={texts.unallocated} value={<Money value={aged.unallocated} />} />
    </Figures>
  )
}

function PdfButton({ asOf, code, customerId }: { asOf: string | undefined; code: string; customerId: string }) {
  const texts = useTexts(statementTexts)
  const { isPending, mutate } = useMutation({
    mutationFn: () => statements.pdf.call({ customerId, ...(asOf !== undefined && { asOf }) }),
    onSuccess: (file) => download(file, file instanceof File && file.name !== '' ? file.name : `${code}.pdf`),
    onError: notifyRefused,
  })
  return (
    <Button loading={isPending} leftSection={<IconFileDownload size={16} stroke={1.5} aria-hidden />} onClick={() => mutate()}>
      {texts.pdf}
    </Button>
  )
}
