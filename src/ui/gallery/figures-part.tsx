import { Figure, Figures } from '../figure.tsx'
import { useTexts } from '../locale.tsx'
import { Money } from '../money.tsx'
import { Sparkline } from '../sparkline.tsx'
import { galleryTexts } from './texts.tsx'

export function FiguresPart() {
  const texts = useTexts(galleryTexts)
  const trend = <Sparkline values={[12, 14, 13, 17, 16, 21]} label={texts.outstandingTrend} />
  return (
    <Figures>
      <Figure
        label={texts.outstanding}
        value={<Money value="48230.50" />}
        sparkline={trend}
        formula={texts.outstandingFormula}
        comparison={{ direction: 'up', text: texts.outstandingChange }}
      />
      <Figure
        label={texts.late}
        value={<Money value="8680.00" />}
        comparison={{ direction: 'up', text: texts.lateChange, meaning: 'late' }}
      />
      <Figure
        label={texts.collected}
        value={<Money value="31904.12" />}
        comparison={{ direction: 'up', text: texts.collectedChange, meaning: 'paid' }}
      />
      <Figure
        label={texts.dso}
        value={texts.days(47)}
        formula={texts.dsoFormula}
        comparison={{ direction: 'same', text: texts.dsoChange }}
      />
    </Figures>
  )
}
