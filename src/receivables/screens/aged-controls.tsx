/** The day the balance is drawn up for, and the order of its customers: both in the address. */
import { Button, Group, SegmentedControl } from '@mantine/core'
import { IconTableExport } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { addDays, addMonths, type Day, startOfMonth } from '#core/day'
import { DayInput } from '#ui/day-input'
import { download } from '#ui/download'
import { useTexts } from '#ui/locale'
import { notifyRefused } from '#ui/notify'
import classes from './aged-controls.module.css'
import { receivables } from './api.tsx'
import { ORDERS } from './routes.tsx'
import { screenTexts } from './texts.ts'

type Order = (typeof ORDERS)[number]
type Props = {
  today: Day
  asOf: string | undefined
  order: Order
  onDay: (asOf: string | undefined) => void
  onOrder: (order: Order) => void
}

export function AgedControls({ asOf, onDay, onOrder, order, today }: Props) {
  const texts = useTexts(screenTexts)
  const days = [
    { label: texts.today, day: today },
    { label: texts.endOfLastMonth, day: addDays(startOfMonth(today), -1) },
    { label: texts.aYearAgo, day: addMonths(today, -12) },
  ]
  const choose = (day: string) => onDay(day === '' || day >= today ? undefined : day)
  return (
    <div className={classes.controls}>
      <DayInput label={texts.asOf} value={asOf ?? today} maxDate={today} onChange={choose} className={classes.day ?? ''} />
      <Group gap="xs">
        {days.map(({ day, label }) => (
          <Button
            key={day}
            variant={day === (asOf ?? today) ? 'light' : 'subtle'}
            color="gray"
            onClick={() => choose(day)}
            aria-pressed={day === (asOf ?? today)}
          >
            {label}
          </Button>
        ))}
      </Group>
      <SegmentedControl
        className={classes.order ?? ''}
        aria-label={texts.order}
        value={order}
        onChange={(value) => onOrder(value === 'name' ? 'name' : 'late')}
        data={ORDERS.map((value) => ({ value, label: texts.orders[value] }))}
      />
    </div>
  )
}

/** The whole balance of that day as a file for a spreadsheet. */
export function ExportAged({ asOf }: { asOf: string | undefined }) {
  const texts = useTexts(screenTexts)
  const { isPending, mutate } = useMutation({
    mutationFn: () => receivables.agedBalanceCsv.call({ ...(asOf !== undefined && { asOf }) }),
    onSuccess: (file) => download(file, file instanceof File && file.name !== '' ? file.name : 'balance-agee.csv'),
    onError: notifyRefused,
  })
  return (
    <Button
      variant="default"
      loading={isPending}
      leftSection={<IconTableExport size={16} stroke={1.5} aria-hidden />}
      onClick={() => mutate()}
    >
      {texts.export}
    </Button>
  )
}
