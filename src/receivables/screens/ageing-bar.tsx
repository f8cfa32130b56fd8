/** What is owed by age, as one bar, and the same in figures under it. */
import { Link } from '@tanstack/react-router'
import { type Cents, parseMoney, sum } from '#core/money'
import { formatRate } from '#core/text'
import { useLocale, useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import { BUCKETS } from '../rules/ageing.ts'
import { thousandths } from '../rules/shares.ts'
import classes from './ageing-bar.module.css'
import type { Aged } from './api.tsx'
import { screenTexts } from './texts.ts'

/** `href`: where the bar leads when it is touched; a link in words must stand beside it. */
export function AgeingBar({ aged, href }: { aged: Aged; href?: string }) {
  const texts = useTexts(screenTexts)
  const locale = useLocale()
  const amounts = BUCKETS.map((bucket): { bucket: typeof bucket; cents: Cents } => ({ bucket, cents: parseMoney(aged[bucket]) }))
  const owed = sum(amounts.map(({ cents }) => cents))
  const parts = amounts.map(
    ({ bucket, cents }) =>
      cents > 0n && (
        <div key={bucket} className={classes.part} data-bucket={bucket} style={{ flexGrow: thousandths(cents, owed), flexBasis: 0 }} />
      ),
  )
  return (
    <div>
      {href === undefined ? (
        <div className={classes.bar} aria-hidden>
          {parts}
        </div>
      ) : (
        <Link to={href} className={classes.bar} aria-hidden tabIndex={-1}>
          {parts}
        </Link>
      )}
      <dl className={classes.legend}>
        {amounts.map(({ bucket, cents }) => (
          <div key={bucket} className={classes.entry}>
            <dt>
              <span className={classes.swatch} data-bucket={bucket} />
              {texts.buckets[bucket]}
            </dt>
            <dd>
              <Money value={cents} />
              <span className={classes.share}>{formatRate(String(Math.round(thousandths(cents, owed) / 10)), locale)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
