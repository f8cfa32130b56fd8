/** An amount as people read it, never broken over two lines. Right alignment belongs to its column. */
import type { CSSProperties } from 'react'
import type { Cents } from '#core/money'
import { formatMoney } from '#core/text'
import { useLocale } from './locale.tsx'

const figures: CSSProperties = { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }

/** Takes the wire text (`"1234.50"`) or cents. `strong` for the one amount of a row that matters. */
export function Money({ value, currency = 'EUR', strong = false }: { value: string | Cents; currency?: string; strong?: boolean }) {
  const locale = useLocale()
  return <span style={strong ? { ...figures, fontWeight: 600 } : figures}>{formatMoney(value, locale, currency)}</span>
}
