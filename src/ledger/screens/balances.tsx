import { useQuery } from '@tanstack/react-query'
import { type CardOf, type Column, DataList } from '#ui/data-list'
import { useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import { EmptyState } from '#ui/states'
import { type Balance, ledger } from './api.tsx'
import { ledgerRoute } from './routes.tsx'
import { ledgerTexts } from './texts.ts'

/** The balance of each account, today. */
export function Balances() {
  const texts = useTexts(ledgerTexts)
  const { company } = ledgerRoute.useParams()
  const { data, error, isPending, refetch } = useQuery(ledger.balances.queryOptions({ input: {} }))
  const columns: readonly Column<Balance>[] = [
    { key: 'account', title: texts.account, render: ({ account, label }) => `${account} ${label}` },
    { key: 'debit', title: texts.debit, figures: true, render: ({ debit }) => <Money value={debit} /> },
    { key: 'credit', title: texts.credit, figures: true, render: ({ credit }) => <Money value={credit} /> },
    { key: 'balance', title: texts.balance, figures: true, render: ({ balance }) => <Money value={balance} strong /> },
  ]
  const card: CardOf<Balance> = ({ account, balance, label }) => ({ name: `${account} ${label}`, amount: <Money value={balance} /> })
  return (
    <DataList
      data={{ rows: data?.accounts ?? [], loading: isPending, error, retry: () => void refetch() }}
      label={texts.views.balances}
      columns={columns}
      card={card}
      idOf={({ account }) => account}
      hrefOf={() => `/${company}/comptabilite`}
      empty={<EmptyState sentence={texts.noEntry} />}
    />
  )
}
