/** One payment: what it paid and why we think so; what is left of it; how to take it back. */
import { Anchor, Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { DayText } from '#ui/day'
import { Fact, Facts, Section } from '#ui/facts'
import { useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import { notifyDone } from '#ui/notify'
import { useSave } from '#ui/save'
import { useCan } from '#ui/session'
import { LoadingSkeleton, RefusedState } from '#ui/states'
import { AllocateRest } from './allocate-rest.tsx'
import { type Payment, payments, touchedByMoney } from './api.tsx'
import { Evidence } from './evidence.tsx'
import classes from './payments.module.css'
import { PaymentStatus } from './payment-status.tsx'
import { ReversePayment } from './reverse-payment.tsx'
import { paymentTexts } from './texts.ts'

export function PaymentPanel({ company, id }: { company: string; id: string }) {
  const texts = useTexts(paymentTexts)
  const mayWrite = useCan('payments:write')
  const { data: payment, error, refetch } = useQuery(payments.get.queryOptions({ input: { id } }))
  if (error) return <RefusedState error={error} onRetry={() => void refetch()} />
  if (!payment) return <LoadingSkeleton shape="list" rows={6} />
  const isInForce = payment.reversedOn === null
  return (
    <>
      <Facts>
        <Fact label={texts.customer}>
          <Anchor component={Link} to={`/${company}/clients/${payment.customerId}`}>
            {payment.customerName}
          </Anchor>
        </Fact>
        <Fact label={texts.state}>
          <PaymentStatus payment={payment} />
        </Fact>
        <Fact label={texts.paidOn}>
          <DayText day={payment.paidOn} />
        </Fact>
        <Fact label={texts.method}>{texts.methods[payment.method]}</Fact>
        {payment.reference && <Fact label={texts.reference}>{payment.reference}</Fact>}
        <Fact label={texts.source}>{payment.fromBank ? texts.fromBank : texts.byHand}</Fact>
        {payment.reversedOn && (
          <Fact label={texts.reversalFact}>
            <DayText day={payment.reversedOn} /> · {payment.reversalReason}
          </Fact>
        )}
        {payment.differences.map(({ amount, kind, vat }) => (
          <Fact key={kind} label={texts.differences[kind]}>
            <Money value={amount} />
            {vat !== '0.00' && (
              <Text span c="dimmed">
                {` · ${texts.ofWhichVat} `}
                <Money value={vat} />
              </Text>
            )}
          </Fact>
        ))}
        {payment.differences.length > 0 && (
          <Fact label={texts.receivedAmount}>
            <Money value={payment.received} />
          </Fact>
        )}
        {isInForce && payment.open !== '0.00' && (
          <Fact label={texts.left}>
            <Money value={payment.open} strong />
          </Fact>
        )}
      </Facts>
      {isInForce && !payment.amount.startsWith('-') && (
        <Section title={texts.allocations}>
          {payment.allocations.length === 0 && <Text c="dimmed">{texts.noAllocation}</Text>}
          {payment.allocations.map((allocation) => (
            <Allocation key={allocation.id} allocation={allocation} company={company} mayUndo={mayWrite} />
          ))}
          {mayWrite && payment.open !== '0.00' && <AllocateRest key={payment.open} payment={payment} />}
        </Section>
      )}
      {mayWrite && isInForce && <ReverseSection payment={payment} />}
    </>
  )
}

function Allocation({ allocation, company, mayUndo }: { allocation: Payment['allocations'][number]; company: string; mayUndo: boolean }) {
  const texts = useTexts(paymentTexts)
  const { save, saving } = useSave(payments.undoAllocation.mutationOptions(), {
    refreshes: touchedByMoney,
    onSaved: () => notifyDone(texts.allocationUndone(allocation.reference)),
  })
  return (
    <div className={classes.allocation}>
      <div>
        {allocation.invoiceId === null ? (
          allocation.reference
        ) : (
          <Anchor component={Link} to={`/${company}/factures/${allocation.invoiceId}`}>
            {allocation.reference}
          </Anchor>
        )}
        <Evidence evidence={allocation.evidence} automatic={allocation.origin === 'automatic'} />
      </div>
      <div className={classes.figures}>
        <Money value={allocation.amount} />
        {mayUndo && (
          <Button variant="subtle" color="gray" size="compact-xs" loading={saving} onClick={() => save({ id: allocation.id })}>
            {texts.undoAllocation}
          </Button>
        )}
      </div>
    </div>
  )
}

function ReverseSection({ payment }: { payment: Payment }) {
  const texts = useTexts(paymentTexts)
  const [opened, setOpened] = useState(false)
  if (opened) return <ReversePayment payment={payment} onClose={() => setOpened(false)} />
  return (
    <Button variant="subtle" color="var(--late)" mt="lg" onClick={() => setOpened(true)}>
      {texts.reverse}
    </Button>
  )
}
