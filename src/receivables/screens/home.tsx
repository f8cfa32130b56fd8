/** Three questions from top to bottom: what must I do today, how much is coming and how much is late, what changed since I last looked. */
import { Anchor, Button, Text, Title } from '@mantine/core'
import { IconFileInvoice, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { moneyText, negate, parseMoney } from '#core/money'
import { formatDay, formatMoney } from '#core/text'
import { useLocale, useTexts } from '#ui/locale'
import { PageHeader } from '#ui/page-header'
import { useCan } from '#ui/session'
import { EmptyState, LoadingSkeleton, RefusedState } from '#ui/states'
import { AgeingBar } from './ageing-bar.tsx'
import { type Aged, type Home, receivables, reconciliation } from './api.tsx'
import { HomeFigures } from './home-figures.tsx'
import { LateCustomers } from './home-late.tsx'
import { RecentEvents } from './home-recent.tsx'
import { Setup, useSetup } from './home-setup.tsx'
import { ToDo } from './home-to-do.tsx'
import classes from './home.module.css'
import { homeRoute } from './routes.tsx'
import { screenTexts } from './texts.ts'

export function HomePage() {
  const texts = useTexts(screenTexts)
  const locale = useLocale()
  const { company } = homeRoute.useParams()
  const mayInvoice = useCan('invoices:write')
  const { data, error, isPending, refetch } = useQuery(receivables.home.queryOptions())
  // The bank page answers for its lines; without an answer the rest is shown all the same.
  const bank = useQuery(reconciliation.summary.queryOptions())
  const setup = useSetup()
  if (isPending || bank.isPending || setup.isLoading) return <LoadingSkeleton />
  if (error) return <RefusedState error={error} onRetry={() => void refetch()} />
  const newInvoice = (label: string) =>
    mayInvoice && (
      <Button component={Link} to={`/${company}/factures/nouvelle`} leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />}>
        {label}
      </Button>
    )
  const lacks = <Setup setup={setup} started={data.started} slug={company} />
  if (!data.started) {
    return (
      <>
        <PageHeader title={texts.home} />
        {lacks}
        <EmptyState icon={IconFileInvoice} sentence={texts.firstInvoice} action={newInvoice(texts.createFirst)} />
      </>
    )
  }
  return (
    <>
      <PageHeader title={texts.home} summary={formatDay(data.on, locale, 'long')} actions={newInvoice(texts.newInvoice)} />
      {lacks}
      <Answers home={data} bankLines={bank.data?.states.find(({ state }) => state === 'to_do') ?? NO_LINES} company={company} />
    </>
  )
}

const NO_LINES = { count: 0, amount: '0.00' }

function Answers({ bankLines, company, home }: { home: Home; bankLines: typeof NO_LINES; company: string }) {
  const texts = useTexts(screenTexts)
  return (
    <>
      <section className={classes.part}>
        <Title order={2}>{texts.toDo}</Title>
        <ToDo toDo={home.toDo} bankLines={bankLines} company={company} />
      </section>
      <section className={classes.part}>
        <Title order={2}>{texts.comingAndLate}</Title>
        <div className={classes.figures}>
          <HomeFigures home={home} />
        </div>
        <div className={classes.head}>
          <Title order={3}>{texts.ageing}</Title>
          <Anchor component={Link} to={`/${company}/balance-agee`}>
            {texts.openAgedBalance}
          </Anchor>
        </div>
        <AgeingBar aged={home.aged} href={`/${company}/balance-agee`} />
        <Unallocated aged={home.aged} />
      </section>
      <div className={classes.columns}>
        <section>
          <Title order={2} mb="sm">
            {texts.oldestLate}
          </Title>
          <LateCustomers customers={home.oldestLate} company={company} />
        </section>
        <section>
          <Title order={2} mb="sm">
            {texts.recent}
          </Title>
          <RecentEvents events={home.recent} company={company} />
        </section>
      </div>
    </>
  )
}

/** The bar shows what is owed on invoices: what makes it more than the outstanding is said under it. */
function Unallocated({ aged }: { aged: Aged }) {
  const texts = useTexts(screenTexts)
  const locale = useLocale()
  const unallocated = parseMoney(aged.unallocated)
  if (unallocated === 0n) return null
  return (
    <Text c="dimmed" mt="sm">
      {texts.lessUnallocated(formatMoney(moneyText(negate(unallocated)), locale), formatMoney(aged.total, locale))}
    </Text>
  )
}
