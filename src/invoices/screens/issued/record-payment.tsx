/** « Enregistrer un paiement »: two clicks when it was paid in full today. */
import { Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { isMoneyText, minCents, moneyText, parseMoney } from '#core/money'
import { formatMoney } from '#core/text'
import { DayInput } from '#ui/day-input'
import { focusOnArrival } from '#ui/focus'
import { useLocale, useTexts } from '#ui/locale'
import { useToday } from '#ui/today'
import { notifyDone, notifyRefused, undoOffer } from '#ui/notify'
import { MoneyInput } from '#ui/number-input'
import { useSave } from '#ui/save'
import { type Invoice, invoices, payments } from '../api.tsx'
import classes from '../facts/facts.module.css'
import { documentTexts } from '../texts-document.ts'

const METHODS = ['transfer', 'cheque', 'card', 'cash', 'direct_debit', 'other'] as const
type PaymentValues = { amount: string; paidOn: string; method: (typeof METHODS)[number]; reference: string }

export function RecordPayment({ invoice }: { invoice: Invoice }) {
  const texts = useTexts(documentTexts)
  const [opened, setOpened] = useState(false)
  if (!opened) {
    return (
      <Button variant="default" fullWidth mt="sm" onClick={() => setOpened(true)}>
        {texts.recordPayment}
      </Button>
    )
  }
  return <PaymentForm invoice={invoice} onClose={() => setOpened(false)} />
}

function PaymentForm({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const texts = useTexts(documentTexts)
  const locale = useLocale()
  const queries = useQueryClient()
  const today = useToday()
  const form = useForm<PaymentValues>({ initialValues: { amount: invoice.open, paidOn: today, method: 'transfer', reference: '' } })
  const refreshes = [invoices.key(), payments.key(), [['customers']], [['receivables']], [['ledger']], [['audit']], [['dunning']]]
  const undo = async (id: string, paidOn: string) => {
    await payments.reverse.call({ id, reversedOn: paidOn, reason: texts.recordedByMistake })
    await Promise.all(refreshes.map((queryKey) => queries.invalidateQueries({ queryKey })))
  }
  const { save, saving } = useSave(payments.record.mutationOptions(), {
    form,
    refreshes,
    onSaved: (payment) => {
      notifyDone(
        texts.paymentRecorded(formatMoney(payment.amount, locale)),
        undoOffer(() => void undo(payment.id, payment.paidOn).catch(notifyRefused)),
      )
      onClose()
    },
  })
  const submit = form.onSubmit((values) => {
    // More than is open: the rest stays with the customer as their credit.
    const part = isMoneyText(values.amount) ? moneyText(minCents(parseMoney(values.amount), parseMoney(invoice.open))) : values.amount
    save({ ...values, customerId: invoice.customerId ?? '', allocate: [{ invoiceId: invoice.id, amount: part }] })
  })
  return (
    <form onSubmit={submit} className={classes.form} aria-label={texts.recordPayment}>
      <Stack gap="sm">
        <MoneyInput label={texts.amountReceived} {...form.getInputProps('amount')} ref={focusOnArrival} />
        <DayInput label={texts.paidOn} {...form.getInputProps('paidOn')} />
        <Select
          label={texts.method}
          data={METHODS.map((value) => ({ value, label: texts.methods[value] }))}
          allowDeselect={false}
          openOnFocus={false}
          {...form.getInputProps('method')}
        />
        <TextInput label={texts.paymentReference} placeholder={texts.optional} maxLength={140} {...form.getInputProps('reference')} />
        <Group justify="flex-end" gap="sm">
          <Button variant="subtle" color="gray" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button type="submit" variant="light" loading={saving}>
            {texts.save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
