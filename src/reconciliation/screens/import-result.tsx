/** What a statement brought, in words. */
import { CloseButton } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { formatDay, formatMoney } from '#core/text'
import { useLocale, useTexts } from '#ui/locale'
import { StatusBadge } from '#ui/status'
import type { Imported } from './api.tsx'
import classes from './import-result.module.css'
import { TakeBack } from './imported-statements.tsx'
import { bankTexts } from './texts.ts'

type Props = { result: Imported; onClose: () => void; onTakenBack: () => void }

export function ImportResult({ result, onClose, onTakenBack }: Props) {
  const texts = useTexts(bankTexts)
  const locale = useLocale()
  const warnings = [...result.warnings, ...result.statements.flatMap((statement) => statement.warnings)]
  const words = [
    texts.resultRead(result.newLines, result.knownLines),
    texts.resultMatched(result.matched, formatMoney(result.matchedAmount, locale)),
    ...(result.byRules > 0 ? [texts.resultByRules(result.byRules)] : []),
    texts.resultToDo(result.toDo),
    ...(result.goesOn ? [texts.resultGoesOn] : []),
  ]
  return (
    <section className={classes.result} aria-live="polite">
      <IconCheck size={20} className={classes.tick} aria-hidden />
      <div className={classes.words}>
        <p className={classes.main}>{words.join(' ')}</p>
        {result.statements.map((statement) => (
          <p key={statement.id} className={classes.statement}>
            {statement.from && statement.to
              ? texts.resultPeriod(statement.accountName, formatDay(statement.from, locale), formatDay(statement.to, locale))
              : statement.accountName}
            {statement.newAccount && ` · ${texts.newAccount}`}
            <Proof proven={statement.proven} />
            {statement.newAccount && <TakeBack statement={statement} onDone={onTakenBack} />}
          </p>
        ))}
        {warnings.length > 0 && (
          <ul className={classes.warnings}>
            {[...new Set(warnings)].map((warning) => (
              <li key={warning}>
                <IconAlertTriangle size={14} aria-hidden /> {warning}
              </li>
            ))}
          </ul>
        )}
      </div>
      <CloseButton aria-label={texts.close} onClick={onClose} />
    </section>
  )
}

function Proof({ proven }: { proven: boolean | null }) {
  const texts = useTexts(bankTexts)
  if (proven === null) return <StatusBadge meaning="plain">{texts.notTold}</StatusBadge>
  return <StatusBadge meaning={proven ? 'paid' : 'soon'}>{proven ? texts.proven : texts.notProven}</StatusBadge>
}
