import { moneyText } from '#core/money'
import { formatRate } from '#core/text'
import { rateText } from '#core/quantity'
import { useLocale, useTexts } from '#ui/locale'
import { TotalsTable } from '../paper/totals.tsx'
import { documentTexts } from '../texts-document.ts'
import type { Draft } from './use-draft.tsx'

/** The sums while one types; the server computes them again at each save, by the same rules. */
export function DraftTotals({ draft }: { draft: Draft }) {
  const texts = useTexts(documentTexts)
  const locale = useLocale()
  const { totals } = draft.live
  const groups = totals.groups.map((group) => {
    const code = group.codes[0] ?? ''
    const label =
      group.category === 'S' ? texts.vatAt(formatRate(rateText(group.rateBasisPoints), locale)) : (draft.vat.wordingOf(code) ?? texts.vat)
    return { key: group.codes.join(' '), label, base: moneyText(group.netCents), vat: moneyText(group.vatCents) }
  })
  return <TotalsTable totals={{ net: moneyText(totals.netCents), groups, total: moneyText(totals.grossCents) }} />
}
