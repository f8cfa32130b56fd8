/** The lines of an issued document, or of a draft one may only read. */
import { formatDecimal, formatMoney, formatRate, textsOf } from '#core/text'
import { unitOf } from '#catalog/contract'
import { useLocale, useTexts } from '#ui/locale'
import { Money } from '#ui/money'
import type { PaperLine } from '../api.tsx'
import { documentTexts } from '../texts-document.ts'
import type { Vat } from '../vat-menu.tsx'
import classes from './lines.module.css'

export function PaperLines({ lines, vat }: { lines: readonly PaperLine[]; vat: Vat }) {
  const texts = useTexts(documentTexts)
  return (
    <section aria-label={texts.lines}>
      <LinesHead readOnly />
      {lines.map((line) => (
        <PaperLineRow key={line.id} line={line} vat={vat} />
      ))}
    </section>
  )
}

/** `readOnly`: without the place of the menu. */
export function LinesHead({ readOnly = false }: { readOnly?: boolean }) {
  const texts = useTexts(documentTexts)
  return (
    <div className={classes.headRow} data-read-only={readOnly || undefined} aria-hidden>
      <span>{texts.designation}</span>
      <span className={classes.figure}>{texts.quantity}</span>
      <span className={classes.figure}>{texts.unitPrice}</span>
      <span className={classes.figure}>{texts.vat}</span>
      <span className={classes.figure}>{texts.net}</span>
      {!readOnly && <span />}
    </div>
  )
}

function PaperLineRow({ line, vat }: { line: PaperLine; vat: Vat }) {
  const texts = useTexts(documentTexts)
  const locale = useLocale()
  return (
    <div className={classes.row}>
      <div className={classes.name}>
        {line.name}
        {line.description && <p className={classes.description}>{line.description}</p>}
        {line.discount !== '0' && <p className={classes.description}>{texts.discountOf(formatRate(line.discount, locale))}</p>}
      </div>
      <div className={classes.figure} data-label={texts.quantity}>
        {quantityShown(line.quantity, line.unit, locale)}
      </div>
      <div className={classes.figure} data-label={texts.unitPrice}>
        {priceShown(line.unitPrice, locale)}
      </div>
      <div className={classes.figure} data-label={texts.vat}>
        {vatShown(vat, line.vatCode, locale)}
      </div>
      <div className={classes.net}>
        <Money value={line.net} />
      </div>
    </div>
  )
}

export function quantityShown(quantity: string, unit: string, locale: 'fr' | 'en'): string {
  const figure = formatDecimal(quantity, locale)
  const { symbol } = unitOf(unit)
  return symbol ? `${figure}\u00A0${textsOf(symbol, locale)}` : figure
}

/** The rate; why there is none stands with the totals. */
export function vatShown(vat: Vat, vatCode: string, locale: 'fr' | 'en'): string {
  const choice = vat.all.find(({ code }) => code === vatCode)
  return choice?.taxed ? choice.short : formatRate('0', locale)
}

/** Two decimals as money; the further ones, when a price has them, are not cut. */
export function priceShown(price: string, locale: 'fr' | 'en'): string {
  return (price.split('.')[1] ?? '').length > 2 ? `${formatDecimal(price, locale)}\u00A0€` : formatMoney(price, locale)
}
