/** How to pay: the terms, or the instalments when there are several, and the account. */
import type { ReactNode } from 'react'
import { useTexts } from '#ui/locale'
import { DayText } from '#ui/day'
import { Money } from '#ui/money'
import type { Invoice, Paper } from '../api.tsx'
import { documentTexts } from '../texts-document.ts'
import classes from './payment-words.module.css'

type Props = { paper: Paper; instalments: Invoice['instalments']; children?: ReactNode }

export function PaymentWords({ children, instalments, paper }: Props) {
  const texts = useTexts(documentTexts)
  return (
    <div className={classes.payment}>
      <p className={classes.label}>{texts.paymentTerms}</p>
      {children ?? (instalments.length < 2 && <p>{paper.terms}</p>)}
      {instalments.length === 1 && instalments[0] && (
        <p>
          {texts.dueOn} <DayText day={instalments[0].dueOn} />
        </p>
      )}
      {instalments.length > 1 && (
        <ul className={classes.instalments}>
          {instalments.map(({ amount, dueOn }) => (
            <li key={dueOn}>
              <DayText day={dueOn} />
              <Money value={amount} />
            </li>
          ))}
        </ul>
      )}
      {paper.payTo && (
        <p className={classes.account}>
          {texts.byTransfer}
          <br />
          <span className={classes.iban}>{inFours(paper.payTo.iban)}</span>
          {paper.payTo.bic && <span> · {paper.payTo.bic}</span>}
        </p>
      )}
    </div>
  )
}

const inFours = (iban: string): string => iban.replaceAll(/(.{4})(?=.)/g, '$1\u00A0')
