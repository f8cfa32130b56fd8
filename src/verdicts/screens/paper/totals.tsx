import { isShown, type Sheet, sheetTexts } from '#readings/contract'
import { useTexts } from '#ui/locale'
import { GroupMark, Value } from './marked.tsx'
import classes from './totals.module.css'

export function Totals({ allowances, totals }: Pick<Sheet, 'allowances' | 'totals'>) {
  const texts = useTexts(sheetTexts)
  return (
    <section aria-label={texts.totals.title}>
      <GroupMark spot={totals} />
      <dl className={classes.totals}>
        {[...allowances, ...totals.fields].map((field) => (
          <div key={field.path} data-field={field.path}>
            <dt>{field.label}</dt>
            <dd>
              <Value field={field} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** One row for each rate, with the reason when there is no VAT. */
export function VatTable({ vat: { rows, ...whole } }: Pick<Sheet, 'vat'>) {
  const texts = useTexts(sheetTexts)
  if (rows.length === 0 && whole.failures.length === 0) return null
  return (
    <section>
      <GroupMark spot={whole} />
      <table className={classes.vat}>
        <thead>
          <tr>
            <th scope="col">{texts.vat.title}</th>
            <th scope="col">{texts.vat.base}</th>
            <th scope="col">{texts.vat.tax}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.path}>
              <td>
                <GroupMark spot={row} /> <Value field={row.rate} />
                {isShown(row.reason) && (
                  <div className={classes.reason}>
                    <Value field={row.reason} />
                  </div>
                )}
              </td>
              <td>
                <Value field={row.base} />
              </td>
              <td>
                <Value field={row.tax} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
