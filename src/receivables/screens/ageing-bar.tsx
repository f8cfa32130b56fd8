/** What is owed by age, as one bar, and the same in figures under it. */
import { type Cents, parseMoney, sum } from '#core/money'
import { useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import { BUCKETS } from '../rules/ageing.ts'
import { thousandths } from '../rules/shares.ts'
import classes from './ageing-bar.module.css'
import type { Aged } from './api.tsx'
import { screenTexts } from './texts.ts'

export function AgeingBar({ aged }: { aged: Aged }) {
  const texts = useTexts(screenTexts)
  const amounts = BUCKETS.map((bucket): { bucket: typeof bucket; cents: Cents } => ({ bucket, cents: parseMoney(aged[bucket]) }))
  const owed = sum(amounts.map(({ cents }) => cents))
  return (
    <div>
      <div className={classes.bar} aria-hidden>
        {amounts.map(
          ({ bucket, cents }) => cents > 0n && <div key={bucket} className={classes.part} data-bucket={bucket} style={{ flexGrow: thousandths(cents, owed), flexBasis: 0 }} />,
        )}
      </div>
      <dl className={classes.legend}>
        {amounts.map(({ bucket, cents }) => (
          <div key={bucket} className={classes.entry}>
            <dt>
              <span className={classes.swatch} data-bucket={bucket} />
              {texts.buckets[bucket]}
            </dt>
            <dd>
              <Money value={cents} />
              <span className={classes.share}>{Math.round(thousandths(cents, owed) / 10)}&nbsp;%</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
