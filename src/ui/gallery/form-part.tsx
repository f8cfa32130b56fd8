import { Button, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { DayInput } from '../day-input.tsx'
import { focusFirstError } from '../form.tsx'
import { IbanInput } from '../iban-input.tsx'
import { useTexts } from '../locale.tsx'
import { MoneyInput, QuantityInput, RateInput } from '../number-input.tsx'
import { SaveState, useAutosave } from '../save.tsx'
import { galleryTexts } from './texts.tsx'

const pretendToSave = () => new Promise((resolve) => setTimeout(resolve, 600))

export function FormPart() {
  const texts = useTexts(galleryTexts)
  const form = useForm({
    initialValues: {
      name: '',
      amount: '1234.50',
      quantity: '1.5',
      rate: '20',
      dueOn: '2026-12-15',
      iban: 'FR7630006000011234567890189',
      terms: '30',
    },
    validate: { name: (name) => (name.trim() === '' ? texts.nameMissing : null) },
  })
  const progress = useAutosave(form.values, pretendToSave, () => undefined)
  return (
    <form onSubmit={form.onSubmit(() => undefined, focusFirstError(form))} noValidate>
      <Stack gap="md" maw={640}>
        <TextInput label={texts.name} required {...form.getInputProps('name')} />
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="md">
          <MoneyInput label={texts.amount} {...form.getInputProps('amount')} />
          <QuantityInput label={texts.quantity} unit={texts.hours} {...form.getInputProps('quantity')} />
          <RateInput label={texts.rate} {...form.getInputProps('rate')} />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          <DayInput label={texts.dueOn} clearable {...form.getInputProps('dueOn')} />
          <Select
            label={texts.terms}
            data={[
              { value: '30', label: texts.terms30 },
              { value: '45', label: texts.terms45 },
            ]}
            {...form.getInputProps('terms')}
          />
        </SimpleGrid>
        <IbanInput label={texts.iban} description={texts.ibanHint} {...form.getInputProps('iban')} />
        <Group justify="space-between">
          <Button type="submit">{texts.create}</Button>
          <SaveState progress={progress} />
        </Group>
      </Stack>
    </form>
  )
}
