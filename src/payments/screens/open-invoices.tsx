/** The customer's invoices still to pay, each with the part of the payment put against it. */
import { Checkbox, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { DayText } from '#ui/day'
import { useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import { MoneyInput } from '#ui/number-input'
import { LoadingSkeleton } from '#ui/states'
import { invoices } from './api.tsx'
import classes from './payments.module.css'
import { leftOf, shareFor, type Shares } from './rules/shares.ts'
import { paymentTexts } from './texts.ts'

/** More open invoices than one customer's payment covers. */
const SHOWN = 100

type Props = { customerId: string; amount: string; shares: Shares; onChange: (shares: Shares) => void }

export function OpenInvoices({ amount, customerId, onChange, shares }: Props) {
  const texts = useTexts(paymentTexts)
  const rows = useOpenInvoices(customerId)
  if (!rows) return <LoadingSkeleton shape="list" rows={3} />
  if (rows.length === 0) return <Text c="dimmed">{texts.noOpenInvoice}</Text>
  const tick = (row: (typeof rows)[number], ticked: boolean) => {
    const { [row.id]: _before, ...rest } = shares
    onChange(ticked ? { ...rest, [row.id]: shareFor(row, amount, rest) } : rest)
  }
  const left = leftOf(amount, shares)
  return (
    <div>
      <ul className={classes.invoices} aria-label={texts.openInvoices}>
        {rows.map((row) => (
          <li key={row.id} className={classes.invoice}>
            <Checkbox
              label={
                <>
                  {row.number}
                  <span className={classes.due}>
                    {row.dueOn && <DayText day={row.dueOn} />} · <Money value={row.open} />
                  </span>
                </>
              }
              checked={row.id in shares}
              onChange={(event) => tick(row, event.currentTarget.checked)}
            />
            <MoneyInput
              aria-label={texts.partOf(row.number ?? '')}
              w={128}
              disabled={!(row.id in shares)}
              value={shares[row.id] ?? ''}
              onChange={(share) => onChange({ ...shares, [row.id]: share })}
            />
          </li>
        ))}
      </ul>
      <div className={classes.left} data-late={left < 0n || undefined}>
        <span>{left < 0n ? texts.tooMuch : texts.leftAfter}</span>
        <Money value={left} />
      </div>
    </div>
  )
}

/** Oldest first, as the law imputes payments when nobody says otherwise (C. civ. art. 1342-10). */
export function useOpenInvoices(customerId: string | undefined) {
  const { data } = useQuery(
    invoices.list.queryOptions({
      input: { view: 'to_collect', customerId: customerId ?? '', limit: SHOWN },
      enabled: customerId !== undefined,
    }),
  )
  return data?.rows.toSorted((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1))
}
