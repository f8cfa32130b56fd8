import { moneyText, parseMoney, sum } from '#core/money'
import { formatDay, formatMoney } from '#core/text'
import { Figure, Figures } from '#ui/figure'
import { useLocale, useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import { BUCKETS } from '../rules/ageing.ts'
import { changeInPercent, percentOfMoney } from '../rules/shares.ts'
import type { Aged, Home } from './api.tsx'
import { screenTexts } from './texts.ts'

const invoicedAndUnpaid = (aged: Aged): string => moneyText(sum(BUCKETS.map((bucket) => parseMoney(aged[bucket]))))

export function HomeFigures({ home }: { home: Home }) {
  const texts = useTexts(screenTexts)
  const locale = useLocale()
  const { aged, dso, dueThisMonth, dueThisWeek, received } = home
  const isLate = aged.late !== '0.00'
  const change = changeInPercent(received.amount, received.before)
  return (
    <Figures>
      <Figure label={texts.outstanding} value={<Money value={aged.total} />} formula={texts.outstandingFormula} />
      <Figure
        label={texts.late}
        value={<Money value={aged.late} />}
        formula={texts.lateFormula}
        comparison={{
          text: texts.lateShare(percentOfMoney(aged.late, invoicedAndUnpaid(aged))),
          ...(isLate && { meaning: 'late' as const }),
        }}
      />
      <Figure
        label={texts.due}
        value={<Money value={dueThisMonth.amount} />}
        formula={texts.dueFormula(formatDay(dueThisMonth.until, locale, 'long'))}
        comparison={{ text: texts.dueThisWeek(formatMoney(dueThisWeek.amount, locale)) }}
      />
      <Figure
        label={texts.received(received.days)}
        value={<Money value={received.amount} />}
        formula={texts.receivedFormula(received.days)}
        comparison={{
          direction: change === undefined || change === 0 ? 'same' : change > 0 ? 'up' : 'down',
          text: change === undefined ? texts.receivedBefore(formatMoney(received.before, locale)) : texts.receivedChange(change),
        }}
      />
      <Figure
        label={texts.dso}
        value={dso.days === null ? texts.dsoUnknown : texts.dsoDays(dso.days)}
        formula={texts.dsoFormula(dso.periodDays)}
        {...comparedDso(dso, texts)}
      />
    </Figures>
  )
}

function comparedDso({ countBackDays, countBackExhausted, periodDays, tooEarly }: Home['dso'], texts: (typeof screenTexts)['fr']) {
  if (tooEarly) return { comparison: { text: texts.dsoTooEarly(periodDays) } }
  if (countBackDays === null) return {}
  return { comparison: { text: countBackExhausted ? texts.countBack(countBackDays) : texts.countBackMore(countBackDays) } }
}
