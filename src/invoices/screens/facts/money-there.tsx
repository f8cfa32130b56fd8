/** Money of this customer that is on no invoice yet: put on this one in a click. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { moneyText, parseMoney, minCents } from '#core/money'
import { DayText } from '#ui/day'
import { useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import { notifyDone } from '#ui/notify'
import { useSave } from '#ui/save'
import { invoices, type Invoice, payments } from '../api.tsx'
import { documentTexts } from '../texts-document.ts'
import classes from './facts.module.css'

/** Beyond these the payments page shows them all. */
const MOST = 3

export function MoneyThere({ customerId, invoice }: { customerId: string; invoice: Invoice }) {
  const texts = useTexts(documentTexts)
  const { data } = useQuery(payments.list.queryOptions({ input: { customerId, unallocated: 'true', limit: MOST } }))
  const { save, saving } = useSave(payments.allocate.mutationOptions(), {
    refreshes: [payments.key(), invoices.key()],
    onSaved: () => notifyDone(texts.moneyPut),
  })
  const rows = data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <ul className={classes.rows} aria-label={texts.moneyThere}>
      {rows.map((row) => (
        <li key={row.id} className={classes.row}>
          <span>
            {texts.moneyThere} <Money value={row.open} />
            <span className={classes.quiet}>
              {' '}
              <DayText day={row.paidOn} />
            </span>
          </span>
          <Button
            variant="default"
            size="compact-sm"
            loading={saving}
            onClick={() => save({ id: row.id, allocations: [{ invoiceId: invoice.id, amount: less(row.open, invoice.open) }] })}
          >
            {texts.putMoney}
          </Button>
        </li>
      ))}
    </ul>
  )
}

const less = (one: string, other: string): string => moneyText(minCents(parseMoney(one), parseMoney(other)))
