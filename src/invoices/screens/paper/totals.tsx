/** The sums of the document: total before tax, one line per rate, total; what is open only when it differs. */
import { Money } from '#ui/money'
import { useTexts } from '#ui/locale'
import { documentTexts } from '../texts-document.ts'
import classes from './totals.module.css'

export type TotalsShown = {
  readonly net: string
  readonly groups: readonly { readonly key: string; readonly label: string; readonly base: string; readonly vat: string }[]
  readonly total: string
  /** What is still owed, when part of it was paid or credited. */
  readonly open?: string | undefined
}

export function TotalsTable({ totals: { groups, net, open, total } }: { totals: TotalsShown }) {
  const texts = useTexts(documentTexts)
  return (
    <dl className={classes.totals} aria-label={texts.totals}>
      <div>
        <dt>{texts.netTotal}</dt>
        <dd>
          <Money value={net} />
        </dd>
      </div>
      {groups.map((group) => (
        <div key={group.key} className={classes.vat}>
          <dt>
            {group.label}
            {groups.length > 1 && (
              <span className={classes.base}>
                {texts.onBase} <Money value={group.base} />
              </span>
            )}
          </dt>
          <dd>
            <Money value={group.vat} />
          </dd>
        </div>
      ))}
      <div className={classes.total}>
        <dt>{texts.grossTotal}</dt>
        <dd>
          <Money value={total} />
        </dd>
      </div>
      {open !== undefined && (
        <div className={classes.open}>
          <dt>{texts.leftToPay}</dt>
          <dd>
            <Money value={open} />
          </dd>
        </div>
      )}
    </dl>
  )
}
