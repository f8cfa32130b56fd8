/** A payment typed by hand: who, how much, when, and which invoices it pays. */
import { Button, Group, Radio, Select, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { formatMoney } from '#core/text'
import { DayInput } from '#ui/day-input'
import { Dialog } from '#ui/dialog'
import { useLocale, useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import { notifyDone } from '#ui/notify'
import { MoneyInput } from '#ui/number-input'
import { useToday } from '#ui/today'
import { useSave } from '#ui/save'
import { SearchCombobox } from '#ui/search-combobox'
import { customers, payments, touchedByMoney } from './api.tsx'
import { OpenInvoices } from './open-invoices.tsx'
import classes from './payments.module.css'
import { allocationsOf, leftOf, type Shares } from './rules/shares.ts'
import { paymentTexts } from './texts.ts'

const METHODS = ['transfer', 'cheque', 'card', 'cash', 'direct_debit', 'other'] as const
const PROPOSED = 8

type PaymentValues = {
  customerId: string
  amount: string
  paidOn: string
  method: (typeof METHODS)[number]
  reference: string
  way: 'oldest' | 'chosen' | 'later'
  shares: Shares
}

type Props = { opened: boolean; customerId: string | undefined; onClose: () => void; onRecorded: (id: string) => void }

export function NewPayment({ opened, onClose, ...props }: Props) {
  const texts = useTexts(paymentTexts)
  return (
    <Dialog opened={opened} onClose={onClose} title={texts.newPayment} size="lg">
      <PaymentForm {...props} onClose={onClose} />
    </Dialog>
  )
}

function PaymentForm({ customerId, onClose, onRecorded }: Omit<Props, 'opened'>) {
  const texts = useTexts(paymentTexts)
  const locale = useLocale()
  const today = useToday()
  const form = useForm<PaymentValues>({
    initialValues: {
      customerId: customerId ?? '',
      amount: '',
      paidOn: today,
      method: 'transfer',
      reference: '',
      way: 'oldest',
      shares: {},
    },
  })
  const { save, saving } = useSave(payments.record.mutationOptions(), {
    form,
    refreshes: touchedByMoney,
    onSaved: (payment) => {
      notifyDone(texts.recorded(formatMoney(payment.amount, locale)))
      onRecorded(payment.id)
    },
  })
  const { amount, shares, way } = form.values
  const chosen = form.values.customerId
  const submit = form.onSubmit(({ shares: parts, way: kind, ...values }) =>
    save({ ...values, allocate: kind === 'oldest' ? 'oldest' : kind === 'chosen' ? allocationsOf(parts) : [] }),
  )
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <CustomerChoice
          customerId={chosen}
          error={form.errors['customerId']}
          onChange={(id) => form.setValues({ customerId: id, shares: {} })}
        />
        <Group grow align="flex-start">
          <MoneyInput label={texts.amountReceived} {...form.getInputProps('amount')} />
          <DayInput label={texts.dateReceived} {...form.getInputProps('paidOn')} />
        </Group>
        <Group grow align="flex-start">
          <Select
            label={texts.paymentMethod}
            data={METHODS.map((value) => ({ value, label: texts.methods[value] }))}
            allowDeselect={false}
            openOnFocus={false}
            {...form.getInputProps('method')}
          />
          <TextInput label={texts.reference} placeholder={texts.optional} maxLength={140} {...form.getInputProps('reference')} />
        </Group>
        <Radio.Group label={texts.allocation} {...form.getInputProps('way')}>
          <Stack gap="sm" mt="xs">
            <Radio value="oldest" label={texts.oldest} />
            <Radio value="chosen" label={texts.chosen} disabled={chosen === ''} />
            <Radio value="later" label={texts.later} />
          </Stack>
        </Radio.Group>
        {way === 'chosen' && chosen !== '' && (
          <OpenInvoices customerId={chosen} amount={amount} shares={shares} onChange={(next) => form.setFieldValue('shares', next)} />
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button type="submit" loading={saving} disabled={chosen === '' || (way === 'chosen' && leftOf(amount, shares) < 0n)}>
            {texts.record}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

type FoundCustomer = Awaited<ReturnType<typeof customers.list.call>>['rows'][number]

function CustomerChoice({ customerId, error, onChange }: { customerId: string; error: ReactNode; onChange: (id: string) => void }) {
  const texts = useTexts(paymentTexts)
  const { data } = useQuery(customers.get.queryOptions({ input: { id: customerId }, enabled: customerId !== '' }))
  if (customerId !== '') {
    return (
      <div className={classes.customer}>
        <Text fw={600}>{data?.name ?? '…'}</Text>
        <Button variant="subtle" size="compact-sm" onClick={() => onChange('')}>
          {texts.changeCustomer}
        </Button>
      </div>
    )
  }
  return (
    <SearchCombobox<FoundCustomer>
      label={texts.customer}
      placeholder={texts.findCustomer}
      data-autofocus
      error={error}
      queryKey={[['customers', 'search']]}
      search={async (typed, signal) =>
        (await customers.list.call({ limit: PROPOSED, ...(typed !== '' && { search: typed }) }, { signal })).rows
      }
      idOf={({ id }) => id}
      render={(row) => (
        <div className={classes.customer}>
          <span>{row.name}</span>
          <Text span c="dimmed">
            <Money value={row.balance} />
          </Text>
        </div>
      )}
      onChoose={({ id }) => onChange(id)}
    />
  )
}
