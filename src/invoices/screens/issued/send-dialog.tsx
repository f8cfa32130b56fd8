import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Dialog } from '#ui/dialog'
import { useTexts } from '#ui/locale'
import { notifyDone } from '#ui/notify'
import { useSave } from '#ui/save'
import { type Invoice, invoices } from '../api.tsx'
import { documentTexts } from '../texts-document.ts'

type Props = { invoice: Invoice; opened: boolean; onClose: () => void }

export function SendDialog({ invoice, onClose, opened }: Props) {
  const texts = useTexts(documentTexts)
  return (
    <Dialog opened={opened} onClose={onClose} title={texts.sendDocument(invoice.number ?? '')}>
      <SendForm invoice={invoice} onClose={onClose} />
    </Dialog>
  )
}

function SendForm({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const texts = useTexts(documentTexts)
  const form = useForm({ initialValues: { to: invoice.customer?.recipient ?? '' } })
  const { save, saving } = useSave(invoices.send.mutationOptions(), {
    form: { setErrors: (errors) => form.setErrors({ to: errors['to.0'] ?? errors['to'] }), getInputNode: () => form.getInputNode('to') },
    refreshes: [[['audit']]],
    onSaved: ({ to }) => {
      notifyDone(texts.sent(to.join(', ')))
      onClose()
    },
  })
  return (
    <form onSubmit={form.onSubmit(({ to }) => save({ id: invoice.id, to: [to] }))}>
      <Stack gap="md">
        <TextInput type="email" label={texts.sendTo} required withAsterisk={false} data-autofocus {...form.getInputProps('to')} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button type="submit" loading={saving}>
            {texts.send}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
