/** The open items of one customer on a day. */
import { Anchor, Button, Group, Stack } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatDay, formatMoney } from '#core/text'
import { DaysLate } from '#ui/day'
import { Section } from '#ui/facts'
import { useLocale, useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import { keysetPages, listData } from '#ui/pages'
import { LoadingSkeleton, RefusedState } from '#ui/states'
import classes from './aged-panel.module.css'
import { receivables, type StandingItem } from './api.tsx'
import { screenTexts } from './texts.ts'

type Props = { company: string; customerId: string; asOf: string | undefined }

export function AgedPanel({ asOf, company, customerId }: Props) {
  const texts = useTexts(screenTexts)
  const query = useInfiniteQuery(
    receivables.agedDetail.infiniteOptions({
      input: (cursor: string | undefined) => ({ customerId, ...(asOf !== undefined && { asOf }), ...(cursor !== undefined && { cursor }) }),
      ...keysetPages,
    }),
  )
  const data = listData(query)
  if (data.loading) return <LoadingSkeleton shape="form" />
  if (data.error) return <RefusedState error={data.error} onRetry={data.retry} />
  return (
    <Stack gap="md">
      <Section title={texts.items}>
        <ul className={classes.items}>
          {data.rows.map((item) => (
            <Item key={item.id} item={item} company={company} />
          ))}
        </ul>
        {data.more && (
          <Button variant="subtle" loading={data.more.loading} onClick={data.more.load}>
            {texts.more}
          </Button>
        )}
      </Section>
      <Group gap="sm">
        <Button
          component={Link}
          variant="default"
          to={`/${company}/clients/${customerId}/releve${asOf === undefined ? '' : `?au=${asOf}`}`}
        >
          {texts.statement}
        </Button>
        <Button component={Link} variant="subtle" to={`/${company}/clients/${customerId}`}>
          {texts.customerCard}
        </Button>
      </Group>
    </Stack>
  )
}

function Item({ item, company }: { item: StandingItem; company: string }) {
  const texts = useTexts(screenTexts)
  const locale = useLocale()
  const name = item.reference === '' ? texts.kinds[item.kind] : item.reference
  const href = item.invoiceId === null ? `/${company}/paiements?panel=${item.paymentId}` : `/${company}/factures/${item.invoiceId}`
  return (
    <li className={classes.item}>
      <div>
        <Anchor component={Link} to={href}>
          {name}
        </Anchor>
        <div className={classes.detail}>
          {item.kind === 'instalment'
            ? texts.dueOn(formatDay(item.dueOn, locale))
            : `${texts.kinds[item.kind]} ${texts.datedOn(formatDay(item.datedOn, locale))}`}
        </div>
      </div>
      <div className={classes.figures}>
        <Money value={item.open} strong />
        <div className={classes.detail}>
          <DaysLate days={item.daysLate} />
          {item.open !== item.amount && ` ${texts.ofAmount(formatMoney(item.amount, locale))}`}
        </div>
      </div>
    </li>
  )
}
