import { formatMoney } from '#core/text'
import { useLocale } from '#ui/locale'

/** At least two decimals, more when the price has them. */
export function UnitPrice({ value, strong = false }: { value: string; strong?: boolean }) {
  const locale = useLocale()
  return (
    <span style={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums', ...(strong && { fontWeight: 600 }) }}>
      {formatMoney(value, locale)}
    </span>
  )
}
