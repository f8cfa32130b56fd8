import { Anchor, Skeleton, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatMoney } from '#core/text'
import { useLocale, useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import { RefusedState } from '#ui/states'
import { type Check, customers, ledger } from './api.tsx'
import classes from './check.module.css'
import { ledgerTexts } from './texts.ts'

/** Account 411 against open items: a green tick, or each difference. */
export function CheckOf411({ company }: { company: string }) {
  const texts = useTexts(ledgerTexts)
  const locale = useLocale()
  const { data, error, isPending, refetch } = useQuery(ledger.check.queryOptions())
  if (isPending) return <Skeleton height={68} mb="lg" />
  if (error) return <RefusedState error={error} onRetry={() => void refetch()} />
  const isRight = data.differences.length === 0 && data.faults.length === 0
  if (isRight) {
    return (
      <div className={classes.check}>
        <IconCircleCheck size={20} aria-hidden />
        <div className={classes.words}>
          <Text fw={600}>{texts.equal}</Text>
          <Text>{texts.equalAt(formatMoney(data.balance411, locale))}</Text>
        </div>
      </div>
    )
  }
  return (
    <div className={classes.check} data-wrong role="alert">
      <IconAlertTriangle size={20} aria-hidden />
      <div className={classes.words}>
        <Text fw={600}>{data.differences.length > 0 ? texts.different(data.differences.length) : texts.faults}</Text>
        <ul className={classes.rows}>
          {data.differences.map((difference) => (
            <Difference key={difference.customerId} difference={difference} company={company} />
          ))}
          {data.faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}

function Difference({ difference, company }: { difference: Check['differences'][number]; company: string }) {
  const texts = useTexts(ledgerTexts)
  const { customerId, ledger: booked, open } = difference
  const { data } = useQuery(customers.get.queryOptions({ input: { id: customerId } }))
  return (
    <li>
      <Anchor component={Link} to={`/${company}/clients/${customerId}/releve`}>
        {data?.name ?? '…'}
      </Anchor>
      <span>
        {texts.inLedger} <Money value={booked} /> · {texts.inItems} <Money value={open} />
      </span>
    </li>
  )
}
