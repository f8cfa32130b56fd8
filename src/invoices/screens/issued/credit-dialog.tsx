/** « Corriger par un avoir »: all that is left of the invoice, or some lines and quantities of it. What comes out is a draft. */
import { Button, Checkbox, Group, Radio, Stack, Text, Textarea } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Dialog } from '#ui/dialog'
import { useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import { QuantityInput } from '#ui/number-input'
import { useSave } from '#ui/save'
import { type Invoice, invoices } from '../api.tsx'
import { documentTexts } from '../texts-document.ts'
import classes from './credit-dialog.module.css'

type Props = { invoice: Invoice; company: string; opened: boolean; onClose: () => void }

export function CreditDialog({ company, invoice, onClose, opened }: Props) {
  const texts = useTexts(documentTexts)
  return (
    <Dialog opened={opened} onClose={onClose} title={texts.correctQuestion(invoice.number ?? '')} size="lg">
      <CreditForm invoice={invoice} company={company} onClose={onClose} />
    </Dialog>
  )
}

function CreditForm({ company, invoice, onClose }: Omit<Props, 'opened'>) {
  const texts = useTexts(documentTexts)
  const navigate = useNavigate()
  const [scope, setScope] = useState<'all' | 'lines'>('all')
  const [reason, setReason] = useState('')
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const { save, saving } = useSave(invoices.credit.mutationOptions(), {
    refreshes: [invoices.key()],
    onSaved: (note) => {
      onClose()
      void navigate({ to: '/$company/factures/$id', params: { company, id: note.id }, search: {} })
    },
  })
  const lines = Object.entries(chosen).map(([lineId, quantity]) => ({ lineId, quantity }))
  const choose = (lineId: string, quantity: string | undefined) => {
    const { [lineId]: _before, ...rest } = chosen
    setChosen(quantity === undefined ? rest : { ...rest, [lineId]: quantity })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save({ id: invoice.id, reason, ...(scope === 'lines' && { lines }) })
      }}
    >
      <Stack gap="md">
        <Radio.Group value={scope} onChange={(value) => setScope(value)} aria-label={texts.correct}>
          <Stack gap="sm">
            <Radio value="all" label={texts.creditAll} data-autofocus />
            <Radio value="lines" label={texts.creditLines} />
          </Stack>
        </Radio.Group>
        {scope === 'lines' && (
          <ul className={classes.lines}>
            {invoice.lines.map((line) => (
              <li key={line.id} className={classes.line}>
                <Checkbox
                  label={line.name}
                  checked={line.id in chosen}
                  onChange={(event) => choose(line.id, event.currentTarget.checked ? line.quantity : undefined)}
                />
                <QuantityInput
                  aria-label={texts.quantityOf(line.name)}
                  w={88}
                  disabled={!(line.id in chosen)}
                  value={chosen[line.id] ?? line.quantity}
                  onChange={(quantity) => choose(line.id, quantity)}
                />
                <Money value={line.net} />
              </li>
            ))}
          </ul>
        )}
        <Textarea
          label={texts.creditReason}
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Text c="dimmed">{texts.creditExplained}</Text>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button type="submit" loading={saving} disabled={scope === 'lines' && lines.length === 0}>
            {texts.prepareCredit}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
