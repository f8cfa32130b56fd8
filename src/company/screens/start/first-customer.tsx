import { Button, Group, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { focusFirstError, showRefusal } from '#ui/form'
import { useTexts } from '#ui/locale'
import { company as companyApi, customers } from '../api.tsx'
import { startTexts } from './texts.ts'

const NEW_INVOICE = '/factures/nouvelle'

/** Four fields, then the first invoice with this customer already on it; or the invoice at once; or neither today. */
export function FirstCustomer({ company, back }: { company: string; back: ReactNode }) {
  const texts = useTexts(startTexts)
  const navigate = useNavigate()
  const [busy, setBusy] = useState(false)
  const form = useForm({ initialValues: { name: '', siren: '', addressLine: '', email: '' } })
  const finish = async (page: string) => {
    await companyApi.finishOnboarding.call({})
    await navigate({ href: `/${company}${page}` })
  }
  const run = async (work: () => Promise<void>) => {
    setBusy(true)
    await work().catch((error: unknown) => showRefusal(form, error))
    setBusy(false)
  }
  const create = ({ siren, ...values }: typeof form.values) =>
    run(async () => {
      // Without a SIREN it is a private person, unless they say otherwise on the customer's page.
      const { id } = await customers.create.call({ ...values, ...(siren === '' ? { kind: 'consumer' as const } : { siren }) })
      await finish(`${NEW_INVOICE}?customer=${id}`)
    })
  return (
    <form onSubmit={form.onSubmit((values) => void create(values), focusFirstError(form))} noValidate>
      <Stack gap="lg">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          <TextInput label={texts.customerName} autoComplete="off" {...form.getInputProps('name')} />
          <TextInput
            label={texts.customerSiren}
            placeholder={texts.customerSirenHint}
            inputMode="numeric"
            autoComplete="off"
            {...form.getInputProps('siren')}
          />
        </SimpleGrid>
        <TextInput
          label={texts.customerAddress}
          placeholder={texts.customerAddressExample}
          autoComplete="off"
          {...form.getInputProps('addressLine')}
        />
        <TextInput type="email" label={texts.customerEmail} autoComplete="off" {...form.getInputProps('email')} />
        <Group gap="sm" mt="sm">
          <Button type="submit" size="md" loading={busy}>
            {texts.firstInvoice}
          </Button>
          <Button variant="default" size="md" disabled={busy} onClick={() => void run(() => finish(NEW_INVOICE))}>
            {texts.invoiceWithout}
          </Button>
          <Button variant="subtle" color="gray" size="md" px={12} disabled={busy} onClick={() => void run(() => finish(''))}>
            {texts.later}
          </Button>
          {back}
        </Group>
      </Stack>
    </form>
  )
}
