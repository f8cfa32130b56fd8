/** A day typed (`12/3`, `12032026`, `+30`) or chosen in the calendar; the value is the wire text `"2026-03-12"`, empty when none. */
import { CloseButton } from '@mantine/core'
import { DateInput, type DateInputProps, DatesProvider } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import 'dayjs/locale/fr'
import 'dayjs/locale/en-gb'
import '@mantine/dates/styles.css'
import { dayInParis } from '#core/day'
import { useLocale, useTexts } from './locale.tsx'
import { readTypedDay } from './rules/typed-day.ts'
import { uiTexts } from './texts.tsx'

export type DayInputProps = Omit<DateInputProps, 'value' | 'onChange' | 'defaultValue' | 'dateParser' | 'valueFormat'> & {
  value?: string
  onChange?: (value: string) => void
  clearable?: boolean
}

const asTyped = (day: string): string => day.split('-').reverse().join('/')

export function DayInput({ value = '', onChange, clearable = false, placeholder, ...rest }: DayInputProps) {
  const locale = useLocale()
  const texts = useTexts(uiTexts)
  const clear = clearable && value !== '' && <CloseButton size="sm" aria-label={texts.clear} onClick={() => onChange?.('')} />
  return (
    <DatesProvider settings={{ locale: locale === 'fr' ? 'fr' : 'en-gb', firstDayOfWeek: 1, weekendDays: [] }}>
      <DateInput
        {...rest}
        value={value === '' ? null : value}
        onChange={(day) => onChange?.(day ?? '')}
        dateParser={(typed) => readTypedDay(typed, dayInParis(new Date())) ?? null}
        valueFormat={asTyped}
        placeholder={placeholder ?? texts.dayPlaceholder}
        rightSection={clear || <IconCalendar size={16} aria-hidden color="var(--mantine-color-dimmed)" />}
        popoverProps={{ shadow: 'md' }}
      />
    </DatesProvider>
  )
}
