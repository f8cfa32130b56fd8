/** A customer created where the invoice names them: four fields, no other page. */
import { Button, Group, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { focusOnArrival } from '#ui/focus'
import { useTexts } from '#ui/locale'
import { useSave } from '#ui/save'
import { customers } from '../api.tsx'
import { documentTexts } from '../texts-document.ts'
import classes from './customer-field.module.css'

type NewCustomerValues = { name: string; kind: 'company' | 'public' | 'consumer'; siren: string; addressLine: string; email: string }
type Props = { name: string; onCreated: (created: { id: string }) => void; onCancel: () => void }

export function NewCustomer({ name, onCancel, onCreated }: Props) {
  const texts = useTexts(documentTexts)
  const form = useForm<NewCustomerValues>({ initialValues: { name, kind: 'company', siren: '', addressLine: '', email: '' } })
  const { save, saving } = useSave(customers.create.mutationOptions(), { form, refreshes: [customers.key()], onSaved: onCreated })
  const submit = form.onSubmit(({ kind, siren, ...values }) =>
    // A company is the usual case: which kind exactly follows from the country.
    save({ ...values, ...(kind !== 'company' && { kind }), ...(kind !== 'consumer' && { siren }) }),
  )
  return (
    <form onSubmit={submit} className={classes.form} aria-label={texts.newCustomer}>
      <Stack gap="sm">
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={texts.customerKind}
          data={[
            { value: 'company', label: texts.kindCompany },
            { value: 'consumer', label: texts.kindConsumer },
            { value: 'public', label: texts.kindPublic },
          ]}
          {...form.getInputProps('kind')}
        />
        <TextInput label={texts.customerName} required withAsterisk={false} {...form.getInputProps('name')} />
        {form.values.kind !== 'consumer' && (
          <TextInput
            label={texts.sirenField}
            inputMode="numeric"
            autoComplete="off"
            {...form.getInputProps('siren')}
            ref={focusOnArrival}
          />
        )}
        <TextInput label={texts.address} placeholder={texts.addressExample} autoComplete="off" {...form.getInputProps('addressLine')} />
        <TextInput label={texts.email} type="email" autoComplete="off" {...form.getInputProps('email')} />
        <Group gap="sm" justify="flex-end">
          <Button variant="subtle" color="gray" onClick={onCancel}>
            {texts.cancel}
          </Button>
          <Button type="submit" variant="light" loading={saving}>
            {texts.addCustomer}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
