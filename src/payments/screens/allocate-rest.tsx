import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '#ui/locale'
import { notifyDone } from '#ui/notify'
import { useSave } from '#ui/save'
import { type Payment, payments, touchedByMoney } from './api.tsx'
import { OpenInvoices, useOpenInvoices } from './open-invoices.tsx'
import { allocationsOf, leftOf, type Shares, sharesInOrder } from './rules/shares.ts'
import { paymentTexts } from './texts.ts'

/** Puts what is left against the customer's invoices; the oldest are proposed. */
export function AllocateRest({ payment }: { payment: Payment }) {
  const texts = useTexts(paymentTexts)
  const [opened, setOpened] = useState(false)
  const [typed, setTyped] = useState<Shares>()
  const rows = useOpenInvoices(opened ? payment.customerId : undefined)
  const shares = typed ?? (rows ? sharesInOrder(payment.open, rows) : {})
  const { save, saving } = useSave(payments.allocate.mutationOptions(), {
    refreshes: touchedByMoney,
    onSaved: () => notifyDone(texts.allocated),
  })
  if (!opened) {
    return (
      <Button variant="default" fullWidth mt="sm" onClick={() => setOpened(true)}>
        {texts.allocateRest}
      </Button>
    )
  }
  const allocations = allocationsOf(shares)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save({ id: payment.id, allocations })
      }}
    >
      <OpenInvoices customerId={payment.customerId} amount={payment.open} shares={shares} onChange={setTyped} />
      <Button
        type="submit"
        variant="light"
        fullWidth
        mt="sm"
        loading={saving}
        disabled={allocations.length === 0 || leftOf(payment.open, shares) < 0n}
      >
        {texts.allocate}
      </Button>
    </form>
  )
}
