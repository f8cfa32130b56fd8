/** Days, instants and delays as people read them. */
import { Tooltip } from '@mantine/core'
import { formatDay, formatInstant } from '#core/text'
import { useLocale, useTexts } from './locale.tsx'
import { uiTexts } from './texts.tsx'

/** `21 nov. 2026`; the exact instant, when known, appears on hover or touch. */
export function DayText({ day, at }: { day: string; at?: string | undefined }) {
  const locale = useLocale()
  const text = (
    <time dateTime={at ?? day} style={{ whiteSpace: 'nowrap' }}>
      {formatDay(day, locale)}
    </time>
  )
  if (!at) return text
  return (
    <Tooltip label={formatInstant(at, locale)} events={{ hover: true, focus: true, touch: true }}>
      {text}
    </Tooltip>
  )
}

/** `12 j` in red, or nothing when not late. */
export function DaysLate({ days }: { days: number }) {
  const texts = useTexts(uiTexts)
  if (days <= 0) return null
  return (
    <span
      style={{ color: 'var(--late)', fontWeight: 500, whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}
      title={texts.daysLateFull(days)}
    >
      {texts.daysLate(days)}
    </span>
  )
}
