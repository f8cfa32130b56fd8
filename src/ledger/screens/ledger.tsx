/** The books as they post themselves: entries by journal, balances, and the check that they say what customers owe. */
import { useTexts } from '#ui/locale'
import { PageHeader } from '#ui/page-header'
import { ViewTabs } from '#ui/view-tabs'
import { Balances } from './balances.tsx'
import { CheckOf411 } from './check.tsx'
import { Entries } from './entries.tsx'
import { ledgerRoute } from './routes.tsx'
import { ledgerTexts } from './texts.ts'

const VIEWS = ['entries', 'balances'] as const

export function LedgerPage() {
  const texts = useTexts(ledgerTexts)
  const { view } = ledgerRoute.useSearch()
  const { company } = ledgerRoute.useParams()
  const navigate = ledgerRoute.useNavigate()
  const shown = view === 'balances' ? 'balances' : 'entries'
  return (
    <>
      <PageHeader title={texts.title} summary={texts.summary} />
      <CheckOf411 company={company} />
      <ViewTabs
        views={VIEWS.map((value) => ({ value, label: texts.views[value] }))}
        value={shown}
        onChange={(value) => void navigate({ search: { view: value }, replace: true, resetScroll: false })}
      />
      {shown === 'balances' ? <Balances /> : <Entries />}
    </>
  )
}
