import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { DayInput } from '#ui/day-input'
import { Section } from '#ui/facts'
import { focusOnArrival } from '#ui/focus'
import { useTexts } from '#ui/locale'
import { useToday } from '#ui/today'
import { notifyDone } from '#ui/notify'
import { useSave } from '#ui/save'
import { type Payment, payments, touchedByMoney } from './api.tsx'
import { paymentTexts } from './texts.ts'

/** A bounced cheque, a refund, a mistake: the payment no longer counts, and the books keep both. */
export function ReversePayment({ onClose, payment }: { payment: Payment; onClose: () => void }) {
  const texts = useTexts(paymentTexts)
  const form = useForm<{ reason: string; reversedOn: string }>({ initialValues: { reason: '', reversedOn: useToday() } })
  const { save, saving } = useSave(payments.reverse.mutationOptions(), {
    form,
    refreshes: touchedByMoney,
    onSaved: () => {
      notifyDone(texts.reversed)
      onClose()
    },
  })
  return (
    <Section title={texts.reverse}>
      <form onSubmit={form.onSubmit((values) => save({ id: payment.id, ...values }))}>
        <Stack gap="sm">
          <Text c="dimmed">{texts.reverseExplained}</Text>
          <TextInput
            label={texts.reason}
            placeholder={texts.reasonExample}
            maxLength={300}
            {...form.getInputProps('reason')}
            ref={focusOnArrival}
          />
          <DayInput label={texts.reversedOn} {...form.getInputProps('reversedOn')} />
          <Group justify="flex-end" gap="sm">
            <Button variant="subtle" color="gray" onClick={onClose}>
              {texts.cancel}
            </Button>
            <Button type="submit" color="red.8" loading={saving}>
              {texts.reverse}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  )
}
