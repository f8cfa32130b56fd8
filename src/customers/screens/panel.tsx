/** A customer at a glance, beside the list: what they owe, whom to call, the invoices left to pay. */
import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Fact, Facts, Section } from '#ui/facts'
import { DaysLate } from '#ui/day'
import { useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import { useCan } from '#ui/session'
import { LoadingSkeleton, RefusedState } from '#ui/states'
import { type Customer, customers, invoices } from './api.tsx'
import { customerTexts } from './texts.ts'

export function CustomerPanel({ id, company }: { id: string; company: string }) {
  const texts = useTexts(customerTexts)
  const found = useQuery(customers.get.queryOptions({ input: { id } }))
  const mayInvoice = useCan('invoices:write')
  if (found.isPending) return <LoadingSkeleton shape="form" />
  if (found.isError) return <RefusedState error={found.error} onRetry={() => void found.refetch()} />
  const customer = found.data
  return (
    <Stack gap="lg">
      <Facts>
        <Fact label={texts.outstanding}>
          <Money value={customer.balance} strong />
        </Fact>
        <Fact label={texts.late}>
          <Group gap="sm" justify="flex-end">
            <DaysLate days={customer.daysLate} />
            <Money value={customer.late} />
          </Group>
        </Fact>
        <Fact label={customer.averageDelayDays !== null && customer.averageDelayDays < 0 ? texts.averageAdvance : texts.averageDelay}>
          {customer.averageDelayDays === null ? texts.noPayment : texts.days(Math.abs(customer.averageDelayDays))}
        </Fact>
      </Facts>
      <People customer={customer} />
      <OpenInvoices id={id} company={company} />
      {mayInvoice && (
        <Button component={Link} to={`/${company}/factures/nouvelle?customer=${id}`} variant="default">
          {texts.newInvoice}
        </Button>
      )}
    </Stack>
  )
}

function People({ customer: { address, code, contacts } }: { customer: Customer }) {
  const texts = useTexts(customerTexts)
  const town = [address.postcode, address.city].filter((part) => part !== '').join(' ')
  const street = [address.line1, address.line2, town].filter((part) => part !== '')
  return (
    <Section title={texts.contact}>
      <Facts>
        <Fact label={texts.reference}>{code}</Fact>
        {street.length > 0 && <Fact label={texts.address}>{street.join(', ')}</Fact>}
      </Facts>
      {contacts.length === 0 && <Text c="dimmed">{texts.noContact}</Text>}
      {contacts.map(({ email, id, name, phone }) => (
        <div key={id} style={{ padding: '4px 0' }}>
          {name && <div>{name}</div>}
          {email && <Anchor href={`mailto:${email}`}>{email}</Anchor>}
          {phone && (
            <div>
              <Anchor href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</Anchor>
            </div>
          )}
        </div>
      ))}
    </Section>
  )
}

const SHOWN_INVOICES = 6

function OpenInvoices({ id, company }: { id: string; company: string }) {
  const texts = useTexts(customerTexts)
  const found = useQuery(invoices.list.queryOptions({ input: { view: 'to_collect', customerId: id, limit: SHOWN_INVOICES } }))
  if (!found.data || found.data.rows.length === 0) return null
  return (
    <Section title={texts.tabs.factures}>
      <Facts>
        {found.data.rows.map((row) => (
          <div key={row.id} style={{ display: 'flex', justifyContent: 'space-between', gap: 16, padding: '4px 0' }}>
            <Anchor component={Link} to={`/${company}/factures/${row.id}`}>
              {row.number}
            </Anchor>
            <Group gap="sm" wrap="nowrap">
              <DaysLate days={row.daysLate} />
              <Money value={row.open} />
            </Group>
          </div>
        ))}
      </Facts>
    </Section>
  )
}
