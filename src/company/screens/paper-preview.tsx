/** An invoice in small, on white paper whatever the theme: what the colour and the logo will do. */
import type { CSSProperties } from 'react'
import { divideRounded, moneyText, parseMoney, sum, toCents } from '#core/money'
import { formatMoney } from '#core/text'
import { readableAccent } from '#templates/contract'
import { useLocale, useTexts } from '#ui/locale'
import classes from './paper-preview.module.css'
import { lookTexts } from './texts-look.ts'

type Props = { name: string; address: string; accentColor: string; logo: string | undefined }

export function PaperPreview({ accentColor, address, logo, name }: Props) {
  const texts = useTexts(lookTexts)
  const locale = useLocale()
  const { sample } = texts
  const net = sum(sample.amounts.map(parseMoney))
  const total = toCents(divideRounded(net * 120n, 100n))
  return (
    <figure
      className={classes.preview}
      aria-label={texts.preview}
      style={{ '--paper-accent': readableAccent(accentColor) } as CSSProperties}
    >
      <div className={classes.columns}>
        <div>
          {logo && <img src={logo} alt={texts.logoAlt} className={classes.logo} />}
          <div className={classes.strong}>{name}</div>
          <div className={classes.quiet}>{address}</div>
        </div>
        <div>
          <div className={classes.title}>{sample.invoice}</div>
          <div className={classes.number}>{sample.number}</div>
          <div className={classes.buyer}>
            <div className={classes.strong}>{sample.customer}</div>
            <div className={classes.quiet}>{sample.address}</div>
          </div>
        </div>
      </div>
      <div className={classes.ask}>
        <div className={classes.strong}>{sample.toPay}</div>
        <div className={classes.amount}>{formatMoney(moneyText(total), locale)}</div>
        <div>{sample.due}</div>
      </div>
      <div>
        {sample.lines.map((line, index) => (
          <div key={line} className={classes.line}>
            <span>{line}</span>
            <span>{formatMoney(sample.amounts[index] ?? '0', locale)}</span>
          </div>
        ))}
        <div className={classes.total}>
          <span>{sample.total}</span>
          <span>{formatMoney(moneyText(total), locale)}</span>
        </div>
      </div>
    </figure>
  )
}
