/** Money out: an operation to book; or, where it looks like one, a payment that the bank takes back or a customer's refund. */
import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useTexts } from '#ui/locale'
import type { WorkLine } from './api.tsx'
import { BookingForm } from './booking-form.tsx'
import { DecideOut } from './decide-out.tsx'
import { moneyOutTexts } from './texts-money-out.ts'
import { operationTexts } from './texts-operations.ts'

type Props = { line: WorkLine; onAct: () => void; onDone: (sentence: string, undoable: boolean) => void }

export function MoneyOut(props: Props) {
  const texts = useTexts(moneyOutTexts)
  const words = useTexts(operationTexts)
  const [ofCustomer, setOfCustomer] = useState(props.line.proposals.length > 0)
  return (
    <>
      {ofCustomer ? (
        <DecideOut {...props} />
      ) : (
        <>
          <Text c="dimmed" mb="md">
            {words.outWhy}
          </Text>
          <BookingForm {...props} />
        </>
      )}
      <Button variant="subtle" mt="sm" onClick={() => setOfCustomer(!ofCustomer)}>
        {ofCustomer ? texts.outIsOther : texts.outIsOfCustomer}
      </Button>
    </>
  )
}
