import { useInfiniteQuery } from '@tanstack/react-query'
import { type CardOf, type Column, DataList } from '#ui/data-list'
import { DayText } from '#ui/day'
import { useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import { keysetPages, listData } from '#ui/pages'
import { EmptyState } from '#ui/states'
import { type Meaning, StatusBadge } from '#ui/status'
import { dunning } from './api.tsx'
import { remindersRoute } from './routes.tsx'
import { screenTexts } from './texts.ts'

type State = keyof typeof screenTexts.fr.states
type ReminderRow = {
  readonly id: string
  readonly on: string
  readonly at: string
  readonly customerId: string
  readonly customerName: string
  readonly origin: 'rule' | 'hand'
  readonly total: string
  readonly invoices: readonly { readonly number: string }[]
  readonly mailId: string | null
  readonly state: State
}

const MEANINGS: Readonly<Record<State, Meaning>> = {
  waiting: 'soon',
  sent: 'paid',
  kept: 'plain',
  failed: 'late',
  to_post: 'soon',
  posted: 'paid',
}

/** Reminders as they left: a row leads to its message, a letter to its customer. */
export function HistoryPart() {
  const texts = useTexts(screenTexts)
  const { company } = remindersRoute.useParams()
  const query = useInfiniteQuery(dunning.history.infiniteOptions({ input: (cursor) => ({ cursor }), ...keysetPages }))
  const hrefOf = ({ customerId, mailId }: ReminderRow) =>
    mailId === null ? `/${company}/clients/${customerId}` : `/${company}/courrier?panel=${mailId}`
  const columns: Column<ReminderRow>[] = [
    { key: 'customer', title: texts.customer, render: ({ customerName }) => customerName },
    { key: 'on', title: texts.on, render: ({ at, on }) => <DayText day={on} at={at} />, width: 140 },
    { key: 'invoices', title: texts.invoices, render: ({ invoices }) => numbersOf(invoices), wideOnly: true },
    { key: 'by', title: texts.by, render: ({ origin }) => texts.origins[origin], wideOnly: true, width: 130 },
    { key: 'state', title: texts.state, render: ({ state }) => <State state={state} />, width: 130 },
    { key: 'total', title: texts.total, figures: true, render: ({ total }) => <Money value={total} strong />, width: 140 },
  ]
  const card: CardOf<ReminderRow> = ({ at, customerName, invoices, on, state, total }) => ({
    name: customerName,
    detail: (
      <>
        <DayText day={on} at={at} /> · {numbersOf(invoices)}
      </>
    ),
    amount: <Money value={total} strong />,
    status: <State state={state} />,
  })
  return (
    <DataList
      data={listData<ReminderRow>(query)}
      label={texts.sent}
      columns={columns}
      card={card}
      idOf={({ id }) => id}
      hrefOf={hrefOf}
      empty={<EmptyState sentence={texts.noneSent} />}
    />
  )
}

/** Longer lists are in the message. */
const NUMBERS_SHOWN = 3

function numbersOf(invoices: ReminderRow['invoices']): string {
  const shown = invoices.slice(0, NUMBERS_SHOWN).map(({ number }) => number)
  const others = invoices.length - shown.length
  return others > 0 ? `${shown.join(', ')} +${others}` : shown.join(', ')
}

function State({ state }: { state: State }) {
  const texts = useTexts(screenTexts)
  return <StatusBadge meaning={MEANINGS[state]}>{texts.states[state]}</StatusBadge>
}
