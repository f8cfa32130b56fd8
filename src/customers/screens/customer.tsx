/** The card of a customer: what they owe and how they pay, then their invoices, their details, and all that happened. */
import { ActionIcon, Anchor, Button, Menu } from '@mantine/core'
import { IconArchive, IconArchiveOff, IconDots, IconFileText } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Figure, Figures } from '#ui/figure'
import { useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import { notifyDone, undoOffer } from '#ui/notify'
import { PageHeader } from '#ui/page-header'
import { useSave } from '#ui/save'
import { useCan } from '#ui/session'
import { LoadingSkeleton, RefusedState } from '#ui/states'
import { StatusBadge } from '#ui/status'
import { ViewTabs } from '#ui/view-tabs'
import { type Customer, customers } from './api.tsx'
import { CustomerDetails } from './details.tsx'
import { CustomerHistory } from './history.tsx'
import { CustomerInvoices } from './invoices.tsx'
import { customerRoute, type Tab, TABS } from './routes.tsx'
import { StatementItem } from './statement.tsx'
import { customerTexts } from './texts.ts'

export function CustomerPage() {
  const { id } = customerRoute.useParams()
  const found = useQuery(customers.get.queryOptions({ input: { id } }))
  if (found.isPending) return <LoadingSkeleton />
  if (found.isError) return <RefusedState error={found.error} onRetry={() => void found.refetch()} />
  return <CustomerCard key={id} customer={found.data} />
}

function CustomerCard({ customer }: { customer: Customer }) {
  const texts = useTexts(customerTexts)
  const { onglet = 'factures' } = customerRoute.useSearch()
  const { company } = customerRoute.useParams()
  const navigate = customerRoute.useNavigate()
  const back = (
    <Anchor component={Link} to={`/${company}/clients`} size="xs">
      {texts.back}
    </Anchor>
  )
  return (
    <>
      <PageHeader
        title={customer.name}
        back={back}
        status={customer.archived && <StatusBadge meaning="draft">{texts.archived}</StatusBadge>}
        summary={[texts.kinds[customer.kind], customer.code, customer.address.city].filter((part) => part !== '').join(' · ')}
        actions={<Actions customer={customer} company={company} />}
      />
      <Standing customer={customer} />
      <div style={{ marginTop: 32 }}>
        <ViewTabs
          views={TABS.map((value) => ({ value, label: texts.tabs[value] }))}
          value={onglet}
          onChange={(tab) => void navigate({ search: { onglet: tab as Tab }, replace: true, resetScroll: false })}
        />
      </div>
      {onglet === 'factures' && <CustomerInvoices customerId={customer.id} company={company} />}
      {onglet === 'coordonnees' && <CustomerDetails customer={customer} />}
      {onglet === 'echanges' && <CustomerHistory customerId={customer.id} company={company} />}
    </>
  )
}

function Standing({ customer: { averageDelayDays, balance, daysLate, late } }: { customer: Customer }) {
  const texts = useTexts(customerTexts)
  return (
    <Figures>
      <Figure label={texts.outstanding} value={<Money value={balance} />} formula={texts.outstandingFormula} />
      <Figure
        label={texts.late}
        value={<Money value={late} />}
        formula={texts.lateFormula}
        {...(daysLate > 0 && { comparison: { direction: 'up', text: texts.oldest(daysLate), meaning: 'late' } })}
      />
      <Figure
        label={averageDelayDays !== null && averageDelayDays < 0 ? texts.averageAdvance : texts.averageDelay}
        value={averageDelayDays === null ? '—' : texts.days(Math.abs(averageDelayDays))}
        formula={texts.averageDelayFormula}
      />
    </Figures>
  )
}

function Actions({ customer, company }: { customer: Customer; company: string }) {
  const texts = useTexts(customerTexts)
  const mayChange = useCan('customers:write')
  const mayInvoice = useCan('invoices:write')
  const archive = useSave(customers.archive.mutationOptions(), { refreshes: [customers.key()] })
  const restore = () => archive.save({ id: customer.id, archived: false })
  const put = useSave(customers.archive.mutationOptions(), {
    refreshes: [customers.key()],
    onSaved: () => notifyDone(texts.archivedDone(customer.name), undoOffer(restore)),
  })
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={texts.more}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <StatementItem customer={customer} icon={<IconFileText size={16} aria-hidden />} />
          {mayChange && !customer.archived && (
            <Menu.Item leftSection={<IconArchive size={16} aria-hidden />} onClick={() => put.save({ id: customer.id })}>
              {texts.archive}
            </Menu.Item>
          )}
          {mayChange && customer.archived && (
            <Menu.Item leftSection={<IconArchiveOff size={16} aria-hidden />} onClick={restore}>
              {texts.restore}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {mayInvoice && !customer.archived && (
        <Button component={Link} to={`/${company}/factures/nouvelle?customer=${customer.id}`}>
          {texts.newInvoice}
        </Button>
      )}
    </>
  )
}
