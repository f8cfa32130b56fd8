import { Alert, Button, Group, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconMailOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Dialog } from '#ui/dialog'
import { useTexts } from '#ui/locale'
import { notifyDone } from '#ui/notify'
import { useSave } from '#ui/save'
import { type Invoice, invoices, mail } from '../api.tsx'
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
  const { data: server } = useQuery(mail.server.queryOptions())
  const keeps = server?.leaves === false
  const form = useForm({ initialValues: { to: invoice.customer?.recipient ?? '' } })
  const { save, saving } = useSave(invoices.send.mutationOptions(), {
    form: { setErrors: (errors) => form.setErrors({ to: errors['to.0'] ?? errors['to'] }), getInputNode: () => form.getInputNode('to') },
    refreshes: [[['audit']]],
    onSaved: ({ to }) => {
      notifyDone((keeps ? texts.kept : texts.sent)(to.join(', ')))
      onClose()
    },
  })
  return (
    <form onSubmit={form.onSubmit(({ to }) => save({ id: invoice.id, to: [to] }))}>
      <Stack gap="md">
        <TextInput type="email" label={texts.sendTo} required withAsterisk={false} data-autofocus {...form.getInputProps('to')} />
        {keeps && (
          <Alert icon={<IconMailOff size={20} aria-hidden />} color="gray">
            {texts.nothingLeaves}
          </Alert>
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button type="submit" loading={saving}>
            {keeps ? texts.keep : texts.send}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
