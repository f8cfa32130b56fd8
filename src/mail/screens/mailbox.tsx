import { Alert } from '@mantine/core'
import { IconMailOff } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { formatInstant } from '#core/text'
import { DataList, type CardOf, type Column } from '#ui/data-list'
import { useLocale, useTexts } from '#ui/locale'
import { PageHeader } from '#ui/page-header'
import { keysetPages, listData } from '#ui/pages'
import { WithPanel } from '#ui/side-panel'
import { EmptyState } from '#ui/states'
import { ViewTabs } from '#ui/view-tabs'
import { texts as mailTexts } from '../texts.ts'
import { mail } from './api.tsx'
import { MailStatus, type MailState } from './mail-status.tsx'
import { MessagePanel } from './message-panel.tsx'
import { mailboxRoute } from './routes.tsx'

type Row = {
  readonly id: string
  readonly kind: string
  readonly state: MailState
  readonly to: readonly string[]
  readonly subject: string
  readonly createdAt: string
}

/** What was sent to customers, as they received it; and what did not leave, and why. */
export function MailboxPage() {
  const texts = useTexts(mailTexts)
  const { view = 'all', panel } = mailboxRoute.useSearch()
  const { company } = mailboxRoute.useParams()
  const navigate = mailboxRoute.useNavigate()
  const state = view === 'all' ? undefined : view
  const { data: server } = useQuery(mail.server.queryOptions())
  const query = useInfiniteQuery(mail.list.infiniteOptions({ input: (cursor) => ({ state, cursor }), ...keysetPages }))
  const open = (id: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, panel: id }), replace: true, resetScroll: false })
  const hrefOf = ({ id }: { id: string }) => `/${company}/courrier?panel=${id}`
  const data = listData<Row>(query)
  const opened = data.rows.find(({ id }) => id === panel)
  const views = (['all', 'waiting', 'failed'] as const).map((value) => ({
    value,
    label: value === 'all' ? texts.all : texts.states[value],
  }))
  return (
    <>
      <PageHeader title={texts.title} summary={texts.summary} />
      {server?.leaves === false && (
        <Alert icon={<IconMailOff size={20} aria-hidden />} color="gray" mb="md" title={texts.nothingLeaves}>
          {texts.nothingLeavesHow}
        </Alert>
      )}
      <ViewTabs views={views} value={view} onChange={(next) => void navigate({ search: { view: next as typeof view }, replace: true })} />
      <WithPanel
        panel={
          opened && {
            title: opened.subject,
            href: hrefOf(opened),
            onClose: () => open(undefined),
            children: <MessagePanel key={opened.id} id={opened.id} />,
          }
        }
      >
        <DataList
          data={data}
          label={texts.title}
          columns={useMailColumns()}
          card={useMailCard()}
          idOf={({ id }) => id}
          hrefOf={hrefOf}
          opened={panel}
          onOpen={open}
          empty={<EmptyState sentence={view === 'failed' ? texts.noneFailed : texts.none} />}
        />
      </WithPanel>
    </>
  )
}

function useMailColumns(): Column<Row>[] {
  const texts = useTexts(mailTexts)
  const locale = useLocale()
  return [
    { key: 'subject', title: texts.subject, render: ({ subject }) => subject },
    { key: 'to', title: texts.to, render: ({ to }) => to.join(', '), wideOnly: true },
    { key: 'kind', title: texts.kind, render: ({ kind }) => texts.kinds[kind] ?? kind, wideOnly: true, width: 110 },
    { key: 'at', title: texts.at, render: ({ createdAt }) => formatInstant(createdAt, locale), width: 180 },
    { key: 'state', title: texts.state, render: ({ state }) => <MailStatus state={state} />, width: 130 },
  ]
}

function useMailCard(): CardOf<Row> {
  const locale = useLocale()
  return ({ createdAt, state, subject, to }) => ({
    name: subject,
    detail: `${to.join(', ')} · ${formatInstant(createdAt, locale)}`,
    status: <MailStatus state={state} />,
  })
}
